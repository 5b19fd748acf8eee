"""What a page may load and run: its own style and script, nothing else."""

from base64 import b64encode
from hashlib import sha256

_REST = "img-src data:; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'; trusted-types 'none'"


def site_policy() -> str:
    """Allow the files of the site."""
    return f"default-src 'none'; style-src 'self'; script-src 'self'; {_REST}"


def single_policy(style: str, script: str) -> str:
    """Allow one style sheet and one script, each by its hash."""
    return f"default-src 'none'; style-src '{_hash(style)}'; script-src '{_hash(script)}'; {_REST}"


def _hash(text: str) -> str:
    return f"sha256-{b64encode(sha256(text.encode()).digest()).decode()}"
