"""lpkit: checks packs of interview practice and exports them."""

__version__ = "0.1.0"
