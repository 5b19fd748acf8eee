"""Flaws in the writing of single questions."""
