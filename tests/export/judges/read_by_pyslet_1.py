"""Read the items of a package of QTI 1.2 with pyslet by its model of that version; with `score`, score each option.

For scores pyslet migrates an item to version 2.1, as the tool does by which Canvas imports. What of pyslet does not
run in Python 3 is mended here: what a bank has, and how a child is found.
"""

import io
import json
import sys
import zipfile
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pyslet.imsqtiv1p2p1 as earlier
import pyslet.imsqtiv2p1 as later
from pyslet.qtiv1.objectbank import ObjectBank
from pyslet.qtiv2.variables import ItemSessionState
from pyslet.xml.structures import Element


def first_or_new(self: Any, kind: Any) -> Any:
    """Give the first child of a kind, or a new one."""
    return next(self.find_children_depth_first(kind, max_depth=1), None) or self.add_child(kind)


ObjectBank.metadata = {}
Element.get_or_add_child = first_or_new


def items_of(node: Any) -> Iterator[Any]:
    """Give the items of a bank, an assessment or a section, which pyslet cannot search."""
    inner = [child for name in ("ObjectBank", "Assessment") if (child := getattr(node, name, None))]
    for name in ("ObjectMixin", "SectionMixin", "SectionItemMixin"):
        inner += getattr(node, name, [])
    for child in inner:
        yield from [child] if isinstance(child, earlier.item.Item) else items_of(child)


def options_of(item: Any) -> dict[str, None]:
    """Give the options of an item."""
    return {label.ident: None for label in item.find_children_depth_first(earlier.item.ResponseLabel)}


def scores_of(item: Any) -> dict[str, float]:
    """Give the score of each option of an item of version 2."""
    session, scores = ItemSessionState(item), {}
    for choice in item.find_children_depth_first(later.interactions.SimpleChoice):
        session.begin_session()
        session.begin_attempt()
        session["response1"].set_value(choice.identifier)
        session.end_attempt()
        scores[choice.identifier] = session["SCORE"].value
    return scores


package, found, *score = sys.argv[1:]
read: dict[str, Any] = {}
with zipfile.ZipFile(package) as archive:
    for name in archive.namelist():
        content = archive.read(name)
        if b"<questestinterop" not in content:
            continue
        document = earlier.QTIDocument()
        document.read(src=io.BytesIO(content))
        if score:
            read |= {one.root.identifier: scores_of(one.root) for one, *_ in document.root.migrate_to_v2()}
        else:
            read |= {item.ident: options_of(item) for item in items_of(document.root)}
Path(found).write_text(json.dumps(read), encoding="utf-8")
