"""The libraries of H5P that content names: a site refuses what names a version that it does not have."""

import re
from dataclasses import dataclass

from lpkit.export import LpkitError
from lpkit_exporters.bundle.settings import Options

QUESTION_SET, MULTI_CHOICE = "H5P.QuestionSet", "H5P.MultiChoice"
_VERSION = re.compile(r"(\d{1,3})\.(\d{1,3})", re.ASCII)
_DEFAULTS = {"question-set": "1.20", "multi-choice": "1.16"}


@dataclass(frozen=True, slots=True)
class Versions:
    """The versions of both libraries, as `1.20`."""

    question_set: str
    multi_choice: str

    def named(self, library: str) -> str:
        """Name a library as content does: `H5P.MultiChoice 1.16`."""
        return f"{library} {self._of(library)}"

    def dependency(self, library: str) -> dict[str, str | int]:
        """Name a library as the description of a package does."""
        major, minor = map(int, self._of(library).split("."))
        return {"machineName": library, "majorVersion": major, "minorVersion": minor}

    def _of(self, library: str) -> str:
        return self.question_set if library == QUESTION_SET else self.multi_choice


def versions_of(options: Options) -> Versions:
    """Read the settings.

    Raises LpkitError where one is not two numbers with a dot between them.
    """
    found = {name: options.get(name, default) for name, default in _DEFAULTS.items()}
    for name, version in found.items():
        if not _VERSION.fullmatch(version):
            raise LpkitError(f"{name} is {version or 'empty'}", f"it is a version such as {_DEFAULTS[name]}")
    return Versions(found["question-set"], found["multi-choice"])
