"""A shard: one of several parts of a check that run apart; what their pack stages gave is merged afterwards."""

from hashlib import sha256
from typing import NamedTuple

from lpkit.errors import LpkitError
from lpkit.pattern import pattern

_FORM = pattern(r"([1-9][0-9]{0,8})/([1-9][0-9]{0,8})")


class Shard(NamedTuple):
    """One of some parts, counted from 1."""

    number: int
    of: int

    def owns(self, name: str) -> bool:
        """Tell whether a file, by the name that reports show, belongs to this part: a hash of the name says so.

        So no file moves to another part because others come or go, and the order of a listing means nothing.
        """
        digest = sha256(name.encode(errors="surrogatepass")).digest()
        return int.from_bytes(digest[:8], "big") % self.of == self.number - 1


def read_shard(text: str) -> Shard:
    """Read `2/3`.

    Raises LpkitError where it is no such pair, or the first number is above the second.
    """
    match = _FORM.fullmatch(text)
    shard = Shard(int(match[1]), int(match[2])) if match else None
    if shard is None or shard.number > shard.of:
        raise LpkitError(f'"{text}" is no part of a whole', "write --shard 2/3 for the second of three")
    return shard
