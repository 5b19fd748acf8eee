"""Files as git keeps them at a revision, read with the git of the system."""

from collections.abc import Callable, Iterator, Sequence
from pathlib import Path, PurePosixPath

from lpkit.errors import LpkitError
from lpkit.git.command import run_git

_REGULAR = (b"100644", b"100755")
"""Modes of plain files; links and submodules hold no text of their own."""


def repository_root(folder: Path) -> Path | None:
    """Give the top folder of the git repository that a folder is in; None outside any."""
    result = run_git(folder, "rev-parse", "--show-toplevel")
    return Path(result.stdout.decode(errors="surrogateescape").rstrip("\n")) if result.returncode == 0 else None


def write_revision(root: Path, commit: str, below: Sequence[str], target: Path, wanted: Callable[[str], bool]) -> None:
    """Write files of a commit into a folder, as the repository holds them: no filters, no attributes.

    `below` names files and folders, relative to the root of the repository; what is not there is left out. `wanted`
    tells by its name whether a file is written.

    Raises LpkitError where git fails.
    """
    listed = run_git(root, "ls-tree", "-r", "-z", "--full-tree", commit, "--", *(f"{name}" for name in below))
    if listed.returncode:
        raise LpkitError(f"git cannot list {commit[:12]}: {_last_line(listed.stderr)}")
    entries = [entry for entry in _blobs(listed.stdout) if wanted(entry[1].name)]
    hashes = b"".join(hash_ + b"\n" for hash_, _ in entries)
    read = run_git(root, "cat-file", "--batch", given=hashes)
    if read.returncode:
        raise LpkitError(f"git cannot read {commit[:12]}: {_last_line(read.stderr)}")
    for (_, path), content in zip(entries, _contents(read.stdout), strict=True):
        file = target / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content)


def _blobs(listed: bytes) -> Iterator[tuple[bytes, PurePosixPath]]:
    for line in listed.split(b"\0"):
        head, _, name = line.partition(b"\t")
        path = PurePosixPath(name.decode(errors="surrogateescape"))
        if head[:6] in _REGULAR and ".." not in path.parts:
            yield head.split()[2], path


def _contents(batch: bytes) -> Iterator[bytes]:
    """Split the output of `git cat-file --batch`: a line that ends in the size, the bytes, a line end."""
    at = 0
    while at < len(batch):
        end = batch.index(b"\n", at)
        size = int(batch[at:end].rpartition(b" ")[2])
        yield batch[end + 1 : end + 1 + size]
        at = end + size + 2


def _last_line(text: bytes) -> str:
    return text.decode(errors="replace").strip().rpartition("\n")[2]
