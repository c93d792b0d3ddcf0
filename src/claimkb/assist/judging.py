"""Second opinions: a judge that says how two claims stand to each other, in words of its own.

A judge is a name, a version, and a function of pairs of claims. The rules'
verdict is neither asked for nor told, so that the two can differ.
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING, Protocol

from claimkb.assist.answers import VERDICT_SCHEMA, read_verdict
from claimkb.assist.prompts import prompt, prompt_version
from claimkb.assist_records import OpinionRecord
from claimkb.model import ComparedClaim

if TYPE_CHECKING:
    from claimkb.assist.language_model import Asking
    from claimkb.assist.nli import CrossEncoder

AGREEMENT, CONTRADICTION, NEUTRAL = "agreement", "contradiction", "neutral"
# Where a class must stand to be the verdict: anything less is left open.
DECISIVE = 0.5

Pair = tuple[ComparedClaim, ComparedClaim]


class Judge(Protocol):
    """What gives opinions; `judge` names it, `version` changes with anything that may change its word."""

    @property
    def judge(self) -> str:
        """Its kind and model, such as "nli:NAME"."""

    @property
    def version(self) -> str:
        """Weights, prompt or parameters, whatever its opinions depend on."""

    def opinions(self, pairs: Sequence[Pair]) -> list[OpinionRecord]:
        """Its word on each pair, in their order; raises `ModelError`."""


class NliJudge:
    """A cross-encoder, asked in both directions: agreement if either entails the other."""

    def __init__(self, model: "CrossEncoder") -> None:
        self._model = model
        self.judge = f"nli:{model.name}"
        self.version = model.version

    def opinions(self, pairs: Sequence[Pair]) -> list[OpinionRecord]:
        """The verdict of each pair with its probability."""
        texts = [(a.claim.text, b.claim.text) for a, b in pairs]
        there = self._model.infer(texts)
        back = self._model.infer([(b, a) for a, b in texts])
        found = []
        for one, other in zip(there, back, strict=True):
            denied = (one.contradiction + other.contradiction) / 2
            borne_out = max(one.entailment, other.entailment)
            score, verdict = max((denied, CONTRADICTION), (borne_out, AGREEMENT))
            if score < DECISIVE:
                score, verdict = 1 - max(denied, borne_out), NEUTRAL
            reason = f"contradiction {denied:.2f}, entailment {borne_out:.2f}"
            found.append(
                OpinionRecord(
                    judge=self.judge,
                    model=self._model.name,
                    software=self._model.software,
                    version=self.version,
                    verdict=verdict,
                    score=round(score, 4),
                    reason=reason,
                )
            )
        return found


class LlmJudge:
    """A language model, asked about one pair at a time."""

    def __init__(self, asking: "Asking") -> None:
        self._asking = asking
        self.judge = f"llm:{asking.model.name}"
        self.version = f"judge-{prompt_version('judge')} {asking.model.parameters}"

    def opinions(self, pairs: Sequence[Pair]) -> list[OpinionRecord]:
        """The verdict of each pair as the model gives it."""
        return [self._opinion(a, b) for a, b in pairs]

    def _opinion(self, a: ComparedClaim, b: ComparedClaim) -> OpinionRecord:
        question = prompt(
            "judge",
            f"{a.claim.text}\n{b.claim.text}\n{_about(a)}\n{_about(b)}",
            a=a.claim.text,
            b=b.claim.text,
            about_a=_about(a),
            about_b=_about(b),
        )
        said = read_verdict(self._asking.ask(question, VERDICT_SCHEMA, read_verdict).text)
        return OpinionRecord(
            judge=self.judge,
            model=self._asking.model.name,
            software=self._asking.model.software,
            version=self.version,
            verdict=said.verdict,
            score=said.confidence,
            reason=said.reason,
        )


def _about(compared: ComparedClaim) -> str:
    """When it was published and who says it: what a judge needs beside the words."""
    holder = compared.claim.holder.text if compared.claim.holder else "the author"
    said = f"published {compared.published}, " if compared.published else ""
    return " ".join(f"{said}said by {holder}".split())
