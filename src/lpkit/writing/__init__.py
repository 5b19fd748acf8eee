"""Writing files and folders so that a reader sees the old state or the new one, and nothing of the user's is lost."""

from lpkit.writing.file import write_file
from lpkit.writing.folder import write_folder
from lpkit.writing.manifest import MANIFEST
from lpkit.writing.ownership import is_of_git

__all__ = ["MANIFEST", "is_of_git", "write_file", "write_folder"]
