"""The judge that learns: what options alone betray of the key, tried on packs from which it did not learn.

`cases` says what it is shown, `copies` what counts once, `tells` counts habits, signs and words, `trial` is what comes
of it; `features` and `learning` need the extra `judge`, and nothing else here imports them.
"""

from lpkit.judge.judgement import Judgement, Learner, Try, judge_bank, judge_deliveries, judge_library
from lpkit.judge.tells import Tell

__all__ = ["Judgement", "Learner", "Tell", "Try", "judge_bank", "judge_deliveries", "judge_library"]
