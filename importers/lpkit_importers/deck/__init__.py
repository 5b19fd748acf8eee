"""Notes of Anki: collections and plain text to note types with their notes, and note types to tables."""
