"""Whether quotes and claims hold against the answers."""
