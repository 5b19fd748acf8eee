"""The questions of a pack as choices."""

from collections.abc import Iterator

from lpkit.export import fixed_places
from lpkit_exporters.bundle.pack_model import PackFile, QuestionEntry
from lpkit_exporters.items.identity import Identity
from lpkit_exporters.items.model import Choice, Option, Passage, Tag
from lpkit_exporters.items.text import Text


def question_choices(file: PackFile, identity: Identity) -> Iterator[Choice]:
    """Give the questions of a pack that are news, in the order of the source."""
    shared = pack_tags(file)
    for question in file.questions:
        if identity.is_news("question", f"{file.id}/{question.id}"):
            yield _choice(file, question, identity, shared)


def pack_tags(file: PackFile) -> tuple[Tag, ...]:
    """Give the tags that all items of a pack have."""
    own = (("tag", tag) for tag in file.tags)
    return (("principle", file.principle.id), ("level", file.level.id), ("pack", file.id), *own)


def _choice(file: PackFile, question: QuestionEntry, identity: Identity, shared: tuple[Tag, ...]) -> Choice:
    stem = Text(question.stem)
    return Choice(
        id=identity.name("question", f"{file.id}/{question.id}"),
        kind="question",
        name=stem.line(),
        context=(Passage("", Text(question.excerpt)),) if question.excerpt else (),
        stem=stem,
        options=tuple(_options(question, file.library.language)),
        steps=_prose(question.steps),
        mistakes=_prose(question.mistakes),
        hints=_prose([question.hint] if question.hint else []),
        tags=(*shared, ("pool", question.pool), ("difficulty", question.difficulty)),
        difficulty=question.difficulty,
        pool=question.pool,
        language=file.library.language,
        changed_at=question.changed_at,
    )


def _options(question: QuestionEntry, language: str) -> Iterator[Option]:
    """Give the options as they are first shown; two with the words of the key would be no question with one."""
    fixed = {question.options[place].id for place in fixed_places(question, language)}
    key = next((option.id for option in question.options if option.correct), question.options[0].id)
    for option in question.shown():
        feedback = Text(option.why, prose=True) if option.why and option.id != key else None
        yield Option(option.id, Text(option.text), feedback, option.id == key, option.id in fixed)


def _prose(texts: list[str]) -> tuple[Text, ...]:
    return tuple(Text(text, prose=True) for text in texts)
