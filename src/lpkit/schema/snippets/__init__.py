"""What an author may have written at once: each item of the format with a stop for each thing to fill in.

The one table of snippets: the published schemas give it to editors as `defaultSnippets`, `lpkit lsp` as completions.
A text that an author has to write begins with TODO, which LP701 reports for as long as it stands there. No text holds
what YAML would read as more than a text, nor `$`, `}` or a backslash, which mean something in a snippet.
"""

from lpkit.schema.snippets import of_libraries, of_packs
from lpkit.schema.snippets.parts import NOTHING_KNOWN, Body, Known, Snippet, Stop, known_of

__all__ = ["NOTHING_KNOWN", "SNIPPETS", "Body", "Known", "Snippet", "Stop", "known_of"]

SNIPPETS: tuple[Snippet, ...] = (*of_packs.SNIPPETS, *of_libraries.SNIPPETS)
"""All snippets, those of packs first."""
