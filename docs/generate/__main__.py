"""Writes the pages of this site that follow from the code: rules, commands and the format.

`python docs/generate` writes them; `python docs/generate --check` names those that are out of date and writes nothing.
"""

import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent
sys.path.append(str(DOCS.parent / "tests"))

from command_page import command_page  # noqa: E402
from format_pages import format_pages  # noqa: E402
from rule_pages import rule_pages  # noqa: E402

FOLDERS = ("rules",)
"""Folders in which every page is generated: one too many is out of date as well."""


def main() -> int:
    """Write the pages, or compare them; give the exit code."""
    pages = {**rule_pages(), **format_pages(), "commands.md": command_page()}
    surplus = [file for name in FOLDERS for file in (DOCS / name).glob("*") if f"{name}/{file.name}" not in pages]
    stale = [name for name, text in pages.items() if _read(DOCS / name) != text]
    if "--check" in sys.argv[1:]:
        sys.stdout.writelines(f"docs/{name} is out of date: python docs/generate\n" for name in stale)
        sys.stdout.writelines(f"{file} has no rule: python docs/generate\n" for file in surplus)
        return 1 if stale or surplus else 0
    for name in stale:
        (DOCS / name).parent.mkdir(exist_ok=True)
        (DOCS / name).write_bytes(pages[name].encode())
    for file in surplus:
        file.unlink()
    sys.stdout.write(f"{len(pages)} pages, {len(stale)} of them changed\n")
    return 0


def _read(file: Path) -> str | None:
    return file.read_bytes().decode() if file.is_file() else None


sys.exit(main())
