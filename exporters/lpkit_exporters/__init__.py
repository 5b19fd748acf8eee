"""The exporters that come with lpkit: json, anki and html, found by entry point."""
