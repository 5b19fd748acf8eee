"""A cheat sheet in Markdown: for each pattern the prompt, the coach's notes and the model answer."""

from collections.abc import Iterable, Mapping

from lpkit.export import Artifact, Corpus, Loss
from lpkit.model import Pack


class CheatSheet:
    name = "cheatsheet"
    summary = "One page of Markdown a library: prompts, coaching and model answers."
    schemas: Mapping[str, Mapping[str, object]] = {}
    settings: Mapping[str, str] = {"title": "a heading; the title of the library where it is not set"}

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        for shelf in corpus.shelves:
            title = options.get("title", shelf.library.title)
            sections = [f"# {title}\n", *map(_section, shelf.packs)]
            yield Artifact(f"{shelf.library.id}.md", "\n".join(sections).encode())

    def losses(self, corpus: Corpus) -> Iterable[Loss]:
        for shelf in corpus.shelves:
            for pack in shelf.packs:
                yield Loss(pack.id, "questions", "a cheat sheet asks nothing")


def _section(pack: Pack) -> str:
    notes = "\n".join(f"- {note}" for note in pack.coaching)
    return f"## {pack.title}\n\n> {pack.prompt}\n\n{notes}\n\n{pack.model_answer.guidance}\n"


exporter = CheatSheet()
