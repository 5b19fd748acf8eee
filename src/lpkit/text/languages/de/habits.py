"""German words by which the wording of an option is told from that of its neighbours."""

from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Habits

HABITS = Habits(
    {
        "first person": listed("ich mich mir mein meine meinen meinem meiner wir uns unser unsere unseren unserem"),
        "second person": listed("du dich dir dein deine deinen deinem deiner ihr euch euer eure"),
        "denial": listed("nicht kein keine keinen keinem keiner nie niemals nichts niemand weder noch ohne"),
        "reason": listed("weil denn daher deshalb darum deswegen also somit"),
        "contrast": listed("aber doch jedoch obwohl obgleich sondern statt anstatt trotz während dennoch"),
        "condition": listed("wenn falls sofern sobald solange bis"),
        "hedge": listed(
            "kann können könnte könnten oft manchmal meist meistens gewöhnlich wahrscheinlich vielleicht einige etwas "
            "ziemlich fast beinahe etwa"
        ),
        "comparison": listed("als mehr weniger besser beste besten schlechter"),
        "duty": listed("muss müssen soll sollen sollte sollten darf dürfen"),
        "number word": listed(
            "zwei drei vier fünf sechs sieben acht neun zehn elf zwölf zwanzig dreißig hundert tausend "
            "hälfte drittel viertel"
        ),
    },
    endings=("lich", "ung", "en", "t", "s"),
)
