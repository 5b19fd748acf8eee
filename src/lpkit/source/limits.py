"""What a file may be at most, so that no input can hang or crash a run."""

MAX_BYTES = 2_000_000
"""A pack of real length has about 16 kB; two million bytes leave room for a hundred of them in one file."""

MAX_DEPTH = 32
"""The format nests seven deep. libyaml's event stream turns quadratic at thousands of open brackets."""

MAX_INTEGER_DIGITS = 18
"""Longer digit strings stay text: they fit no field, and converting them takes quadratic time."""

MAX_FLAWS = 100
"""After so many the file is surely not a pack; more lines would only bury the first."""
