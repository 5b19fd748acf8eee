"""Writes the pages of this site that follow from the code: rules, commands, the format and the table of settings.

`python docs/generate` writes them; `python docs/generate --check` names those that are out of date and writes nothing.

`python docs/generate --pictures` takes the pictures, too, into `docs/images`: what `lpkit init` writes, as a site, as a
card and in `lpkit serve`, in light and in dark. It needs Chromium and `anki`. Fonts differ between machines, and so do
the bytes: nothing compares them. Look at each before you commit it.
"""

import sys
from pathlib import Path

DOCS = Path(__file__).parent.parent
sys.path.append(str(DOCS.parent / "tests"))

from command_page import command_page  # noqa: E402
from format_pages import format_pages  # noqa: E402
from rule_pages import rule_pages  # noqa: E402
from setting_table import with_table  # noqa: E402

FOLDERS = ("rules",)
"""Folders in which every page is generated: one too many is out of date as well."""
SETTINGS = "settings.md"


def main() -> int:
    """Write the pages, or compare them; give the exit code."""
    pages = {**rule_pages(), **format_pages(), "commands.md": command_page()}
    pages[SETTINGS] = with_table(_read(DOCS / SETTINGS) or "")
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
    if "--pictures" in sys.argv[1:]:
        from pictures import take_pictures

        for file in take_pictures(DOCS / "images"):
            sys.stdout.write(f"{file.relative_to(DOCS.parent)}: {file.stat().st_size:,} bytes\n")
    return 0


def _read(file: Path) -> str | None:
    return file.read_bytes().decode() if file.is_file() else None


sys.exit(main())
