"""A document as a language model splits it: passage by passage, every claim grounded or rejected with its reason."""

from collections.abc import Sequence
from dataclasses import dataclass, replace

from claimkb.assist.answers import CLAIMS_SCHEMA, ClaimsAnswer, read_claims
from claimkb.assist.claims import Builder, Rejected
from claimkb.assist.drafted import Drafted
from claimkb.assist.grounding import Failure
from claimkb.assist.language_model import Asking, estimated_tokens
from claimkb.assist.passages import Passage, passages
from claimkb.assist.prompts import prompt, prompt_version
from claimkb.assist_records import Answer, ExtractionRecord, RejectionRecord
from claimkb.model import Claim, Sentence

PROMPT = "extract"
# Of an English claim in JSON; what a passage's answer is expected to cost.
ANSWER_SHARE = 1.2


@dataclass(frozen=True, slots=True)
class Extracted:
    """What one model made of one document."""

    record: ExtractionRecord
    claims: tuple[Claim, ...]
    rejected: tuple[RejectionRecord, ...]


@dataclass(frozen=True, slots=True)
class Estimate:
    """What a document would cost: calls still to be made, answers that are kept already, tokens in and out."""

    calls: int
    kept: int
    tokens: int


def record_of(path: str, asking: Asking) -> ExtractionRecord:
    """The record of an extraction before it is made: what identifies it."""
    model = asking.model
    return ExtractionRecord(
        document=path,
        extractor=f"llm:{model.name}",
        model=model.name,
        software=model.software,
        prompt=f"{PROMPT}-{prompt_version(PROMPT)}",
        parameters=model.parameters,
        passages=0,
        accepted=0,
        rejected=0,
        tokens_in=0,
        tokens_out=0,
        broken_off=0,
        extracted_at="",
    )


def estimate(text: str, sentences: Sequence[Sentence], asking: Asking) -> Estimate:
    """What asking a model about a document would cost; asks nothing."""
    questions = [_question(text, passage) for passage in passages(sentences)]
    new = [question for question in questions if asking.cache.get(asking.key(question)) is None]
    tokens = sum(estimated_tokens(question) for question in new)
    answers = sum(int(estimated_tokens(question) * ANSWER_SHARE) for question in new)
    return Estimate(len(new), len(questions) - len(new), tokens + answers)


def extract(builder: Builder, asking: Asking) -> Extracted:
    """The claims of a model for a document; raises `ModelError` if a passage got no answer that can be read."""
    text = builder.document.text
    claims: dict[str, Claim] = {}
    rejected: list[Rejected] = []
    answers: list[Answer] = []
    broken = unreadable = 0
    found = passages(builder.sentences)
    for passage in found:
        answer = asking.ask(_question(text, passage), CLAIMS_SCHEMA, read_claims)
        answers.append(answer)
        said = read_claims(answer.text)
        broken += said.broken_off
        unreadable += said.unreadable
        _take(builder, said, passage, claims, rejected)
    rejections = [_rejection(one) for one in rejected]
    rejections += [RejectionRecord("", "", "", "form", "not a claim with a quote")] * unreadable
    record = replace(
        record_of(builder.document.path, asking),
        passages=len(found),
        accepted=len(claims),
        rejected=len(rejections),
        tokens_in=sum(answer.tokens_in for answer in answers),
        tokens_out=sum(answer.tokens_out for answer in answers),
        broken_off=broken,
    )
    ordered = sorted(claims.values(), key=lambda claim: (claim.start, claim.end, claim.id))
    return Extracted(record, tuple(ordered), tuple(rejections))


def _question(text: str, passage: Passage) -> str:
    words = text[passage.start : passage.end]
    return prompt(PROMPT, words, text=words)


def _take(
    builder: Builder,
    said: ClaimsAnswer,
    passage: Passage,
    claims: dict[str, Claim],
    rejected: list[Rejected],
) -> None:
    for draft in said.drafts:
        made = builder.build(draft, passage.start, passage.end)
        if isinstance(made, Rejected):
            rejected.append(made)
        elif any(_is_same(made, other) for other in claims.values()):
            rejected.append(Rejected(draft, Failure("repeated", "it was given before")))
        else:
            claims[made.id] = made


def _is_same(a: Claim, b: Claim) -> bool:
    return a.text.casefold() == b.text.casefold() and a.holder == b.holder


def _rejection(rejected: Rejected) -> RejectionRecord:
    draft: Drafted = rejected.draft
    return RejectionRecord(
        draft.claim, draft.quote, draft.holder, rejected.failure.check, rejected.failure.found
    )
