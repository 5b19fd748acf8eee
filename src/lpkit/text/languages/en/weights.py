"""English: how prose says what a dimension weighs."""

from lpkit.text.languages.en.amounts import PERCENT
from lpkit.text.languages.parts import Form

WEIGHTS = (
    Form(
        r"<n>(?P<full>)(?: points)? (?:for|on|in|of|under) (?:the )?[\"'*_`]*<dimension>",
        r"\b(?:full|whole|maximum(?: of)?|possible|all(?: of)?(?: the| these)?|highest possible) ",
        needs=("full ", "whole ", "maximum", "possible", "all "),
    ),
    Form(
        r"<dimension>[\"'*_`]*,? (?:weighs|weighing|worth|carries|counts)(?: only| just| up to)?"
        r" <p> (?:out )?of the hundred\b",
        needs=(" of the hundred",),
    ),
    Form(
        r"<dimension>[\"'*_`]*, (?:which is |that is )?worth <n> points?(?=[,.;)])",
        needs=(", that is worth ", ", which is worth ", ", worth "),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:is|are) worth(?: only| just| up to)? <n> points?(?=[.;:!?)]|$)",
        needs=(" are worth ", " is worth "),
    ),
    Form(
        r"<n> (?:points )?(?:out )?of the hundred(?: points)? (?:are |go |goes |lie |rest |is |hang )?"
        r"(?:for|on|to) (?:the )?[\"'*_`]*<dimension>",
        needs=(" of the hundred ",),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:alone |by itself )?(?:carries|brings|pays|gives|offers|decides|stands for)"
        r"(?: about| over| on)? (?:up to |at most |about )?<n> points?(?! (?:more|less|above|below|ahead|behind)\b)",
        certain=False,
        needs=(" point",),
    ),
    Form(
        r"<dimension>[\"'*_`]*(?: alone| itself)?,? (?:(?:is|are|with|stands for|makes up|decides(?: over| on)?"
        r"|accounts for|brings|holds|takes)(?: worth)?(?: up to| about| only| just)?) "
        r"<p> (?:points )?(?:out )?of (?:the|a) hundred\b",
        needs=("hundred",),
    ),
    Form(
        r"<dimension>[\"'*_`]*,? (?:which |that )?(?:only |just |alone )?(?:weighs|weighed|weighing)(?: in at| only"
        r"| just)? "
        rf"<p>(?:{PERCENT}| points?| of 100|<end>)",
        needs=(" weigh",),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:is|are) worth(?: only| just| up to)? "
        rf"<p>(?:{PERCENT}| of 100| of the (?:100|hundred)| in all)",
        needs=(" are worth ", " is worth "),
    ),
    Form(r"<dimension>[\"'*_`]* (?:is|are) worth up to <n> points", needs=(" are worth up to ", " is worth up to ")),
    Form(
        r"<dimension>[\"'*_`]* (?:is|=|at|stands at) <p>",
        r"\bweight (?:of|for|on) (?:the )?[\"'*_`]*",
        needs=("weight",),
    ),
    Form(
        r"<dimension>[\"'*_`]*,? (?:has|carries|with|gets|at|is given)? ?(?:a |the |its )?\(?weight(?: of| is|:"
        r"| ?=)? ?<p>",
        needs=("weight",),
    ),
    Form(
        rf"<p>{PERCENT} (?:of the (?:total|weight|score|points|rubric) )?"
        r"(?:is |are |goes? to |lies? on |rests? on |falls? to |hangs? on |for |on )(?:the )?[\"'*_`]*<dimension>",
        needs=(" per cent ", " percent ", "% "),
    ),
    Form(
        r"<dimension>[\"'*_`]* (?:counts(?: for)?|carries|makes up|accounts for|brings up to|pays up to|is|at) "
        rf"<p>{PERCENT}(?: of the (?:total|weight|score|points|rubric))",
        needs=("% of ", "per c", "perce"),
    ),
    Form(rf"<dimension>[\"'*_`]* \((?:weight:? ?)?<p>{PERCENT}\)", needs=(" (",)),
    Form(r"<n> points for (?:the )?[\"'*_`]*<dimension>", r"\bup to ", needs=(" points for ",)),
)
