"""The cause of a syntax error: small repairs are tried until the file parses and the format fits best."""

from lpkit.diagnosis.cause import Cause
from lpkit.diagnosis.search import diagnose

__all__ = ["Cause", "diagnose"]
