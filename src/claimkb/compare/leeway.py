"""What lets a statement and the denial of a like one both hold.

Another subject, object, person, place or number, only "all" of it denied, or
an opposite that turns the sense back: then nothing is denied that is said.
"""

import re

from claimkb.compare.contrast import turned
from claimkb.compare.difference import base_form, is_number
from claimkb.compare.profile import profile
from claimkb.compare.statements import Statement, statements
from claimkb.compare.wordbags import bag_of, core, share
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.wordclasses import broader
from claimkb.model import Claim

_ADJUNCTS = frozenset({"in", "at", "on", "to", "for", "from", "during", "before", "after", "near", "since"})
_PLACED = re.compile(r"\b(?:in|at|on|during|near|from)\s+(?:the\s+)?([A-Z]\w+)")


def may_deny(denial: tuple[Claim, Statement], claim: Claim, said: Statement) -> bool:
    """Whether nothing tells the two apart: no other subject, object, person, number, place, no opposite."""
    denied = denial[1]
    if _leaves_room(denied, said) or not same_subject(denial[0], claim):
        return False
    if turned(denied.text, said.text) or not _details_found(denial, claim, said):
        return False
    if (
        apart_in_subject(denial[0], claim)
        or _other_object(denial[0], claim)
        or _goes_on_otherwise(denial, claim, said)
    ):
        return False
    if _both_refuse(denied, said):
        return False
    return not _other_person(denied, said)


def _both_refuse(denied: Statement, said: Statement) -> bool:
    """Whether the denial lies in a verb like "fail" or "refuse", and the other side has the same verb."""
    lists = comparison_words()
    if lists.negators & set(tokens(denied.text)):
        return False
    return bool(frozenset(map(base_form, lists.implicatives)) & denied.words & said.words)


def _goes_on_otherwise(denial: tuple[Claim, Statement], claim: Claim, said: Statement) -> bool:
    """The same read off the words, where the parse took the object for the verb: "the mill imports ethanol"."""
    denied = denial[1]
    if profile(denial[0]).slot("object") is None or profile(denial[0]).verb == profile(claim).verb:
        return False
    predicate, rest = denied.said[:1], frozenset(denied.said[1:])
    words = (*said.subject, *said.said)
    if not rest or not predicate or predicate[0] not in words:
        return False
    other = frozenset(words[words.index(predicate[0]) + 1 :])
    return bool(other) and not share(rest, said.words)


def is_nameless(denied: Statement) -> bool:
    """Whether the subject is a pronoun, which may be anybody the other side speaks of; "there" is none."""
    return not frozenset(denied.subject) - comparison_words().generic and tokens(denied.text)[:1] != (
        "there",
    )


def _leaves_room(denied: Statement, said: Statement) -> bool:
    """Whether only a word like "all" or "entirely" is denied that the other side does not say.

    "Not particularly weak" leaves room for weak, none for very or most weak.
    """
    if not denied.partial:
        return False
    degrees = comparison_words().degrees
    spoken = set(tokens(said.text))
    return denied.partial not in spoken and not (denied.partial in degrees and degrees & spoken)


def only_in_part(a: Claim, b: Claim) -> bool:
    """Whether one claim denies only that the other holds of all or wholly."""
    return any(
        _leaves_room(x, y)
        for one, other in ((a, b), (b, a))
        for x in statements(one)
        for y in statements(other)
        if x.denied and not y.denied
    )


def same_subject(a: Claim, b: Claim) -> bool:
    """Whether the subjects can be one: no other name, no other attribute of either, not "X" and "X's wife"."""
    if _is_owner(a, b) or _is_owner(b, a) or _persons_apart(a, b):
        return False
    role = "object" if a.frame.passive and b.frame.passive else "subject"
    one, two = profile(a).slot(role), profile(b).slot(role)
    if one is None or two is None or one.head != two.head:
        return True
    if one.entities and two.entities and not one.entities & two.entities:
        return False
    return not (one.words - two.words and two.words - one.words)


def _persons_apart(a: Claim, b: Claim) -> bool:
    """Whether the one speaks of himself and the other of the one spoken to: "I did", "you did not"."""
    one, two = a.subject.lower(), b.subject.lower()
    return {one, two} in ({"you", "the author"}, {"you", "i"}, {"you", "we"})


def other_group(a: Claim, b: Claim) -> bool:
    """Whether the subjects are two groups of people by their nouns: pilots and cabin crews."""
    one, two = profile(a).slot("subject"), profile(b).slot("subject")
    if one is None or two is None or one.named or two.named or one.head == two.head:
        return False
    kinds = {s.head: broader(s.head) for s in (one, two)}
    plural = all(is_plural(s.text) for s in (one, two))
    related = one.head in kinds[two.head] or two.head in kinds[one.head] or one.words & two.words
    return plural and not related


def is_plural(text: str) -> bool:
    """Whether a noun phrase ends in a plural, as written."""
    last = tokens(text.partition(" of ")[0].partition(" in ")[0])[-1:]
    return bool(last) and last[0].endswith("s") and not last[0].endswith("ss")


def _is_owner(a: Claim, b: Claim) -> bool:
    """Whether the subject of one is what the subject of the other belongs to."""
    return _is_owner_of(a.subject, b.subject)


def apart_in_subject(a: Claim, b: Claim) -> bool:
    """Whether the same may be said of one and denied of the other: "X" and "X's wife", "most pupils", "some pupils"."""
    one, two = ((_undergoer(c) if c.frame.passive else "") or c.subject for c in (a, b))
    if _is_owner_of(one, two) or _is_owner_of(two, one):
        return True
    first, second = (tokens(text)[:1] for text in (one, two))
    if first == second or not first or not second or not {*first, *second} <= _SOME:
        return False
    return bool({*first, *second} & _LEAVING)


_LEAVING = frozenset({"some", "most", "few"})  # "several" and "many" are two words for one group
_SOME = frozenset({"some", "most", "many", "several", "few", "part", "other", "others"})


def _undergoer(claim: Claim) -> str:
    return next((a.text for a in claim.frame.arguments if a.role == "object"), "")


def _is_owner_of(owner: str, owned: str) -> bool:
    possessor, found, _ = owned.replace("’", "'").partition("'s ")
    return bool(found) and tokens(possessor)[-1:] == tokens(owner)[-1:] != ()


def _other_person(denied: Statement, said: Statement) -> bool:
    """Whether the denial speaks of a man where the other side speaks of a woman, or of a grown-up and a child."""
    one, two = denied.words - said.words, said.words - denied.words
    if any(x in one and y in two for x, y in (("man", "woman"), ("woman", "man"))):
        return True
    lists = comparison_words()
    spoken, other = frozenset(tokens(denied.text)), frozenset(tokens(said.text))
    return any(x & spoken - other and y & other - spoken for x, y in _swapped(lists.grown_up, lists.young))


def _swapped(x: frozenset[str], y: frozenset[str]) -> tuple[tuple[frozenset[str], frozenset[str]], ...]:
    return (x, y), (y, x)


def _other_object(a: Claim, b: Claim) -> bool:
    """Whether the same is denied of one object and said of another: "eats no hay", "eats grass"."""
    one, two = profile(a).slot("object"), profile(b).slot("object")
    if one is None or two is None or profile(a).verb != profile(b).verb:
        return False
    named = set(core(tokens(one.text))), set(core(tokens(two.text)))
    return all(named) and not named[0] & named[1]


def _details_found(denial: tuple[Claim, Statement], claim: Claim, said: Statement) -> bool:
    """Whether the numbers, places and times of the denial are in the claim: "not in Paris" leaves elsewhere."""
    if not _numbers(denial[1]) <= _numbers(said) and (
        _numbers(said) or any(map(_is_figure, denial[1].words))
    ):
        return False
    if _denies_number(denial[1], said):
        return False
    adjuncts = {n for s in profile(denial[0]).slots if s.role in _ADJUNCTS for n in s.entities}
    known = profile(claim).entities | {m.text for m in claim.entities}
    adjuncts |= set(_PLACED.findall(denial[1].text)) - {m.text for m in denial[0].entities if m.name in known}
    return all(name in known or bag_of(name) & bag_of(claim.text) for name in adjuncts)


def _denies_number(denied: Statement, said: Statement) -> bool:
    """Whether only so many are denied: "did not adopt six guiding principles" leaves five."""
    numbers = _numbers_of(frozenset(denied.said)) - _numbers(said)
    return any(
        frozenset(denied.said[at + 1 : at + 3]) & said.words
        for at, w in enumerate(denied.said)
        if w in numbers
    )


def _numbers(statement: Statement) -> set[str]:
    return _numbers_of(statement.words)


def _numbers_of(words: frozenset[str]) -> set[str]:
    return {w for w in words if is_number(w) or w in comparison_words().ordinals}


def _is_figure(word: str) -> bool:
    return word[0].isdigit()
