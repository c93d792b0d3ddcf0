"""Whether one text denies what another says, read off the words around its negation.

A denial meets a statement if what it denies is said there, of the same
subject, and neither side has turned the sense round with an opposite: who
denies that the law is fair does not contradict that it is unfair.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import zip_longest

from claimkb.compare.contrast import turned
from claimkb.compare.difference import base_form
from claimkb.compare.leeway import is_nameless, may_deny
from claimkb.compare.profile import profile
from claimkb.compare.statements import Statement, statements
from claimkb.compare.weight import DENIED, DISPUTED, is_charge, weight_of_denial
from claimkb.compare.wordbags import core, share
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import operators
from claimkb.model import Claim

# Shares measured on the tuning half of the development pairs (see docs/rules.md).
_DENIED, _DENIED_WORDS = 0.6, 2  # of the denial's words
_COPIED = 0.75  # the same, where its predicate is not among them
_MUTUAL = 0.8  # of both sides together
# Where it is said in other words: of both together, of either, of the subject.
_PARAPHRASED, _EITHER, _SUBJECT = 1.0, 0.3, 0.5
_KINDS, _PERSON = frozenset({"man", "woman"}), frozenset({"person"})
# Where the subject is no more than a pronoun: of what is denied, and of all words.
_RESTATED, _MOST = 0.66, 0.5
_REFUTED = 0.4  # of the words of a claim that the other text calls untrue


@dataclass(frozen=True, slots=True)
class Denied:
    """The rule that a denial falls under, and what either text says."""

    rule: str
    a: str
    b: str


def denied_between(first: Sequence[Claim], second: Sequence[Claim]) -> Denied | None:
    """What either text says of the matter, if one denies a claim that nothing beside the denial bears out."""
    for find in (_denied_by, _refuted_by):
        found = find(first, second)
        if found is not None:
            return found
        found = find(second, first)
        if found is not None:
            return Denied(found.rule, found.b, found.a)
    return None


def _denied_by(text: Sequence[Claim], other: Sequence[Claim]) -> Denied | None:
    found = [
        Denied(weight_of_denial(denial, claim, said), denial[0].text, claim.text)
        for denial in _of(text, denied=True)
        for claim, said in _affirmed(other)
        if denial[0].modality is claim.modality
        and _denies(denial, claim, said)
        and not _said_beside(text, denial, said)
    ]
    return max((each for each in found if each.rule), key=_is_outright, default=None)


def _is_outright(found: Denied) -> bool:
    return found.rule == DENIED


def _of(text: Sequence[Claim], *, denied: bool) -> list[tuple[Claim, Statement]]:
    return [(c, s) for c in text for s in statements(c) if s.denied is denied]


def _affirmed(text: Sequence[Claim]) -> list[tuple[Claim, Statement]]:
    """The statements that affirm and call nothing untrue."""
    refuters = comparison_words().refuters
    return [(c, s) for c, s in _of(text, denied=False) if not refuters & set(tokens(s.text))]


def plain(claim: Claim, beside: frozenset[str] = frozenset()) -> bool:
    """Whether no ending, effort or wish, but those said beside it too, turns or opens the sense of a claim."""
    found = (operators()[w] for w in claim.frame.predicate if w in operators() and base_form(w) not in beside)
    return not any(o.id == "end" or not o.sign for o in found)


def _opened(claim: Claim, denied: Statement) -> bool:
    """Whether an effort, a wish or an ending stands over what is denied: "fears an attack", "tried to win"."""
    if plain(claim, denied.words) or not denied.said:
        return False
    predicate = [base_form(w) for w in claim.frame.predicate]
    if denied.said[0] in predicate:
        before = claim.frame.predicate[: predicate.index(denied.said[0])]
        return any(w in operators() for w in before)
    governed = (core(tokens(s.text)) for s in profile(claim).slots if s.role != "subject")
    return any(denied.said[0] in words for words in governed) or not profile(claim).slots


def inner_denial(claims: Sequence[Claim], others: Sequence[Claim]) -> bool:
    """Whether a clause of one text denies what the other affirms, and nothing beside it affirms it as well.

    The polarity of a claim is that of its main verb; "it says which roads are
    not open" and "it says which roads are open" differ further down.
    """
    return any(
        _same_clause(x, y) and not _said_beside(claims, (a, x), y)
        for a, x in _of(claims, denied=True)
        for _, y in _of(others, denied=False)
    )


def _same_clause(denied: Statement, said: Statement) -> bool:
    """Whether the predicate and most words of a denied clause are said on the other side."""
    found = denied.said[:1] and share(frozenset(denied.said[:1]), said.words) == 1.0
    return bool(found) and share(denied.words, said.words) >= _DENIED and not turned(denied.text, said.text)


def _denies(denial: tuple[Claim, Statement], claim: Claim, said: Statement) -> bool:
    """Whether a denial denies a statement: the same is denied, with no number, name or share of its own."""
    denied = denial[1]
    if not may_deny(denial, claim, said) or _opened(claim, denied):
        return False
    f, g = share(denied.words, said.words), share(said.words, denied.words)
    enough = len(denied.words) >= _DENIED_WORDS
    if _predicate_found(denied, said):
        return (enough and f >= _DENIED) or f + g >= _MUTUAL
    found = share(frozenset(denied.said), said.words)
    if not found:
        return False  # no more than the subject is shared
    if is_nameless(denied) and found >= _RESTATED and f >= _MOST:
        return True
    subject_found = share(frozenset(denied.subject), said.words) >= _SUBJECT
    return enough and (f >= _COPIED or (subject_found and min(f, g) >= _EITHER and f + g >= _PARAPHRASED))


def _predicate_found(denied: Statement, said: Statement) -> bool:
    """Whether what is denied is said on the other side, and of the same subject if one is named."""
    if comparison_words().happenings & set(denied.said[:1]):  # "the sale is not happening"
        return share(frozenset(denied.subject), said.words) >= _COPIED
    subject = frozenset(denied.subject) - comparison_words().generic
    if not subject:  # "there is no man singing": both must be there
        return share(frozenset(denied.said[:2]), said.words) == 1.0
    if share(subject, said.words) == 0 and not (_PERSON & said.words and subject & _KINDS):
        return False
    return share(frozenset(denied.said[:1]), said.words) > 0


def _said_beside(text: Sequence[Claim], denial: tuple[Claim, Statement], said: Statement) -> bool:
    """Whether the text of the denial also says the claim, as nearly as it denies it."""
    nearness = share(said.words, denial[1].words)
    return any(share(said.words, s.words) >= nearness for _, s in _of(text, denied=False))


def _refuted_by(text: Sequence[Claim], other: Sequence[Claim]) -> Denied | None:
    """The claim that speaks of a hoax or a denial, if its text has the words of what the other says."""
    shared = {w for c in other for w in tokens(c.text)}
    marks = comparison_words().refuters - shared
    refuting = next((c for c in text if _calls_untrue(c, marks)), None)
    if refuting is None:
        return None
    content = frozenset(w for c in text for w in core(tokens(c.text)))
    found = (c for c, s in _affirmed(other) if len(s.words) > 1 and share(s.words, content) >= _REFUTED)
    claim = next(found, None)
    if claim is None:
        return None
    return Denied(DISPUTED if is_charge(claim) else DENIED, refuting.text, claim.text)


def _calls_untrue(claim: Claim, marks: frozenset[str]) -> bool:
    """Whether a claim uses a word of debunking of what is told, not of a thing: "a fake story", "a fake beard"."""
    words = tokens(claim.text)
    table = comparison_words()
    if set(words) & table.negators:
        return False  # "this is not to deny"
    for word, following in zip_longest(words, words[1:], fillvalue=""):
        told = following in table.told or following in table.function_words or not following
        if word in marks and (
            word not in table.untrue or told or f"{word} {following}" not in claim.text.lower()
        ):
            return True
    return False
