"""What changed between two states of a corpus, in the words of a reviewer."""

from lpkit.difference.change import GRADES, Change, Grade
from lpkit.difference.libraries import compare
from lpkit.difference.snapshot import Snapshot, take_snapshot

__all__ = ["GRADES", "Change", "Grade", "Snapshot", "compare", "take_snapshot"]
