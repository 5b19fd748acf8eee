"""What items and assessments of QTI 1.2 are made of: texts, fields of metadata, conditions and feedback."""

from collections.abc import Callable, Iterable, Mapping
from xml.etree.ElementTree import Element
from xml.sax.saxutils import escape

from lpkit_exporters.items import Text
from lpkit_exporters.items.xml import element, ready, written

NAMESPACE = "http://www.imsglobal.org/xsd/ims_qtiasiv1p2"
RESPONSE, GENERAL = "response1", "general_fb"
"""The only response of an item, and the feedback that everybody gets, by the names that Canvas gives them."""

_MARKED = set("<>&\n")


def _template(made: Element, depth: int) -> Callable[..., str]:
    """Write an element once, to be filled with texts that are escaped: an item has dozens of the same shape."""
    return written([made], depth).format


_MATERIAL = _template(element("material", {}, element("mattext", {"texttype": "{kind}"}, "{text}")), 5)
_FIELD = _template(
    element("qtimetadatafield", {}, element("fieldlabel", {}, "{label}"), element("fieldentry", {}, "{entry}")), 5
)
_FEEDBACK = _template(
    element(
        "itemfeedback",
        {"ident": "{name}"},
        element("flow_mat", {}, element("material", {}, element("mattext", {"texttype": "text/html"}, "{text}"))),
    ),
    3,
)
_SAID = element("displayfeedback", {"feedbacktype": "Response", "linkrefid": "{says}"})
_SET = element("setvar", {"action": "Set", "varname": "SCORE"}, "100")
_CHOSEN = element("conditionvar", {}, element("varequal", {"respident": RESPONSE}, "{chosen}"))
_ANY = element("conditionvar", {}, element("other"))
_SAYS = _template(element("respcondition", {"continue": "Yes"}, _CHOSEN, _SAID), 4)
_SAYS_TO_ALL = _template(element("respcondition", {"continue": "Yes"}, _ANY, _SAID), 4)
_SCORES = _template(element("respcondition", {"continue": "No"}, _CHOSEN, _SET), 4)
_ENDS = _template(element("respcondition", {"continue": "No"}, _ANY), 4)


def questestinterop(inner: Element) -> Element:
    """Make the outermost element of a file."""
    return element("questestinterop", {"xmlns": NAMESPACE}, inner)


def fields(values: Mapping[str, str]) -> Element:
    """Make metadata of labels and entries."""
    found = (ready(_FIELD(label=escape(label), entry=escape(entry))) for label, entry in values.items())
    return element("qtimetadata", {}, *found)


def material(html: str) -> Element:
    """Make a text that is HTML."""
    return ready(_MATERIAL(kind="text/html", text=escape(html)))


def option_material(text: Text) -> Element:
    """Make the text of an option: a plain line where it is one, which Canvas lets teachers edit as it is."""
    source = text.source
    if _MARKED & set(source) or source != source.strip() or text.has_code():
        return material(text.html())
    return ready(_MATERIAL(kind="text/plain", text=escape(source)))


def feedback(name: str, html: str) -> Element:
    """Make what is said; `name` is what conditions call it."""
    return ready(_FEEDBACK(name=name, text=escape(html)))


def outcomes() -> Element:
    """Declare the score, from 0 to 100."""
    said = {"maxvalue": "100", "minvalue": "0", "varname": "SCORE", "vartype": "Decimal"}
    return element("outcomes", {}, element("decvar", said))


def says(name: str, chosen: str = "") -> Element:
    """Make a condition: who chose an option, or whoever answered, is told something."""
    return ready(_SAYS(chosen=chosen, says=name) if chosen else _SAYS_TO_ALL(says=name))


def scores(chosen: str = "") -> Element:
    """Make a condition: who chose an option has all points; without one, it ends what is asked of any answer."""
    return ready(_SCORES(chosen=chosen) if chosen else _ENDS())


def item(name: str, title: str, metadata: Mapping[str, str], *parts: Iterable[Element]) -> Element:
    """Make an item of its metadata and of its parts in order."""
    about = element("itemmetadata", {}, fields(metadata))
    return element("item", {"ident": name, "title": title}, about, *(one for part in parts for one in part))
