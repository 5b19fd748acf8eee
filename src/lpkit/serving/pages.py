"""Exported files as they are served: pages listen for changes, and their policy is a header.

The policy of a page stands in a `meta` element, which no header can widen. Served pages must connect to this server
to hear of changes, so their policy moves into the header, where that is allowed; exported pages stay as strict as
they are.
"""

import hashlib
import re
from dataclasses import dataclass
from html import escape, unescape
from importlib.resources import files

from lpkit.export import Artifact

OWN = "-/"
"""Below this path are our own files; no exporter writes there."""

_POLICY = re.compile(r'<meta http-equiv="?Content-Security-Policy"? content="([^"]*)">\n?')
_STRICT = "default-src 'none'; style-src 'self'; script-src 'self'; base-uri 'none'; form-action 'none'"
_SERVED = "connect-src 'self'"
_TYPES = {
    "html": "text/html; charset=utf-8",
    "js": "text/javascript; charset=utf-8",
    "css": "text/css; charset=utf-8",
}
_EMPTY = """<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>{title}</title><link rel="icon" href="data:,"></head>
<body class="lpkit-empty"><main><h1>{title}</h1><p>{text}</p>{link}</main></body></html>
"""


@dataclass(frozen=True, slots=True)
class Served:
    """An answer: its bytes, its type, and the policy that holds for it."""

    content: bytes
    media_type: str
    policy: str = _STRICT
    digest: str = ""
    """Changes with the content; empty for a page that stands in for one that is not there."""


def served(artifact: Artifact) -> Served:
    """Prepare an exported file."""
    kind = artifact.path.rpartition(".")[2]
    media_type = _TYPES.get(kind, "application/octet-stream")
    if kind != "html":
        return Served(artifact.content, media_type)
    digest = hashlib.sha256(artifact.content).hexdigest()[:16]
    text = artifact.content.decode()
    found = _POLICY.search(text)
    policy = unescape(found[1]) if found else _STRICT
    html = _listening(_POLICY.sub("", text, count=1), artifact.path, digest)
    return Served(html.encode(), media_type, f"{policy}; {_SERVED}", digest)


def stand_in(path: str, title: str, text: str, home: bool) -> Served:
    """Make a page for an address that has none now, and that listens in case it gets one."""
    link = '<p><a href="/">Show all patterns</a></p>' if home else ""
    html = _EMPTY.format(title=escape(title), text=escape(text), link=link)
    policy = f"{_STRICT}; img-src data:; {_SERVED}"
    return Served(_listening(html, path, "").encode(), _TYPES["html"], policy)


def own_files() -> dict[str, Served]:
    """Give the script that listens and its style sheet, by path."""
    folder = files("lpkit.serving") / "assets"
    names = ("listen.js", "listen.css")
    return {OWN + name: Served((folder / name).read_bytes(), _TYPES[name.rpartition(".")[2]]) for name in names}


def _listening(html: str, path: str, digest: str) -> str:
    """Add what listens to the head of a page."""
    script = f'<script src="/{OWN}listen.js" data-page="{escape(path)}" data-digest="{digest}" defer></script>'
    return html.replace("</head>", f'<link rel="stylesheet" href="/{OWN}listen.css">\n{script}\n</head>', 1)
