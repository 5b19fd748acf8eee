"""Writing files and folders so that a reader sees the old state or the new one, and nothing of the user's is lost."""

from lpkit.writing.file import write_file
from lpkit.writing.folder import write_folder
from lpkit.writing.manifest import MANIFEST

__all__ = ["MANIFEST", "write_file", "write_folder"]
