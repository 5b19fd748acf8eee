"""What authors mean by what does not fit the schema: what to write, and the edit that does."""

from lpkit.corpus.meaning.answers import MeantOption, named_by, option_meant
from lpkit.corpus.meaning.case import Case, Meant
from lpkit.corpus.meaning.labels import ticked
from lpkit.corpus.meaning.names import Names, named, of_title
from lpkit.corpus.meaning.telling import told

__all__ = ["Case", "Meant", "MeantOption", "Names", "named", "named_by", "of_title", "option_meant", "ticked", "told"]
