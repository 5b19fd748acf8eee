"""Upgrade a package of QTI 2.1 to 3.0 with qti-convert, which is under the GPL and runs in a process of its own."""

import sys

from qti_convert import upgrade_package

upgrade_package(sys.argv[1], sys.argv[2])
