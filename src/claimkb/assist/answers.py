"""What a model answered, as values: claims or a verdict, or the reason why it is neither.

Models wrap JSON in prose or code fences, stop in the middle, refuse, or
answer something else. Whatever can be read without guessing is read; a list
that broke off gives its whole objects and says that it broke off.
"""

import json
import re
from dataclasses import dataclass
from typing import Any

from claimkb.assist.drafted import Drafted
from claimkb.errors import ClaimkbError

MAX_CLAIMS = 400  # of one passage; more is a model that repeats itself
_FENCED = re.compile(r"```(?:json)?\s*(.*?)```", re.DOTALL)

CLAIMS_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "claims": {
            "type": "array",
            "items": {
                "type": "object",
                "properties": {
                    "quote": {"type": "string"},
                    "claim": {"type": "string"},
                    "holder": {"type": "string"},
                },
                "required": ["quote", "claim", "holder"],
                "additionalProperties": False,
            },
        }
    },
    "required": ["claims"],
    "additionalProperties": False,
}
VERDICT_SCHEMA: dict[str, Any] = {
    "type": "object",
    "properties": {
        "verdict": {"type": "string", "enum": ["contradiction", "agreement", "neutral"]},
        "confidence": {"type": "number"},
        "reason": {"type": "string"},
    },
    "required": ["verdict", "confidence", "reason"],
    "additionalProperties": False,
}


class AnswerError(ClaimkbError):
    """An answer that cannot be read; asking again may help."""


@dataclass(frozen=True, slots=True)
class ClaimsAnswer:
    """The claims of an answer, and how many of its entries were no claims at all."""

    drafts: tuple[Drafted, ...]
    unreadable: int
    broken_off: bool


@dataclass(frozen=True, slots=True)
class VerdictAnswer:
    """A model's word on two claims."""

    verdict: str
    confidence: float
    reason: str


def read_claims(answer: str) -> ClaimsAnswer:
    """The claims of an answer; raises `AnswerError` if there is no list of claims in it."""
    found, broken_off = _value(answer)
    entries = found.get("claims") if isinstance(found, dict) else found
    if not isinstance(entries, list):
        raise AnswerError(
            f"The model gave no list of claims ({_shown(answer)}).", "Ask again, or another model."
        )
    drafts = [_draft(entry) for entry in entries[:MAX_CLAIMS]]
    whole = tuple(draft for draft in drafts if draft is not None)
    return ClaimsAnswer(tuple(dict.fromkeys(whole)), len(entries) - len(whole), broken_off)


def read_verdict(answer: str) -> VerdictAnswer:
    """The verdict of an answer; raises `AnswerError` if it is none of those asked for."""
    found, broken_off = _value(answer)
    verdict = found.get("verdict") if isinstance(found, dict) and not broken_off else None
    if verdict not in VERDICT_SCHEMA["properties"]["verdict"]["enum"]:
        raise AnswerError(f"The model gave no verdict ({_shown(answer)}).", "Ask again, or another model.")
    confidence = found.get("confidence")
    number = (
        float(confidence) if isinstance(confidence, int | float) and not isinstance(confidence, bool) else 0.5
    )
    return VerdictAnswer(str(verdict), min(1.0, max(0.0, number)), str(found.get("reason", ""))[:500])


def _draft(entry: object) -> Drafted | None:
    if not isinstance(entry, dict):
        return None
    claim, quote, holder = (entry.get(name) for name in ("claim", "quote", "holder"))
    if not isinstance(claim, str) or not isinstance(quote, str) or not (claim.strip() and quote.strip()):
        return None
    return Drafted(
        " ".join(claim.split()), quote, " ".join(holder.split()) if isinstance(holder, str) else ""
    )


def _value(answer: str) -> tuple[Any, bool]:
    """The JSON in an answer, and whether it broke off."""
    fenced = _FENCED.search(answer)
    text = (fenced[1] if fenced else answer).strip()
    starts = [at for at in (text.find("{"), text.find("[")) if at >= 0]
    if not starts:
        raise AnswerError(f"The model answered no JSON ({_shown(answer)}).", "Ask again, or another model.")
    text = text[min(starts) :]
    try:
        return json.JSONDecoder().raw_decode(text)[0], False
    except (ValueError, RecursionError):
        return {"claims": _whole_objects(text)}, True


def _whole_objects(text: str) -> list[Any]:
    """The objects of a list that broke off, as far as they are whole."""
    decoder = json.JSONDecoder()
    found: list[Any] = []
    at = text.find("{", text.find("[") + 1) if "[" in text else -1
    while at >= 0 and len(found) <= MAX_CLAIMS:
        try:
            value, end = decoder.raw_decode(text, at)
        except (ValueError, RecursionError):
            break
        found.append(value)
        at = text.find("{", end)
    if not found:
        raise AnswerError(f"The model's JSON is broken ({_shown(text)}).", "Ask again, or another model.")
    return found


def _shown(answer: str) -> str:
    words = " ".join(answer.split())
    return repr(words[:60] + ("…" if len(words) > 60 else "")) if words else "an empty answer"
