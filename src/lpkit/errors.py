"""The one exception that stops a run on purpose."""


class LpkitError(Exception):
    """An expected failure: what is wrong in one line, and a hint with the next step. Exit code 2."""

    def __init__(self, message: str, hint: str | None = None) -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint
