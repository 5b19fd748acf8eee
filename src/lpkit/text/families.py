"""Families of questions: the same words with other numbers, as exercises are made."""

from hashlib import blake2b

from lpkit.pattern import pattern
from lpkit.text.sameness import same_question

_NUMBER = pattern(r"(?<![\w.,])[-−]?\d+(?:[.,]\d+)*")
_DIGIT = pattern(r"\d")
_FEWEST = 6
"""Words of a stem with its excerpt; in fewer, the number is all that is asked (`What is 7 x 8?`)."""


def frame(stem: str, excerpt: str | None) -> tuple[str, str]:
    """Give what is equal for questions of one family, and the numbers that tell them apart.

    Both are empty where no digit or too little else is there.
    """
    text = f"{stem}\n\n{excerpt or ''}"
    if not _DIGIT.search(text):
        return "", ""
    numbers = _NUMBER.findall(text)
    if not numbers or len(text.split()) < _FEWEST:
        return "", ""
    bare = same_question(_NUMBER.sub("0", text))
    return blake2b(bare.encode(errors="surrogatepass"), digest_size=8).hexdigest(), " ".join(numbers)
