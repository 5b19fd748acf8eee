"""Emblems, icons and colours: the same picture for the same id, one meaning for each colour."""

import re

from lpkit_exporters.html.bundling import style
from lpkit_exporters.html.emblem import emblem
from lpkit_exporters.html.package_files import read
from playing import real_corpus, real_files

MEANINGS = ("right", "wrong", "pass", "near", "fail", "level", "flaw", "warn")
"""What a colour may say; each has a soft one to stand on."""


def test_an_emblem_follows_from_the_id() -> None:
    assert emblem("ownership") == emblem("ownership")
    assert emblem("ownership").startswith(
        '<svg class="emblem" viewBox="0 0 24 24" aria-hidden="true"><path class="tone" d="M'
    )
    principles = [principle.id for principle in real_corpus().shelves[0].library.principles]
    assert len(principles) >= 16
    assert len({emblem(principle) for principle in principles}) == len(principles)


def test_an_emblem_is_nine_shapes_in_few_bytes() -> None:
    for principle in ("ownership", "curiosity", "dive-deep"):
        assert emblem(principle).count("M") == 9
        assert len(emblem(principle)) < 600


def test_each_page_of_a_principle_has_its_emblem() -> None:
    files = {path: content.decode() for path, content in real_files().items() if path.endswith(".html")}
    drawn = emblem("bias-for-action")
    assert drawn in files["index.html"]
    assert drawn in files["principles/amazon-lp/bias-for-action.html"]
    assert drawn in files["packs/amazon-lp/act-before-the-facts-are-in.html"]
    assert drawn not in files["packs/amazon-lp/need-behind-the-request.html"]


def test_each_meaning_has_colours_of_its_own_in_both_schemes() -> None:
    light, _, dark = read("assets", "tokens.css").partition("@media")
    for part in (light, dark):
        colours = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", part))
        mine = [colours[f"{name}{soft}"] for name in MEANINGS for soft in ("", "-soft")]
        assert len(set(mine)) == len(mine)


def test_no_chip_tells_by_its_colour_alone() -> None:
    """Difficulties have dots, verdicts a sign or an edge."""
    signs = dict(re.findall(r'\.chip\.(\w+)::before\{content:"([^"\\]+)', style()))
    assert signs == {"easy": "●○○", "medium": "●●○", "hard": "●●●", "pass": "▲", "fail": "▽"}


def test_fonts_are_named_before_the_choice_of_the_system() -> None:
    """The system's own choice is DejaVu on many a Linux, a third wider than what lines are set for."""
    sans = re.search(r"--sans: ([^;]+);", read("assets", "tokens.css"))
    assert sans is not None
    names = [name.strip(' "') for name in sans[1].split(",")]
    assert names.index("Liberation Sans") < names.index("system-ui")
    assert "DejaVu Sans" not in names
