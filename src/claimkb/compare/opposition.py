"""Two texts on one matter that say opposite things in nearly the same words.

A pair of opposite words turns the sense, a negation on one side turns it
again, and so do exchanged sides: "A is larger than B" and "B is smaller than
A" agree, as do "weak" and "not strong". An odd number of turns excludes.
"""

import re
from collections.abc import Sequence
from itertools import pairwise

from claimkb.compare.contrast import Contrast, contrasts, opposite_words
from claimkb.compare.denial import plain
from claimkb.compare.difference import base_form, word_forms
from claimkb.compare.leeway import other_group, same_subject
from claimkb.compare.naming import exchanged_names
from claimkb.compare.profile import counted_apart, profile
from claimkb.compare.statements import Statement, statements
from claimkb.compare.times import named_time
from claimkb.compare.wordbags import bag, bag_of, core, share
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.phrases import phrases_of
from claimkb.lexicon.wordclasses import is_deal, is_reversible
from claimkb.model import Claim, Modality

# Shares of the words, measured on the tuning half of the development pairs (see docs/rules.md).
_SAID = 0.5  # of the shorter statement
_SHARED = 2  # words, or half of both where there are few
_MATTER, _ONE_MATTER = 4, 0.8  # words besides the acts, and their share, that make one matter of two
_TWICE = 2  # turns that take each other back
_THAN = "than"
_SOME = re.compile(r"(?i)(?:a|an|some)\b")
_FOLLOWS = 0.7  # of the shared words after the opposite words


def opposed_between(first: Sequence[Claim], second: Sequence[Claim]) -> Contrast | None:
    """The opposite words by which a claim of one text contradicts a claim of the other."""
    for a in first:
        for b in second:
            if not _is_sentence(a, b) or not _firm(a, b) or not plain(a) or not plain(b):
                continue
            if exchanged_names(a, b) is not None or other_group(a, b) or _other_measure(a, b):
                continue
            for x in statements(a):
                for y in statements(b):
                    found = _opposed(x, y)
                    if found is not None and not _picked(found, a, b) and not _one_after_other(found, a, b):
                        return found
            acts = _acts_opposed(a, b)
            if acts is not None:
                return acts
    return None


def _other_measure(a: Claim, b: Claim) -> bool:
    """Whether two measures moved, each its way: a revenue fell, a profit rose."""
    slots = [profile(c).slot("subject") for c in (a, b)]
    kinds = [comparison_words().measures.get(s.head, "rate") for s in slots if s is not None]
    return len(set(kinds)) > 1 and "rate" not in kinds


def _acts_opposed(a: Claim, b: Claim) -> Contrast | None:
    """Opposite acts in one matter, whoever is the subject: "passed through the Senate", "the Senate voted against".

    What can be undone, or is two sides of one deal, is left out: one sells what the other buys.
    """
    one, two = _act(a), _act(b)
    if (
        not opposite_words(one, two)
        or is_reversible(one, two)
        or any(s.denied for c in (a, b) for s in statements(c))
    ):
        return None
    besides = [bag(c) - bag_of(f"{act} {c.predicate}") for c, act in ((a, one), (b, two))]
    shorter, longer = sorted(besides, key=len)
    names = {m.name for m in a.entities} & {m.name for m in b.entities}
    enough = len(shorter) >= _MATTER and share(shorter, longer) >= _ONE_MATTER
    return Contrast(one, two, complementary=False) if enough and names else None


def _act(claim: Claim) -> str:
    """What is done: the main verb, or the one that says the same as verb and particle together."""
    verb, words = claim.frame.predicate[-1], tokens(claim.text)
    for rest, meaning in phrases_of().get(verb, ()):
        if any(base_form(w) == base_form(verb) and (p,) == rest for w, p in pairwise(words)):
            return meaning
    return verb


def _picked(found: Contrast, a: Claim, b: Claim) -> bool:
    return _picks_out(found.a, a) and _picks_out(found.b, b)


def _one_after_other(found: Contrast, a: Claim, b: Claim) -> bool:
    """Whether the two speak of two times, or of a deal that may follow the other within the time they name."""
    forms = [(x, y) for x in word_forms(found.a) for y in word_forms(found.b)]
    one, two = named_time(a), named_time(b)
    if one is not None and two is not None and not one.overlaps(two):
        return True
    return any(is_deal(x, y) for x, y in forms) and one is not None and one.start != one.end


def _firm(a: Claim, b: Claim) -> bool:
    """Whether both are stated as facts or both as forecasts, of what can be one subject."""
    firm = a.modality in {Modality.ASSERTED, Modality.PREDICTED}
    return (
        firm and a.modality is b.modality and same_subject(a, b) and not counted_apart(profile(a), profile(b))
    )


def _is_sentence(*claims: Claim) -> bool:
    """Whether the claims have predicates: in a caption no one can tell which thing an adjective picks out."""
    return all(c.frame.predicate for c in claims)


def _opposed(x: Statement, y: Statement) -> Contrast | None:
    """The opposite words by which two statements exclude each other."""
    found = contrasts(x.text, y.text)
    if len(found) != 1 or not same_matter(x, y):
        return None
    both_denied = x.denied and y.denied
    if both_denied and not found[0].complementary:
        return None  # what is neither large nor small
    return found[0] if _turns(x, y, found[0]) % 2 == 1 else None


def turned_twice(given: Claim, claim: Claim) -> bool:
    """Whether a claim says the same the other way round.

    "The law is unfair" bears out "the law is not fair", and "A is larger than
    B" bears out "B is smaller than A".
    """
    return any(_says_same(x, y) for x in statements(given) for y in statements(claim))


def _says_same(x: Statement, y: Statement) -> bool:
    found = contrasts(x.text, y.text)
    if len(found) != 1 or not same_matter(x, y) or _turns(x, y, found[0]) != _TWICE:
        return False
    return y.denied or not x.denied or found[0].complementary


def _turns(x: Statement, y: Statement, contrast: Contrast) -> int:
    """How often the sense is turned: by the opposites, by a denial, by exchanged sides; 0 if that is not clear."""
    common = x.words & y.words
    parts = zip(_after(contrast.a, x, common), _after(contrast.b, y, common), strict=True)
    exchanged = any(_exchanged(one, two) for one, two in parts)
    if exchanged and not (_THAN in tokens(x.text) and _THAN in tokens(y.text)):
        return 0
    return 1 + (x.denied is not y.denied) + exchanged


def _picks_out(word: str, claim: Claim) -> bool:
    """Whether a word only says which thing is meant: "the northern road", "a dog carries a small stick"."""
    side = profile(claim)
    subject, target = side.slot("subject"), side.slot("object")
    if subject is None:
        return False
    if word in tokens(subject.text):
        return True
    anybody = target is not None and _SOME.match(target.text) and _SOME.match(subject.text)
    return target is not None and bool(anybody) and word in tokens(target.text)


def same_matter(x: Statement, y: Statement) -> bool:
    """Whether two statements share enough of their words."""
    common = x.words & y.words
    f, g = share(x.words, y.words), share(y.words, x.words)
    return max(f, g) >= _SAID and (len(common) >= _SHARED or (bool(common) and min(f, g) >= _SAID))


def _after(word: str, statement: Statement, common: frozenset[str]) -> tuple[frozenset[str], frozenset[str]]:
    """The shared words that follow a word, up to "than" and after it."""
    words = tokens(statement.text)
    rest = words[words.index(word) + 1 :]
    at = rest.index(_THAN) if _THAN in rest else len(rest)
    return common & frozenset(core(rest[:at])), common & frozenset(core(rest[at:]))


def _exchanged(a: frozenset[str], b: frozenset[str]) -> bool:
    """Whether what follows differs, as in "smaller than the hall" and "larger than the barn"."""
    return bool(a and b) and len(a & b) / min(len(a), len(b)) < _FOLLOWS
