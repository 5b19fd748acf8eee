"""The figures that a rewrite needs and its source lacks: nobody can make them up."""

from lpkit.export import figures_with_units


def new_figures(before: str, after: str, language: str) -> list[str]:
    """Give the figures of `after` that `before` has not, each once, with what they count."""
    known = {figure for figure, _ in figures_with_units(before, language)}
    needed = {named: figure for figure, named in figures_with_units(after, language)}
    return [named for named, figure in needed.items() if figure not in known]
