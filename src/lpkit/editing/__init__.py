"""Changing files as their authors wrote them: single edits, the proof of fixes, and suppressions."""
