"""Questions in QTI: packages and files of version 1.2, as Canvas and Blackboard write them, and of 2.x and 3.0."""

from collections.abc import Iterator, Mapping

from lpkit.importing import Draft, Imported, Note, Options
from lpkit_importers.assessment import first, later
from lpkit_importers.assessment.package import FIRST, MANIFEST, items_of
from lpkit_importers.foreign.account import Account
from lpkit_importers.foreign.archive import member_names
from lpkit_importers.foreign.xml import Node, begins_with

_TAGS = (FIRST, "assessmentItem", "qti-assessment-item", "assessmentTest", "qti-assessment-test")


class QtiImporter:
    """Reads items that offer a choice of one option; what is said of a wrong answer becomes the option's `why`."""

    name = "qti"
    summary = "QTI 1.2 (Canvas, Blackboard), 2.x and 3.0: a package or its XML, the choices with one right answer."
    settings: Mapping[str, str] = {}

    def recognises(self, name: str, content: bytes) -> bool:  # noqa: ARG002
        """Tell whether the content is an archive with a manifest, or XML that begins as QTI does."""
        if any(begins_with(content, tag) for tag in _TAGS):
            return True
        return any(name.rpartition("/")[2] == MANIFEST for name in member_names(content))

    def read(self, content: bytes, options: Options) -> Imported:  # noqa: ARG002
        """Read the items.

        Raises LpkitError where the file is neither XML nor an archive, is beyond the limits, or holds no QTI.
        """
        account = Account("item")
        notes: list[Note] = []
        drafts = tuple(_drafts(items_of(content, notes), account))
        return Imported(drafts, (*notes, *account.notes()))


def _drafts(items: list[Node], account: Account) -> Iterator[Draft]:
    for number, item in enumerate(items, start=1):
        version = first if item.tag == "item" else later
        kind = version.kind_of(item)
        if kind is None:
            yield version.choice_of(item, number).draft("item", account)
        elif kind:
            account.leave(number, kind)
        else:
            account.lose(number, "a text without a question")


importer = QtiImporter()
