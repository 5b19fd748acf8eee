"""Which terminals read links (OSC 8)."""

import os

from lpkit.cli.printer import coloured

_VTE_BROKEN = 5000
_LINKING_VARIABLES = ("WT_SESSION", "KONSOLE_VERSION", "KITTY_WINDOW_ID", "DOMTERM", "GHOSTTY_RESOURCES_DIR")
_LINKING_PROGRAMS = frozenset(("iTerm.app", "WezTerm", "vscode", "Hyper", "ghostty", "zed", "rio"))
_LINKING_TERMS = frozenset(("xterm-kitty", "alacritty", "foot", "xterm-ghostty", "wezterm", "contour"))


def links() -> bool:
    """Tell whether to make links (OSC 8) on standard output: on a terminal of which we know that it reads them.

    None can be asked, so it goes by what terminals say of themselves in the environment, as programs commonly do:
    FORCE_HYPERLINK decides where it is set; else those of VTE since 0.50.1, which broke on links before, and those that
    are known by a variable or name of their own. Where nothing is coloured, nothing is a link: NO_COLOR is set by those
    who want text alone.
    """
    if not coloured():
        return False
    forced = os.environ.get("FORCE_HYPERLINK")
    if forced is not None:
        return forced not in ("", "0", "false")
    version = os.environ.get("VTE_VERSION", "")
    return (
        (version.isdecimal() and int(version) > _VTE_BROKEN)
        or any(os.environ.get(name) for name in _LINKING_VARIABLES)
        or os.environ.get("TERM_PROGRAM") in _LINKING_PROGRAMS
        or os.environ.get("TERM") in _LINKING_TERMS
    )
