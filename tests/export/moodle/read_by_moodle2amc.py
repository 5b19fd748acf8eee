"""Read a file of Moodle's XML with moodle2amc, which is under the GPL and runs in a process of its own.

It imports ImageMagick for images within questions; none of ours has one, so the library of the system is not needed.
"""

import sys
from types import ModuleType

image = ModuleType("wand.image")
image.Image = None  # type: ignore[attr-defined]
sys.modules |= {"wand": ModuleType("wand"), "wand.image": image}

from amc2moodle.moodle2amc import Quiz  # noqa: E402

Quiz(sys.argv[1]).convert(sys.argv[2])
