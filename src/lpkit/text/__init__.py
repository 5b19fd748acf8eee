"""Words and sentences: what rules ask of texts, without knowing what a pack is."""
