"""The judge that learns: what options alone betray of the key, tried on packs from which it did not learn.

`cases` says what it is shown, `tells` counts single words and habits, `trial` is what comes of it; `features` and
`learning` need the extra `judge`, and nothing else here imports them.
"""

from lpkit.judge.judgement import Judgement, Learner, Try, judge_bank, judge_deliveries, judge_library

__all__ = ["Judgement", "Learner", "Try", "judge_bank", "judge_deliveries", "judge_library"]
