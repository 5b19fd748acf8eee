"""Whether a file can be read, and has the shape of the format."""
