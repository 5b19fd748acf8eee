"""Multiple-choice questions in GIFT, the text format of Moodle; other kinds of question are named and left out.

The format is described in Moodle's documentation, "GIFT format"; `lpkit_importers.gift_format` reads it.
"""

import re
from collections import Counter
from collections.abc import Mapping

from lpkit.importing import Decision, Draft, Imported, LpkitError, Note, Options, decoded, lines_of
from lpkit_importers.gift_format.answers import answers_of, key_of
from lpkit_importers.gift_format.drafts import Choice, drafted
from lpkit_importers.gift_format.entries import Category, Entry, entries_of
from lpkit_importers.gift_format.grammar import parts_of
from lpkit_importers.gift_format.kinds import REASONS, Kind, kind_of
from lpkit_importers.gift_format.settings import SETTINGS, Settings, settings_of
from lpkit_importers.table.encoding import decode_table

_LOOKS_LIKE = re.compile(r"^\$CATEGORY:|\{[^{}=~]*[=~][^{}]*\}", re.MULTILINE)


class GiftImporter:
    """Reads questions; entries are parted by blank lines. What cannot be held becomes a note.

    Ids are made of the stem, not of titles; a number in a comment becomes a former name. Feedback on a wrong answer
    becomes the option's `why`, general feedback and that on the key the worked solution.
    """

    name = "gift"
    summary = "Moodle's GIFT: the multiple-choice questions with one right answer."
    settings: Mapping[str, str] = SETTINGS

    def recognises(self, name: str, content: bytes) -> bool:
        """Tell whether any entry has answers in braces."""
        text = content.decode("utf-8", "replace")
        return name.lower().endswith(".gift") or bool(_LOOKS_LIKE.search(text))

    def read(self, content: bytes, options: Options) -> Imported:
        """Read the entries.

        Raises LpkitError where the bytes are text in no encoding or in two, and where a setting says nothing.
        """
        settings = settings_of(options)
        text, encoding = _text_of(content, options)
        found = [*entries_of(lines_of(text))]
        settings.require({each.path for each in found if isinstance(each, Category)})
        reading = _Reading(settings)
        for each in found:
            reading.take(each)
        said = [Decision("text", encoding)] if encoding else []
        return Imported(tuple(reading.drafts), tuple(reading.notes), (*said, *reading.counted()))


class _Reading:
    """What was read so far: drafts, notes, and how many questions of each kind there were."""

    def __init__(self, settings: Settings) -> None:
        self.drafts: list[Draft] = []
        self.notes: list[Note] = []
        self._settings = settings
        self._kinds: Counter[str] = Counter()

    def take(self, each: Entry | Category) -> None:
        """Take an entry, or say why it is left out."""
        if isinstance(each, Category):
            if not (self._settings.only or self._settings.pool_of(each.path)):
                self.notes.append(Note(f"line {each.line}", f"not held: category {each.path}"))
        elif not self._settings.takes(each.category):
            self._kinds["in other categories"] += 1
        else:
            self._read(each)

    def _read(self, entry: Entry) -> None:
        parts = parts_of(entry)
        kind = kind_of(parts)
        if kind != Kind.CHOICE:
            self._leave_out(entry, kind, parts.fault or REASONS[kind])
            return
        answers = answers_of(parts.answers or "")
        key = key_of(answers)
        if key.reason:
            self._leave_out(entry, key.kind, key.reason)
            return
        draft, notes = drafted(Choice(entry, parts, answers, key.place), self._settings)
        self.notes += notes
        self.drafts += [draft] if draft else []
        self._kinds["taken" if draft else "multiple choice that the format cannot hold"] += 1

    def _leave_out(self, entry: Entry, kind: str, reason: str) -> None:
        self.notes.append(Note(f"line {entry.line}", f"left out: {reason}"))
        self._kinds[kind] += 1

    def counted(self) -> list[Decision]:
        """Say how many questions of each kind there are."""
        taken = self._kinds.pop("taken", 0)
        others = ", ".join(f"{number} {kind}" for kind, number in self._kinds.most_common())
        said = f"{taken} multiple choice with one key{others and f'; left out: {others}'}"
        return [Decision("questions", said)]


def _text_of(content: bytes, options: Options) -> tuple[str, str]:
    """Give the text of a file, and its encoding where that is not UTF-8."""
    named = next(iter(options.get("encoding", ())), None)
    try:
        return (decoded(content), "") if named is None else decode_table(content, named)
    except LpkitError:
        if named:
            raise
        return decode_table(content, None)


importer = GiftImporter()
