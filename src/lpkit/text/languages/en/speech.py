"""English: what is quoted in prose, and the times and lengths that it gives."""

import re

from lpkit.pattern import pattern
from lpkit.text.languages.en.amounts import WORD
from lpkit.text.languages.listing import listed
from lpkit.text.languages.parts import Form, Lengths, Speech

_MANY = (
    r"(?<!most )(?<!more than )(?<!up to )(?<!other )(?<!first )(?<!last )(?<!next )"
    rf"(?:{WORD}|half[- ]a[- ]dozen|a dozen)"
)
"""A count of sentences that is not bounded above, nor of some of them."""

SPEECH = Speech(
    single=pattern(r"(?<![\w’'])['‘]([^'‘’\n]*(?:\w['’]\w[^'‘’\n]*)*)['’](?!\w)"),
    says=pattern(
        r"\b(?:says?|said|tells? us|writes?|wrote|claims?|claimed|admits?|admitted|begins?|opens?|closes?|ends?"
        r"|quotes?|quoted"
        r"|puts? it|calls? it|speaks? of|the (?:words?|phrase|sentence|line|claim|words|opening|remark|admission)"
        r"|the answer has|in)"
        r"(?: with| as| that| in| by| like)?\s*[:,]?\s*[(*_]*$"
        r"|\b(?:[Tt]he |[Ii]n )(?:option|choice|stem|excerpt|answer|passage|story|words|rewrite"
        r"|quote)\s*[:,]?\s*[(*_]*$",
        re.IGNORECASE,
    ),
    cited=pattern(
        r"\b(?:words?|says?|said|saying|calls?|called|speaks?|stumbles?|repeats?|repeated|mumbles?|whispers?|stress\w*"
        r"|pronounc\w*|phrases?|lines?|quotes?|sentences?|begins|ends|opens|closes|hides?|leaves|sounds)\b",
        re.IGNORECASE,
    ),
    not_said=pattern(
        r"\b(?:say|write|try|would|could|should|might|instead|better|stronger|ideal\w*|if|imagine|suppose|rewrit\w*"
        r"|e\.g|for example"
        r"|for instance|such as|replac\w*|than|never|not|no|nowhere|nothing|without|lacks?|lacking|missing|absent"
        r"|omits?|avoid\w*"
        r"|prefer\w*|rather|like|wants?|hopes?|expects?|ask(?:s|ed)?|asking|add(?:s|ed|ing)?|needs?|turns? into"
        r"|becomes?|along the lines"
        r"|sort of|kind of|proverb|saying|maxim|title\w*|called|headed|marked|label\w*|principle|dimension|marker"
        r"|verdict|question"
        r"|probe|prompt|translat\w*|mean(?:s|ing|t)?|means|imply|implies|suggests?|read as|listeners?|interviewers?"
        r"|bar raiser|manager"
        r"|boss|director|lead|colleague|reviewer|reader|evaluator|one (?:may|might)|could have|instead of|nor|neither"
        r"|hear(?:s|d)?)\b|n['’]t\b|\?",
        re.IGNORECASE,
    ),
    unsaid_behind=pattern(
        r"\s*(?:would|could|should|might|never|nowhere|(?:is|are|was|were) (?:missing|absent|lacking|wanting|nowhere"
        r"|not|never|unsaid)\b|isn['’]t|wasn['’]t|does not|doesn['’]t|fails|or\b|and not)",
        re.IGNORECASE,
    ),
    own_noun=pattern(r"\b(?:an?|no|any|some|such|very|quite|too|so|more|most)\s*$", re.IGNORECASE),
    speaker=listed("i i'd i've i'm i'll my me myself we we'd we've we're we'll our us you your you're"),
)

LENGTHS = Lengths(
    limit=(
        Form(
            (
                r"\b(?:allows?|allowed|gives?|grants?|leaves?|offers?) (?:each|every|an|the|all|both) (?:of the )?"
                r"(?:answers?|candidates?|stor(?:y|ies)|speakers?|replies)"
                rf"(?: up to| at most| no more than| just| only| exactly| about)? (?P<n>{WORD}) minutes?\b"
            ),
            needs=("minute",),
        ),
        Form(
            (
                r"\b(?:(?:each|every|an) )?(?:answers?|candidates?|stor(?:y|ies)|speakers?|replies) "
                r"(?:is|are|will be|gets?) "
                r"(?:cut off|cut short|stopped|interrupted|ended)"
                rf" (?:after|at) (?P<n>{WORD}) minutes?\b"
            ),
            needs=("minute",),
        ),
        Form(
            (rf"\b(?P<n>{WORD})[- ]minutes? (?:answers?|limit|stor(?:y|ies)|time limit|slot|repl(?:y|ies)|response)\b"),
            needs=("minute",),
        ),
        Form(
            (
                r"\b(?:answers?|candidates?|stor(?:y|ies)|each|they|you|replies|speakers?|it|one)(?: of them"
                r"| each)? (?:has|have|had|may take|can take|may last"
                r"|may run|gets?|is given|are given|may speak(?: for)?|are allowed|is allowed|takes? at most"
                r"|must fit (?:in|into)|should fit (?:in|into))"
                rf"(?: up to| at most| no more than| just| only| exactly| about)? (?P<n>{WORD}) minutes?\b"
            ),
            needs=("minute",),
        ),
        Form(
            (
                r"\b(?:answers?|candidates?|stor(?:y|ies)|they|replies|speakers?) (?:each )?(?:runs?|lasts?|takes?"
                rf"|speaks?|fills?|goes|go)(?: on)?(?: for)? (?P<n>{WORD}) minutes? (?:each|apiece)\b"
            ),
            needs=("minute",),
        ),
        Form((rf"\b(?:limit|maximum|time) (?:is|of|:)(?: at)? (?P<n>{WORD}) minutes?\b"), needs=("minute",)),
        Form(
            (
                rf"\b(?P<n>{WORD}) minutes? (?:per|an|for each|for every|for an|for the|each|to) (?:answers?"
                r"|candidates?|stor(?:y|ies)|answer)\b"
            ),
            needs=("minute",),
        ),
        Form(
            (
                r"\b(?:within|inside|in|under|at most|no more than|up to|keep (?:it|the answer|the story) (?:to"
                rf"|under|within|below)) (?:the )?(?P<n>{WORD}) minutes?(?= (?:that|which|or less|at most|allowed)"
                r"|[.,;!]|$)"
            ),
            needs=("minute",),
            certain=False,
        ),
        Form(
            (rf"(?:^|[.;!?]\s+)(?P<n>{WORD}) minutes?(?= (?:each|apiece|per|an)\b|[.;,!]|$)"),
            needs=("minute",),
            certain=False,
        ),
        Form(
            (
                rf"\b(?P<n>{WORD}) minutes?(?: (?:each|apiece|a head|a person|at most|per (?:person|head|speaker"
                r"|candidate|answer|story))\b)"
            ),
            needs=("minute",),
            certain=False,
        ),
        Form(
            (
                rf"\bthe (?P<n>{WORD}) minutes(?= (?:allowed|given|that (?:an answer|the answer|each)|of the answer"
                r"|limit)\b)"
            ),
            needs=("minute",),
        ),
    ),
    other_time=pattern(
        r"\b(?:interview|loop|round|session|meeting|read(?:s|ing)?|prepar\w*|break|wait\w*|later|early|late|ago"
        r"|before|after|first"
        r"|opening|last|interrupt\w*|intro\w*|small talk|questions|call|test|debrief|score|scoring|each day|every"
        r"|a day|a week|an hour)\b",
        re.IGNORECASE,
    ),
    words=(
        Form(
            (
                r"\b(?:in|runs? to|takes?|has|with|at|of|is|uses?|spends?|needs?|about|only|some|around|roughly|just"
                rf"|counts|:)(?: about| around| roughly| some| only| just| nearly| almost)? (?P<n>\d{{2,4}}"
                rf"|{WORD}) words(?= (?:long|in all|in total|altogether|and|or so)\b|[.,;:!)]|$)"
            ),
            needs=(" words",),
        ),
        Form((r"(?<![\w.])(?P<n>\d{2,4}) words (?:long|in all|in total|altogether)\b"), needs=(" words",)),
        Form((r"\b(?P<n>\d{2,4})-word (?:answer|story|reply)\b"), needs=("-word",)),
    ),
    more_words=(
        Form(
            (
                rf"(?<![\w.])(?P<n>\d{{1,4}}|{WORD}) words (?:longer|more|(?P<less>shorter|fewer"
                r"|less))\b(?: than (?:candidate )?(?P<other>\w+))?"
            ),
            needs=(" words",),
        ),
        Form(
            (
                rf"(?<![\w.])(?P<n>\d{{1,4}}|{WORD}) (?:more|(?P<less>fewer"
                r"|less)) words\b(?: than (?:candidate )?(?P<other>\w+))?"
            ),
            needs=(" words",),
        ),
    ),
    asked=(
        Form(
            (
                rf"\b(?P<n>{_MANY})(?: or more)?(?: of (?:the|its|your|all) sentences| sentences?| lines?)(?: or more"
                r"| at least)?,? (?:(?:that|which|should|must|may|to|have to|need to|ought to|will|can|do|each|all) "
                r")*(?:begin|start|open)(?:s|ning|ing)? (?:with|in) (?:the word |an? )?(?:[\"'‘“*_`]*I\b|the first"
                r" person)"
            ),
            needs=("sentence", " line"),
        ),
        Form(
            (
                r"\b(?:begin|start|open|let|have|want|use|write|speak|give|show|need|make|least|than)\b"
                rf"[^.;!?]{{0,30}}?\b(?P<n>{_MANY})(?: or more)?(?: of (?:the|its|your|all) sentences| sentences?|"
                rf" lines?)"
                r"(?: or more| at least)? (?:\w+ )?(?:with|in|on) (?:the word |an? )?(?:[\"'‘“*_`]*I\b|the first"
                r" person)"
            ),
            needs=("sentence", " line"),
        ),
        Form(
            (
                r"\b(?:begin|start|open|use|say|write|put)\b(?: with)? [\"'‘“*_`]*I\b[\"'’”*_`]*(?: (?:in|at the"
                r" (?:start|head|"
                rf"beginning|front) of|before|to (?:begin|start|open))) (?:at least |no fewer than |a minimum of"
                rf" )?(?P<n>{_MANY})"
                r"(?: or more)?(?: of the)? (?:sentences|lines)"
            ),
            needs=("sentence", " line"),
        ),
        Form(
            (
                r"\b(?:sentences|lines) (?:(?:that|which|to) )?(?:begin|start|open)(?:ning|ing)? (?:with|in)"
                r" (?:[\"'‘“*_`]*I\b"
                r"[\"'’”*_`]*|the first person)(?::| are| should be| must be| number|,)* (?:at least |no fewer"
                r" than |a minimum of )?"
                rf"(?P<n>{_MANY})\b"
            ),
            needs=("sentences", "lines"),
        ),
        Form(
            (
                rf"\b(?:at least|no fewer than|not fewer than|a minimum of|no less than) (?P<n>{_MANY})(?: of"
                rf" (?:the|its|your|all)"
                r" sentences| of them)? (?:(?:should|must|have to|need to|ought to|to) )?(?:begin|start|open)(?:s"
                r"|ning|ing)?"
                r" (?:with|in) (?:the word )?(?:[\"'‘“*_`]*I\b|the first person)"
            ),
            needs=("least", "fewer", "minimum", "less"),
        ),
        Form(
            rf"(?:^|[.!?:;]\s+)(?P<n>{_MANY})(?: or more)? (?:sentences|lines) with (?:the word |an? )?[\"'‘“*_`]*I\b",
            needs=("sentence", " line"),
        ),
        Form((rf"\b(?P<n>{_MANY})(?: or more)? first[- ]person (?:sentences?|lines)\b"), needs=("sentence", " line")),
        Form((rf"\b(?P<n>{_MANY})(?: or more)? sentences?(?: or more)? in the first person\b"), needs=("sentence",)),
        Form(
            (
                r"\b(?:give|use|name|offer|show|include|quote|put|have|holds?|contains?|needs?|with|least|bring"
                rf"|want)\b(?: at least| no fewer than| a minimum of)? (?P<numbers>)(?P<n>{WORD}) (?:(?:exact|clear"
                r"|hard|measured|different|separate|good|such) )?(?:figures|numbers|metrics|measurements)\b"
            ),
            needs=("figures", "numbers", "metrics", "measurements"),
        ),
    ),
)
