"""The resolved corpus that every front end stands on: references filled in, options ordered, hashes taken."""
