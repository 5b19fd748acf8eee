"""The json exporter: an index and one file a pack, with every reference resolved, for front ends."""

from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from lpkit.export import Artifact, Corpus, Loss


class _Schemas(Mapping[str, Mapping[str, Any]]):
    """The schema of the bundle by file name, built when somebody reads it."""

    _NAME = "export.schema.json"

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        if name != self._NAME:
            raise KeyError(name)
        from lpkit_exporters.json.schema import export_schema

        return export_schema()

    def __iter__(self) -> Iterator[str]:
        return iter((self._NAME,))

    def __len__(self) -> int:
        return 1


class JsonExporter:
    """Writes `index.json`, `packs/<library>/<pack>.json`, and `lpkit.d.ts` with their types."""

    name = "json"
    summary = "A versioned bundle for front ends: index.json and one file a pack, with a published schema."
    schemas: Mapping[str, Mapping[str, Any]] = _Schemas()
    settings: Mapping[str, str] = {"jsonl": "true: also packs.jsonl, one pack a line, for pipelines"}

    since = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the index first, then the packs in its order, then the types, and of a cut corpus what changed."""
        from lpkit_exporters.json.news import with_news

        return with_news(corpus, self._files(corpus, options))

    def _files(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        from lpkit_exporters.bundle.bundle import bundle
        from lpkit_exporters.bundle.text import json_bytes, json_line
        from lpkit_exporters.json.schema import export_types

        content = bundle(corpus)
        yield Artifact("index.json", json_bytes(content.index))
        for path, pack in content.packs.items():
            yield Artifact(path, json_bytes(pack))
        if options.get("jsonl") == "true":
            yield Artifact("packs.jsonl", b"".join(map(json_line, content.packs.values())))
        yield Artifact("lpkit.d.ts", export_types().encode())

    def losses(self, corpus: Corpus) -> Iterable[Loss]:  # noqa: ARG002
        """Give nothing: the bundle holds every field of a pack."""
        return ()


exporter = JsonExporter()
