"""Scores, totals, bands and markers."""
