"""Read the items and tests of a package with pyslet, by its model of QTI 2.1, and score each option of each choice.

It runs in a process of its own: it warns of what later versions of Python will do to it.
"""

import io
import json
import sys
import zipfile
from pathlib import Path
from typing import Any

import pyslet.imsqtiv2p1 as qti
from pyslet.qtiv2.variables import ItemSessionState

package, found = sys.argv[1:]
tests: dict[str, list[str]] = {}
scores: dict[str, dict[str, Any]] = {}
with zipfile.ZipFile(package) as archive:
    for name in archive.namelist():
        if name == "imsmanifest.xml":
            continue
        document = qti.QTIDocument()
        document.read(src=io.BytesIO(archive.read(name)))
        if type(document.root).__name__ == "AssessmentTest":
            tests[name] = list(document.root.parts)
            continue
        session = ItemSessionState(document.root)
        scores[name] = {}
        for choice in document.root.find_children_depth_first(qti.interactions.SimpleChoice):
            session.begin_session()
            session.begin_attempt()
            session["RESPONSE"].set_value(choice.identifier)
            session.end_attempt()
            outcomes = ("SCORE", "FEEDBACK", "HINT", "GENERAL")
            scores[name][choice.identifier] = {one: session[one].value for one in outcomes if one in session}
Path(found).write_text(json.dumps({"tests": tests, "scores": scores}), encoding="utf-8")
