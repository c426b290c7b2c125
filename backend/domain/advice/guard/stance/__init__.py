"""What a sentence stands for beyond its figures, judged by weights learnt from labelled sentences.

The weights and the words are data files of each language; ``bench.stance`` makes the weights.
"""

from backend.domain.advice.guard.stance.judging import Judgement, Stance, judge

__all__ = ["Judgement", "Stance", "judge"]
