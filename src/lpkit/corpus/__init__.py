"""All packs of a run: which files there are, what rules see of each, and what exporters get."""

from lpkit.corpus.content import Corpus, RetiredItem, Shelf, Stock, stocked
from lpkit.corpus.discover import Listing, discover
from lpkit.corpus.facts import Fact
from lpkit.corpus.file_view import FileView
from lpkit.corpus.markers import Said, groups_named
from lpkit.corpus.meaning import MeantOption, named, named_by, of_title, option_meant, ticked
from lpkit.corpus.placed import Placed, RubricView
from lpkit.corpus.question import QuestionView, QuizView
from lpkit.corpus.view import LibraryView, PackView
from lpkit.corpus.viewing import view_library, view_pack

__all__ = [
    "Corpus",
    "Fact",
    "FileView",
    "LibraryView",
    "Listing",
    "MeantOption",
    "PackView",
    "Placed",
    "QuestionView",
    "QuizView",
    "RetiredItem",
    "RubricView",
    "Said",
    "Shelf",
    "Stock",
    "discover",
    "groups_named",
    "named",
    "named_by",
    "of_title",
    "option_meant",
    "stocked",
    "ticked",
    "view_library",
    "view_pack",
]
