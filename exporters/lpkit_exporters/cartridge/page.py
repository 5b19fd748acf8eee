"""Pages of a pack: what to know before its quizzes, and what the expert made of the answers."""

from collections.abc import Iterable, Iterator
from html import escape

from lpkit.model import Advice
from lpkit_exporters.bundle.direction import direction
from lpkit_exporters.bundle.pack_model import FixItEntry, PackFile
from lpkit_exporters.bundle.printable import printable
from lpkit_exporters.items import Evaluation, Text
from lpkit_exporters.items.page import graders_page, guidance_page


def lesson_page(file: PackFile) -> bytes:
    """Give what is read first: principle, interview question, concepts and coaching."""
    principle = file.principle
    parts = [
        f"<p><strong>{escape(principle.title)}</strong></p>{Text(principle.summary, prose=True).html()}",
        f"<p>Level: {escape(file.level.title)}</p>",
        _part("Interview question", Text(file.prompt).html() + Text(file.evaluate.setting, prose=True).html()),
    ]
    concepts = "".join(_concept(one.title, one.ask, one.text) for one in file.concepts)
    notes = "".join(f"<li>{_note(one)}</li>" for one in file.coaching)
    parts += [_part("What to know", concepts), _part("Coaching", f"<ul>{notes}</ul>" if notes else "")]
    return _document(file.library.language, file.title, parts)


def answers_page(file: PackFile, evaluation: Evaluation) -> bytes:
    """Give what is read last: rubric, verdicts, the answers with the expert's scores, and how to mend weak words."""
    parts = [
        _part("Answers and scores", graders_page(evaluation)),
        guidance_page(evaluation),
        _part("Rewrites", "".join(map(_rewrite, file.fix_its))),
    ]
    return _document(file.library.language, f"{file.title}: answers and scores", parts)


def _concept(title: str, ask: str | None, text: str) -> str:
    asked = f"<p><em>{escape(ask)}</em></p>" if ask else ""
    return f"<h3>{escape(title)}</h3>{asked}{Text(text, prose=True).html()}"


def _note(one: Advice) -> str:
    asked = f"<p><em>{escape(one.ask)}</em></p>" if one.ask else ""
    return asked + Text(one.text, prose=True).html()


def _rewrite(one: FixItEntry) -> str:
    before, after = (f"<blockquote>{Text(text).html()}</blockquote>" for text in (one.before, one.after))
    why = Text(one.why, prose=True).html()
    return f"<h3>{escape(one.title)}, answer {escape(one.candidate.upper())}</h3>{before}<p>Better:</p>{after}{why}"


def _part(title: str, html: str) -> str:
    return f"<h2>{escape(title)}</h2>{html}" if html else ""


def _document(language: str, title: str, parts: Iterable[str]) -> bytes:
    return printable("\n".join(_lines(language, title, parts))).encode()


def _lines(language: str, title: str, parts: Iterable[str]) -> Iterator[str]:
    yield "<!DOCTYPE html>"
    way = ' dir="rtl"' if direction(language) == "rtl" else ""
    yield f'<html lang="{escape(language)}"{way}>'
    yield f'<head><meta charset="utf-8"/><title>{escape(title)}</title></head>'
    yield f"<body><h1>{escape(title)}</h1>"
    yield from (part for part in parts if part)
    yield "</body></html>\n"
