"""Whether data has the shape of a pack or a library, and the published JSON Schemas of both."""

from lpkit.schema.fit import Fitted, fit
from lpkit.schema.misfit import Misfit

__all__ = ["Fitted", "Misfit", "fit"]
