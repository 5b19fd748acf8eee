"""English words by which the wording of an option is told from that of its neighbours."""

from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Habits

HABITS = Habits(
    {
        "first person": listed("i i'm i'd i've i'll me my mine myself we we're we've us our ours ourselves"),
        "second person": listed("you you're you'd you've you'll your yours yourself yourselves"),
        "third person": listed("he she they him her them his hers their theirs himself herself themselves"),
        "denial": listed(
            "no not never none nothing nobody neither nor without cannot can't couldn't didn't doesn't don't hadn't "
            "hasn't haven't isn't aren't wasn't weren't won't wouldn't shouldn't"
        ),
        "reason": listed("because since so therefore thus hence why"),
        "contrast": listed("but although though however yet instead rather while whereas despite"),
        "condition": listed("if unless when whenever until once"),
        "hedge": listed(
            "may might could can usually often sometimes generally probably perhaps likely some somewhat fairly quite "
            "mostly nearly almost about"
        ),
        "comparison": listed("than more less most least better best worse worst"),
        "duty": listed("must should ought need needs has have required"),
        "number word": listed(
            "two three four five six seven eight nine ten eleven twelve twenty thirty forty fifty hundred thousand "
            "half third quarter dozen twice"
        ),
    },
    endings=("ing", "ed", "ly", "s"),
)
