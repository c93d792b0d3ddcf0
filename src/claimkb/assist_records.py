"""What is kept of models' work: extractions, rejected claims, answers and second opinions, as dataclasses."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Answer:
    """The words a model answered with and the tokens it counted, estimated where it counts none."""

    text: str
    tokens_in: int
    tokens_out: int


@dataclass(frozen=True, slots=True)
class RejectionRecord:
    """A model's claim that was not taken: its words, the check it failed, and what that found."""

    claim: str
    quote: str
    holder: str
    failed: str
    reason: str


@dataclass(frozen=True, slots=True)
class ExtractionRecord:
    """One document as one model split it: what it was asked with, what it cost, and what was taken of it.

    `software` is the package that reached the model, with its release.
    """

    document: str
    extractor: str
    model: str
    software: str
    prompt: str
    parameters: str
    passages: int
    accepted: int
    rejected: int
    tokens_in: int
    tokens_out: int
    broken_off: int
    extracted_at: str

    @property
    def made_with(self) -> str:
        """What wrote its claims beside the model: software, prompt, parameters."""
        return f"{self.software}; {self.prompt}; {self.parameters}"


@dataclass(frozen=True, slots=True)
class OpinionRecord:
    """A judge's word on two claims, beside the rules': `verdict` is contradiction, agreement or neutral.

    `version` names the weights, or prompt and parameters; `software` the package that ran it, with its release.
    """

    judge: str
    model: str
    software: str
    version: str
    verdict: str
    score: float
    reason: str


@dataclass(frozen=True, slots=True)
class SecondOpinion:
    """A judge's word on a finding of the rules.

    `agrees` if it says what the rules say; `held` are the findings of the
    same rule on which this judge said so (or said otherwise) and that a person
    confirmed, and all of them that were decided on: the measured precision of
    the two together. `together` is the confidence that follows from it.
    `made_with` names the judge's version and the software that ran it.
    """

    judge: str
    verdict: str
    score: float
    reason: str
    agrees: bool
    held: tuple[int, int]
    together: float = 0.0
    made_with: str = ""


@dataclass(frozen=True, slots=True)
class ExtractorComparison:
    """One document as the rules and as a model split it.

    `shared` counts the model's claims that say what one of the rules' does,
    `rules_only` and `model_only` those that only one of them has; `rejected`
    those that the model gave and the text does not bear out. `made_with`
    names the software that reached the model, the prompt and the parameters.
    """

    document: str
    extractor: str
    rules_claims: int
    model_claims: int
    shared: int
    rules_only: int
    model_only: int
    rejected: int
    reasons: tuple[str, ...]
    made_with: str = ""


@dataclass(frozen=True, slots=True)
class ModelOutcome:
    """What a model made of a document: `state` is added, unchanged, planned or failed."""

    path: str
    state: str
    accepted: int = 0
    rejected: int = 0
    calls: int = 0
    kept: int = 0
    tokens: int = 0
    reasons: tuple[tuple[str, int], ...] = ()
    reason: str = ""
    next_step: str = ""
