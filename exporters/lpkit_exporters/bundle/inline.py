"""A text within a line of a README in Markdown, in which no sign of it means anything."""


def inline(text: str) -> str:
    """Give a text on one line, signs that Markdown would obey escaped."""
    return "".join(f"\\{sign}" if sign in "\\`*_[]<>&#|~" else sign for sign in " ".join(text.split()))
