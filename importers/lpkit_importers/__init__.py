"""The importers that come with lpkit, one module a format."""
