"""What a page may load and run: its own style and script, nothing else.

`media-src blob:` is for the reader's own recordings: a page plays them from its memory, and `blob:` names nothing that
comes from elsewhere. Recording itself needs no leave of a policy; the browser asks the reader.
"""

from base64 import b64encode
from hashlib import sha256

_REST = (
    "img-src data:; media-src blob:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; "
    "trusted-types 'none'"
)


def site_policy() -> str:
    """Allow the files of the site."""
    return f"default-src 'none'; style-src 'self'; script-src 'self'; {_REST}"


def single_policy(style: str, script: str) -> str:
    """Allow one style sheet and one script, each by its hash."""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; {_REST}"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
