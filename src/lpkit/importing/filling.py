"""The questions of a pack as a file tells of them, and placeholders for those that its tests lack."""

from collections.abc import Mapping, Sequence
from typing import Any

from lpkit.authoring import placeholders
from lpkit.authoring.ids import FreeIds
from lpkit.corpus import LibraryView
from lpkit.importing.draft import Draft, plan_import
from lpkit.importing.pack_plan import PackPlan


def plan_questions(
    drafts: Sequence[Draft],
    taken: set[str],
    library: LibraryView,
    defaults: Mapping[str, str],
    blank: Sequence[dict[str, Any]],
    plan: PackPlan,
) -> list[dict[str, Any]]:
    """Give the questions of a file, those without a key with a TODO for it, and placeholders for the tests it lacks."""
    made = plan_import(map(_with_a_key, drafts), [], taken, defaults, library.language)
    plan.notes += made.notes
    keyless = {str(draft.fields["stem"]) for draft in drafts if not draft.fields.get("answer")}
    for entry in made.entries:
        if entry["stem"] in keyless:
            entry["answer"] = "TODO: which of the options is right"
            plan.say(str(entry["id"]), "the file does not say which option is right: a TODO stands there")
    entries = list(made.entries)
    ids = FreeIds(taken | {str(entry["id"]) for entry in entries})
    for one in blank:
        wanted = sum((other["pool"], other["difficulty"]) == (one["pool"], one["difficulty"]) for other in blank)
        told = [entry for entry in entries if entry["pool"] == one["pool"]]
        many = len(told) if one["pool"] == "practice" else sum(e["difficulty"] == one["difficulty"] for e in told)
        if many < wanted:
            name = ids.take(ids.numbered("question"))
            entries.append(placeholders.question(name, one["pool"], one["difficulty"]))
    return entries


def _with_a_key(draft: Draft) -> Draft:
    """Give a question a key for the time being, where it has none: what is no question is told by the format."""
    options = draft.fields.get("options") or [""]
    return draft if draft.fields.get("answer") else Draft(draft.place, {**draft.fields, "answer": options[0]})
