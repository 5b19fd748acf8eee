"""Why YAML cannot be read, in words that authors know, and what to do about it."""

from ruamel.yaml.error import MarkedYAMLError

INVALID = "not valid YAML: "
"""How a message begins that says why a file does not parse."""

AS_TEXT = {
    "*": "write the value out here; a text that begins with * stands in quotes",
    "&": "take it out, and write repeated values out; a text that begins with & stands in quotes",
    "!": "take it out: the format knows of what kind each value is; a text that begins with ! stands in quotes",
}
"""What to do about a sign of YAML that packs do without, which may also be the beginning of a text."""

_PLAIN_WORDS = (
    ("mapping values are not allowed", "a colon and a space stand where no key can be"),
    (
        "could not find expected ':'",
        "a line has no colon behind its key, or belongs to the text above and is not indented",
    ),
    ("expected <block end>", "this line is not indented like its neighbours"),
    ("did not find expected key", "a key with a colon is expected here"),
    ("did not find expected '-'", "an entry with a dash is expected here"),
    ("did not find expected ','", "a comma or a closing bracket is expected here"),
    ("expected ',' or", "a comma or a closing bracket is expected here"),
    ("did not find expected node content", "a value is expected here"),
    ("expected the node content", "a value is expected here"),
    ("did not find expected <document start>", "what stands here belongs to no key"),
    ("expected '<document start>'", "what stands here belongs to no key"),
    ("cannot start any token", "a text cannot begin with this character"),
    ("unexpected end of stream", "the quotation mark that opens here is never closed"),
    ("document indicator", "a line of three dashes or dots stands within a text"),
    ("document separator", "a line of three dashes or dots stands within a text"),
    ("unknown escape", "the backslash stands before a letter that means nothing there"),
    ("hexdecimal", "the backslash is not followed by the digits that it needs"),
    ("hexadecimal", "the backslash is not followed by the digits that it needs"),
    ("sequence entries are not allowed", "a dash stands where no list can be"),
    ("mapping keys are not allowed", "a key stands where none can be"),
    ("tab character", "a tab stands where YAML counts spaces"),
    ("block scalar", "the line with | or > has something else behind it"),
    ("comment or a line break", "the line with | or > has something else behind it"),
    ("alphabetic", "a sign of YAML stands here without a name behind it"),
    ("anchor", "a sign of YAML stands here without a name behind it"),
    ("tag", "a word behind ! is not one that YAML knows"),
    ("directive", "a line begins with %, which has a meaning of its own in YAML"),
)

_SYNTAX_HELP = (
    ("cannot start any token", "\t", "indent with spaces, not with tabs"),
    ("mapping values are not allowed", "", "put the text in quotes if it holds a colon and a space"),
    ("could not find expected ':'", "", "write key: value, and indent continued text further than its key"),
    ("expected <block end>", "", "align this line with the other lines of its list or its keys"),
    ("did not find expected", "", "align this line with its neighbours, and close what was opened before it"),
    ("cannot start any token", "", "put text that begins with a special character in quotes"),
    ("unexpected end of stream", "", "close the quotation mark that was opened here"),
    ("escape", "", "write \\\\ for a backslash in double quotes, or use single quotes"),
)


def in_plain_words(problem: str) -> str:
    """Say in words that authors know what a reader of YAML says in its own."""
    return next((plain for said, plain in _PLAIN_WORDS if said in problem), "it cannot be read on from here")


def syntax_error(error: MarkedYAMLError, text: str) -> tuple[str, tuple[int, int], str]:
    """Give what is wrong where a reader of YAML gave up, the place (offsets in code points), and what to do."""
    mark = error.problem_mark or error.context_mark
    problem = error.problem or "the YAML cannot be read"
    if "unexpected end of stream" in problem and error.context_mark:
        mark = error.context_mark
    start = min(mark.index, len(text)) if mark else 0
    while start == len(text) and start > 0 and text[start - 1] in "\r\n":
        start -= 1
        text = text[:start]
    here = text[start : start + 1]
    advice = next((advice for part, sign, advice in _SYNTAX_HELP if part in problem and sign in here), None)
    advice = advice or "look at this line and the one above: their indentation, colons, quotes and brackets"
    return f"{INVALID}{in_plain_words(problem)}", (start, start + 1), advice
