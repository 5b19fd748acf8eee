"""Writes the catalogues of the interface anew, after a message was written or changed, and after a translation.

`python exporters/catalogues/update.py` reads every message out of the code and writes `lpkit.pot`; each catalogue
`lpkit.po` gets what is new, to be translated, and loses what is no longer said; `lpkit.mo` is what programs read.
`--check` writes nothing and names what is out of date or not translated; `--add pt_BR` begins a language.
"""

import sys

from writing import add, stale, update


def main(arguments: list[str]) -> int:
    """Write the catalogues, or look at them; give the exit code."""
    if arguments[:1] == ["--add"] and len(arguments) == 2:
        add(arguments[1])
        arguments = []
    if arguments == ["--check"]:
        found = list(stale())
        sys.stdout.writelines(f"{line}\n" for line in found)
        return 1 if found else 0
    if arguments:
        sys.stdout.write(__doc__ or "")
        return 2
    for line in update():
        sys.stdout.write(f"{line}\n")
    return 0


sys.exit(main(sys.argv[1:]))
