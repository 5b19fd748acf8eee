"""What the packs of a library leave out."""
