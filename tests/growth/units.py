"""Pieces of text that have hurt, or could: repeated, they are what a loop would look at again and again."""

UNITS = (
    *('"', "'", "“", "”", "„", "«", "»", "’", "''", "`", "``", "*", "**", "_", "__", " _", "a_", "-", " - ", "–"),
    *("—", " — ", "- ", "\n- ", "a-", "-a", "(", ")", "[", "]", "{", "}", "<", ">", "((", "[[", "{{", "}}", "{="),
    *("{~", "<a ", "<a", "</", "\\", "\\n", "\\=", "/", "//", "|", "&", "&amp;", "&#", "~", "=", "::a", "::", ":"),
    *(": ", "; ", ",", ", ", ".", ". ", ".\n", "a.b.", "...", "…", "[…", "? ", "?", "! ", "#", "# ", " #", "%"),
    *("1", "1,", "1.", "1/2 ", "1 ", "-1", "$1", "1%", "0 ", "1:", "%1% ", "12 to 13 ", "1. ", "1) ", "(A) "),
    *("A, ", "A and B ", " ", "  ", "\xa0", "\t", " \t", "\n", "\n\n", "\r", "\r\n", "\u2028", "\x85", " \n"),
    *("a \n", "\ufeff", "e\u0301", "\u0301", "\U0001f469\u200d\U0001f469", "\u200d", "😀", "é", "ß", "İ", "a", "A"),
    *("a ", "A ", "ab ", "I ", "I. ", "I, ", "I I I ", "not ", "not, ", "never ", "except ", "the the ", "an __ "),
    *("the ", "word word ", "which ", "when, ", "if ", "who is ", "of ", "and ", " and b, ", "only ", "all of "),
    *("option ", "none of the above ", "always ", "often ", "blank ", "true or false ", "no metric ", "would "),
    *("cut by ", "from 1 ", "1 minute longer ", "It runs 2 minutes. ", "by 3% ", "one two ", "half a "),
    *("from 9 to 3, ", "from 9 to 3, down 60%, ", "12 of 9, ", "2 + 3 = 5, ", "3 and 4 make 7, ", "over 2%: 3 "),
    *("May 3 ", "in May, ", "in 2019 ", "9:00 to 10:00 ", "May 3 to May 9, six days "),
    *("There is a plan. ", "There was no plan, there is a plan. ", "no plan, "),
    *("two thirds ", "no impact. ", "candidate a ", "Hire ", "STAR ", "TODO ", "<todo", "[todo "),
    *("my manager asked me ", "x'x", "ab'", "'a ", '"a" ', '"a b c" ', "“a b ", "http://", "mailto:", "a: b\n"),
    *(
        "<p>",
        "<p>a</p>",
        "<li>",
        "<li>a</li>",
        "<tr><td>a",
        "<b>a</b>",
        "<!--",
        "<pre>a",
        "<br>",
        "<ul><li>",
        "[a](b) ",
    ),
    *("- a\n", "# lpkit: ignore[LP204]\n", "#lpkit:", "[LP204", "=a~b", "a\n\n", "> ", "? a\n"),
)
"""Signs, quotation, brackets, numbers, spaces and line ends, combined characters, words that rules and importers know,
and the syntax of the files that are read."""

AROUND = (("", ""), ("Which is not ", "?"), ('x "', " y."), ("“a", ""))
"""What stands before and behind: a repetition may hurt only where something was opened before it."""
