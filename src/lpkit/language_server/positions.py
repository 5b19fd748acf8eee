"""Between offsets in a text, in code points, and positions as an editor counts them."""

from lsprotocol.types import Position, PositionEncodingKind, Range

from lpkit.diagnostic import Span
from lpkit.source import Source

_UTF8, _UTF32 = PositionEncodingKind.Utf8.value, PositionEncodingKind.Utf32.value


class Ruler:
    """Measures one text; columns count UTF-16 units unless the editor asked for bytes (utf-8) or code points."""

    def __init__(self, source: Source, encoding: str) -> None:
        self._source = source
        self._encoding = encoding

    def position(self, offset: int) -> Position:
        """Give the position of an offset."""
        return self._at(*self._source.position(offset))

    def range(self, start: int, end: int) -> Range:
        """Give the range between two offsets."""
        return Range(self.position(start), self.position(end))

    def span(self, span: Span) -> Range:
        """Give the range of a span of lines and columns."""
        return Range(self._at(span.line, span.column), self._at(span.end_line, span.end_column))

    def offset(self, position: Position) -> int:
        """Give the offset of a position; one behind the end of its line, or of the text, is that end."""
        starts = self._source.line_starts
        if position.line >= len(starts):
            return len(self._source.text)
        return starts[position.line] + self._signs(self._line(position.line + 1), position.character)

    def _at(self, line: int, column: int) -> Position:
        return Position(line - 1, self._units(self._line(line)[: column - 1]))

    def _line(self, number: int) -> str:
        return "".join(self._source.lines(number, number))

    def _signs(self, line: str, units: int) -> int:
        """Give how many signs stand before so many units."""
        counted = 0
        for number, sign in enumerate(line):
            if counted >= units:
                return number
            counted += self._units(sign)
        return len(line)

    def _units(self, text: str) -> int:
        if text.isascii() or self._encoding == _UTF32:
            return len(text)
        if self._encoding == _UTF8:
            return len(text.encode("utf-8", "surrogatepass"))
        return len(text.encode("utf-16-le", "surrogatepass")) // 2
