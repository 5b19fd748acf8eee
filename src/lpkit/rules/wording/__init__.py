"""Slips of the pen in any text."""
