"""QTI 1.2 as Canvas and Common Cartridge read it: items (`item`) of the same `parts`, with names within limits."""
