"""HTML as elements of OLX: what a text says is never taken for markup or for a variable of Open edX."""

import re
from xml.etree.ElementTree import Element

from lpkit_exporters.items.xml import element, markup

_NONE: dict[str, str] = {}
# A problem's HTML is searched for these names with a dollar sign before them, and their values are put there.
_VARIABLE = re.compile(r"\$(?=(?:seed|anonymous_student_id|script_code|python_path|extra_files)[^<>]*(>?))")


def block(tag: str, html: str, attributes: dict[str, str] = _NONE) -> Element:
    """Make an element that holds HTML."""
    return element(tag, attributes, markup(_guarded(html)))


def boxed(tag: str, html: str, attributes: dict[str, str] = _NONE) -> Element:
    """Make an element that holds HTML in a box of its own.

    The text right within a choice or a label is shown as if it were markup, that of an element in it is not.
    """
    box = "div" if "<p>" in html or "<pre>" in html else "span"
    return block(tag, f"<{box}>{html}</{box}>", attributes)


def _guarded(html: str) -> str:
    """Part each sign of a variable from its name: by an element that shows nothing else, or as a link spells it."""
    if "$" not in html:
        return html
    return _VARIABLE.sub(lambda found: "%24" if found[1] else "<span>$</span>", html)
