"""What breaks readers: units that make long texts, values of odd types, words of YAML and TOML, bytes, file names."""

from typing import Any

UNITS = (
    *("a", "A b. ", "word ", "the the ", "not ", "never not ", "I I I ", "we the team and I ", "and "),
    *("None of the above ",),
    *('"', "'", "''", "“", "„", "‘", "’", "«", "`", "```\n", "*", "**", "_", "__ ", "~", "~~", "#", "# ", "\\"),
    *("\\\\",),
    *("(", ")", "[", "]", "{", "}", "{{", "}}", "((", "[[", "[a](", "![", "<", ">", "<b>", "</b>", "<!--", "-->"),
    *("<script>",),
    *("-", "--", "- ", "–", "—", "…", ".", "..", "...", ",", ", ", ";", ":", ": ", "::", "::a", "!", "?", "|", "/"),
    *("//",),
    *("0", "9", "1,", "1.", "1.5 ", "1,000 ", "10% ", "12 of 13 ", "two ", "twenty-one ", "-1", "1e9", "½", "²"),
    *("Ⅳ", "٣", "२"),
    *(" ", "  ", "\t", "\n", "\n\n", "\n- ", "\n  ", "\r\n", "\r", "\f", "\v", "\x1c", "\x85", "\u2028", "\u2029"),
    *("\xa0", "\u2003", "\u3000", "\u200b", "\u200d", "\u00ad", "\ufeff", "\u202e", "\u2066", "\u0301", "a\u0301"),
    *("\u0338",),
    *("ß", "İ", "ŉ", "ﬁ", "ς", "Ä", "中", "あ", "한", "ع", "א", "ไ", "😀", "👨‍👩‍👧", "🇩🇪", "\U000e0041", "\U0010ffff"),
    *("\ufffd",),
    *("&amp;", "&lt;", "&#0;", "&a ", "*a ", "!!", "%", "%s", "%25", "$", "$$", "\\(", "{{c1::", "[sound:"),
    *("[latex]", "[anki:"),
    *("=", "=a ~b ", "~%50%", "->", "# lpkit: ignore[", "http://a.b ", "https://", "mailto:a@b ", "a@b.c ", "=="),
    *("\\u0000", "<<: "),
)  # fmt: skip
"""Texts that are repeated; each is nasty to some function by its number."""

CONTROL = (
    *("\x00", "\x07", "\x08", "\x1b]0;x\x07", "\x1b[2J", "\x7f", "\x9b", "\n::error::x", "##[error]x", "\ud800"),
    *("\udfff",),
)  # fmt: skip
"""Texts that must not reach a terminal as they are."""

VALUES: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 2, 7, 99, 100, 101, 1000, 0.5, 1e308, -0.0, float("nan"), float("inf")),
    *(float("-inf"),),
    *(10**17, 10**18, 10**19, 2**63, 2**64, -(2**63), 10**400, 10**4000),
    *("", " ", "a", "A", "0", "true", "null", "~", "id", "a-b", "a b", "a/b", "../a", "/", ".", "..", "con", "-"),
    *("a--b", "ä"),
    *("ownership", "noisy-alarm", "hire", "no-hire", "test", "easy", "2026-01-01", "2026-02-30", "en", "de", "xx"),
    *("de-AT-x",),
    *([], {}, [[]], [{}], {"": ""}, {"id": "a"}, {"text": "a", "why": "b"}, [None], ["a", "a"], [0, 0]),
)  # fmt: skip
"""Values that may stand where another type or range is expected."""

WORDS = (
    *("&a x", "*a", "*b", "&a [*a]", "!!python/object:os.system x", "!!binary aGk=", "!!set {a, b}"),
    *("!!omap [a: 1]", "!x y"),
    *("<<: {a: b}", "{a: 1, a: 2}", "? a", "? [a, b]\n: c", "[a, b: c]", "{[a]: b}", "{null: 1}", "{1: 2}"),
    *("{true: 1}", "{}", "[]"),
    *("|", ">-", "|+2\n    a", ">9\n a", "|\n\ta", '"a\n  b"', "'a''b'", '"\\x00"', '"\\ud800"', '"\\U0010FFFF"'),
    *('"\\N\\_\\L\\P"',),
    *("null", "~", "yes", "on", "Off", "0x1F", "0o17", "017", "1_000", "190:20:30", ".nan", "-.inf", "1e999", "+1"),
    *("1.", ".5"),
    *("2026-01-01", "2026-01-01T00:00:00Z", "12:30", "=", "@a", "`a`", "%a", "a: b: c", "- - - a", "# a", "a #b"),
    *("---", "...", "--- a"),
    *("9" * 5000, "0x" + "F" * 5000, "0b" + "1" * 20_000, "[0x" + "F" * 5000 + "]", "1e" + "9" * 5000),
    *("1979-05-27T07:32:00-08:00", '"""a"""', "'''a'''", "[1, 'a']", "{a = 1}", "inf", "-nan", "0b1", '"\\u0000"'),
    *('"a\\u001bb"',),
)  # fmt: skip
"""What may stand behind a colon in YAML, or an equals sign in TOML."""

PIECES = (
    *(b"\x00", b"\x01", b"\x1b", b"\x7f", b"\x80", b"\xff", b"\xfe\xff", b"\xff\xfe", b"\xef\xbb\xbf", b"\xc3"),
    *(b"\xc0\x80",),
    *(b"\xed\xa0\x80", b"\xf4\x90\x80\x80", b"\xe2\x80\xa8", b"\xe2\x80\xae", b"\xc2\x85", b"\xcc\x81"),
    *(b"\xf0\x9f\x98\x80",),
    *(b"\r", b"\r\n", b"\n", b"\n\n", b"\t", b" ", b"\n\t", b"\x0b", b"\x0c", b"\x1c", b"---\n", b"...\n"),
    *(b"%YAML 9.9\n", b"%TAG ! x\n"),
    *(b"# lpkit: ignore[LP204] x", b"# lpkit: ignore[", b"# lpkit: file-ignore[LP0] \xe2\x80\xa6", b"# lpkit:"),
    *(b"#",),
    *(b"'", b'"', b"`", b"{", b"}", b"[", b"]", b"(", b"&a ", b"*a", b"!!", b"? ", b": ", b"- ", b"|", b">-"),
    *(b"<<: ", b"=", b"~", b"\\"),
    *(b"<<<<<<< HEAD\n", b"=======\n", b">>>>>>> x\n", b"9" * 400, b"9" * 5000, b"[" * 60, b"{" * 60, b"[" * 5000),
    *(b'{"a":' * 3000, b"- " * 2000),
    *(b"::a", b"{T}", b"{#1:2}", b"=%50%", b"$CATEGORY: a\n", b"//", b"[html]", b"####", b'""', b";", b",", b"\t"),
    *(b"|", b"NaN", b"1e999"),
)  # fmt: skip
"""Bytes that are put into files."""

NAMES = (
    *("a b.yaml", "ä.yaml", "a\nb.yaml", "a\x1b]0;x\x07.yaml", "\u202eb.yaml", "c\n::error::z.yaml", "-x.yaml"),
    *("--help.yaml", "a:b.yaml"),
    *("\udcff.yaml", "a\rb.yaml", ".hidden.yaml", "a.yml", "A.YAML", "library.yaml", "a%41.yaml", "a'b\".yaml"),
    *("$(x).yaml", "a,b=c.yaml"),
    *("n" * 200 + ".yaml", "\u2028.yaml", "[a].yaml", "*.yaml", "{a}.yaml", "a\\b.yaml", "😀.yaml", "a\u0301.yaml"),
    *("con.yaml", "a..yaml"),
)  # fmt: skip
"""Names of files; a half of a character stands for a byte that is no UTF-8."""
