"""Whether a figure may be another one that was written wrongly: one digit, two swapped, a zero too many."""

from lpkit.text.figures import Figure

_LEAST_DIGITS, _LONG = 2, 3
_TEN = 10


def misshapen(one: Figure, other: Figure) -> bool:
    """Tell whether two numbers in digits differ in their shape only: 1,690 and 1,960, 400 and 40, 4.37 and 4.73.

    Of numbers with two digits only a swap, or a zero, tells; one other digit makes most numbers of most others.
    """
    if one.written != "digits" or other.written != "digits":
        return False
    low, high = sorted((_whole(one), _whole(other)))
    if not low and _decimals(one) and _decimals(one) == _decimals(other):
        low, high = sorted(round(figure.value / figure.factor * 10 ** _decimals(one)) for figure in (one, other))
    if not 0 < low < high or high < _TEN:
        return False
    if high == low * _TEN:
        return True
    left, right = str(low), str(high)
    if len(left) != len(right) or len(left) < _LEAST_DIGITS:
        return False
    if sorted(left) == sorted(right):
        return True
    return len(left) >= _LONG and sum(a != b for a, b in zip(left, right, strict=True)) == 1


def _whole(figure: Figure) -> int:
    number = figure.value / figure.factor
    return int(number) if number.is_integer() else 0


def _decimals(figure: Figure) -> int:
    """Give how many digits stand behind the point of a number."""
    number = f"{figure.value / figure.factor:.6f}".rstrip("0")
    return len(number.partition(".")[2])
