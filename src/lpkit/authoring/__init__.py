"""Writing content for authors: new packs, and new entries in packs that are there."""

from lpkit.authoring.insertion import append_entries
from lpkit.authoring.yaml_text import yaml_block

__all__ = ["append_entries", "yaml_block"]
