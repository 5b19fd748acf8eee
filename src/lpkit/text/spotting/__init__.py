"""Finding in a text what gives a marker away: compiled once for a library, run by Python and in the browser."""

from lpkit.text.spotting.compiling import Frame, Wanted, compiled
from lpkit.text.spotting.data import Guards, Pattern, Spotting
from lpkit.text.spotting.matching import Spot, Spotter

__all__ = ["Frame", "Guards", "Pattern", "Spot", "Spotter", "Spotting", "Wanted", "compiled"]
