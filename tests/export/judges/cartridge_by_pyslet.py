"""Hold a Common Cartridge of version 1.1 against pyslet's test of its rules; give the resources that it finds."""

import json
import sys
import unittest
from pathlib import Path

from pyslet.imscc_profilev1p0 import CCTestSuite
from pyslet.imscc_profilev1p1 import CommonCartridge

folder, found = sys.argv[1:]
cartridge = CommonCartridge(folder)
outcome = unittest.TextTestRunner(stream=sys.stderr).run(CCTestSuite(cartridge))
if not outcome.wasSuccessful():
    sys.exit(1)
read = {
    "run": outcome.testsRun,
    "quizzes": sorted(cartridge.laoTable),
    "pages": [page.id for page in cartridge.cwcList],
}
Path(found).write_text(json.dumps(read), encoding="utf-8")
