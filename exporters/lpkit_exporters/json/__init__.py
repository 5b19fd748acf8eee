"""The json exporter: an index and one file a pack, with every reference resolved, for front ends."""

from collections.abc import Iterable, Iterator, Mapping
from functools import partial
from typing import Any

from lpkit.export import Artifact, Corpus, Loss

_KINDS = ("index", "pack", "question", "answer", "fix-it", "changes")


class _Schemas(Mapping[str, Mapping[str, Any]]):
    """The schemas of the bundle by file name, each built when somebody reads it."""

    _NAMES: Mapping[str, tuple[str, bool]] = {
        f"export-{kind}{suffix}.schema.json": (kind, bool(suffix)) for kind in _KINDS for suffix in ("", "-reader")
    }

    def __getitem__(self, name: str) -> Mapping[str, Any]:
        kind, reader = self._NAMES[name]
        from lpkit_exporters.json.schema import export_schema

        return export_schema(kind, reader)

    def __iter__(self) -> Iterator[str]:
        return iter(self._NAMES)

    def __len__(self) -> int:
        return len(self._NAMES)


class JsonExporter:
    """Writes `index.json`, `packs/<library>/<pack>.json`, and `lpkit.d.ts` with their types."""

    name = "json"
    summary = "A versioned bundle for front ends: index.json and one file a pack, with published schemas."
    schemas: Mapping[str, Mapping[str, Any]] = _Schemas()
    settings: Mapping[str, str] = {
        "html": "true: beside each text in Markdown the same as safe HTML, in a key that ends in _html",
        "jsonl": "true: also packs.jsonl, one pack a line, for pipelines",
        "rows": "true: also questions.jsonl, answers.jsonl and fix_its.jsonl, one a line, for tables",
    }
    since = True
    names_options = True

    def render(self, corpus: Corpus, options: Mapping[str, str]) -> Iterable[Artifact]:
        """Give the index first, then the packs in its order, lines, types, and of a cut corpus what changed.

        Raises LpkitError where a setting is neither true nor false.
        """
        from lpkit_exporters.bundle.news import with_news
        from lpkit_exporters.bundle.settings import flag
        from lpkit_exporters.json.files import json_files
        from lpkit_exporters.json.html import with_html

        html, jsonl, rows = (flag(options, name) for name in ("html", "jsonl", "rows"))
        changes = partial(with_html, kind="changes") if html else dict
        return with_news(corpus, json_files(corpus, html, jsonl, rows), changes)

    def losses(self, corpus: Corpus) -> Iterable[Loss]:  # noqa: ARG002
        """Give nothing: the bundle holds every field of a pack."""
        return ()


exporter = JsonExporter()
