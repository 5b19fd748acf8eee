"""Inputs by the thousand: a bounded sample runs in the suite, and each module runs for hours as a command."""
