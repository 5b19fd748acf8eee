"""The canonical form of packs and libraries."""
