"""In what a claim goes beyond another claim that has nearly all its words, role by role.

Shared words do not make support. "Plans to open 30 shops" does not bear out
"opened 30 shops", nor "close the plant" "close the showroom", nor "the
party's youth wing voted" "the party voted". Each check looks at the predicate
or at one role that both sides fill; what one side leaves out is no check's
business. Words that say the same or the broader thing are one (`found_in`).
"""

from functools import cache

from claimkb.compare.alignment import Predication, align
from claimkb.compare.difference import base_form, is_number
from claimkb.compare.profile import Profile, Slot, profile
from claimkb.compare.rebuffs import called_wrong
from claimkb.compare.wordbags import bag, bag_of, found_in
from claimkb.compare.words import tokens
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.support import support_words
from claimkb.lexicon.wordclasses import broader
from claimkb.model import Claim, Modality

_ALIKE = frozenset({Predication.SAME, Predication.ENTAILED})
_FORESEEN = frozenset({Modality.PREDICTED, Modality.POSSIBLE})
_DESCRIBED = 3  # words that describe a noun
_COPIED = 3  # shared words from which a single other word tells two things apart
# Roles in which another noun is another matter; "with", "by" and "in" also say how, by whom and when.
_MATTERS = ("object", "of", "over", "for", "on", "about", "to", "against", "from", "into", "dative")


def goes_beyond(given: Claim, claim: Claim, everything: frozenset[str]) -> bool:
    """Whether the claim says something that the other, the nearest to it, does not; `everything` its text's words."""
    if other_in_role(given, claim, everything) or _one_word_exchanged(given, claim, everything):
        return True
    one, two = profile(given), profile(claim)
    ends = one.slot("subject"), two.slot("subject")
    return align(one, two).predicate in _ALIKE and _otherwise_described(*ends, everything, bag(claim))


def other_in_role(given: Claim, claim: Claim, everything: frozenset[str]) -> bool:
    """Whether the predicate or a role that both sides fill is not the same; how a thing is described is left aside."""
    if only_meant(given, claim) or called_wrong(given, claim) or _multiplied(claim, everything):
        return True
    if _compared_apart(given, claim):
        return True
    one, two = profile(given), profile(claim)
    if _another(one, two):
        return True
    if align(one, two).predicate not in _ALIKE:
        return False
    if crossed(one, two) or part_of(one, two):
        return True
    wanted = bag(claim)
    return any(_other_thing(one.slot(role), two.slot(role), everything, wanted) for role in _MATTERS)


def only_meant(given: Claim, claim: Claim) -> bool:
    """Whether what a claim states is only planned, wished, feared, tried or alleged in the other."""
    words = support_words()
    governor = next((w for w in given.frame.predicate if w in words.unmeant), None)
    verb = base_form(profile(claim).raw_verb or "")
    if governor is None or not verb or _calls(given):
        return False
    if claim.modality is Modality.NORMATIVE or (claim.modality in _FORESEEN and governor in words.coming):
        return False
    if base_form(governor) in map(base_form, tokens(claim.text)):
        return False
    if verb in map(base_form, given.frame.predicate[1:]) or governor in words.asking:
        return True
    if verb in comparison_words().light_verbs:
        return False
    governed = (w for s in profile(given).slots if s.role != "subject" for w in tokens(s.text))
    return verb in map(base_form, governed)


def _calls(claim: Claim) -> bool:
    """Whether a thing is called something: "is considered the red planet"."""
    return any(a.role in {"complement", "as"} for a in claim.frame.arguments)


def crossed(one: Profile, two: Profile) -> bool:
    """Whether who does it on one side stands elsewhere on the other, and the other way round."""
    if {one.verb, two.verb} & support_words().symmetric:
        return False
    first, second = _who(one.slot("subject")), _who(two.slot("subject"))
    if not first or not second or first & second:
        return False
    return bool(first & _others(two)) and bool(second & _others(one))


def _others(side: Profile) -> frozenset[str]:
    return frozenset[str]().union(*(_who(s) for s in side.slots if s.role != "subject"))


def _who(slot: Slot | None) -> frozenset[str]:
    """Whom an argument names, or the head of what it calls them."""
    if slot is None:
        return frozenset()
    return frozenset(e.lower() for e in slot.entities) if slot.named else frozenset({slot.head})


def _another(one: Profile, two: Profile) -> bool:
    """Whether one speaks of a thing of the same name before or after: "the last quake", "a quake"."""
    x, y = one.slot("subject"), two.slot("subject")
    if x is None or y is None or x.head != y.head:
        return False
    return _told_off(x) != _told_off(y)


def _told_off(slot: Slot) -> frozenset[str]:
    """The words before a noun that tell it from others of its name; "last week's quake" only says when."""
    lists = support_words()
    words = tokens(slot.text)
    heads = [i for i, w in enumerate(words) if base_form(w) == base_form(slot.head)]
    before = words[max(0, heads[0] - _DESCRIBED) : heads[0]] if heads else ()
    return lists.telling_off & set(before) if not lists.spans & set(before) else frozenset()


def part_of(one: Profile, two: Profile) -> bool:
    """Whether one speaks of what belongs to the other's subject: "the party's youth wing", "the party"."""
    x, y = one.slot("subject"), two.slot("subject")
    if x is None or y is None or x.named or y.named or x.head == y.head:
        return False
    if y.head in broader(x.head) or x.head in broader(y.head) or x.head in two.words:
        return False
    owner, owns, _ = x.text.replace("’", "'").partition("'s ")
    return bool(owns) and base_form(y.head) in map(base_form, tokens(owner)[-1:])


def _other_thing(x: Slot | None, y: Slot | None, everything: frozenset[str], wanted: frozenset[str]) -> bool:
    """Whether a role is filled with two things: "closes the plant", "closes the showroom"."""
    if x is None or y is None or not _is_thing(x) or not _is_thing(y) or x.head == y.head:
        return False
    if _qualities(y) and _qualities(y) <= bag_of(x.text):
        return False  # "the oral tradition", "oral history": what tells it is its quality
    here, there = frozenset({base_form(x.head)}), frozenset({base_form(y.head)})
    return not found_in(there, everything | bag_of(x.text)) and not found_in(here, wanted | bag_of(y.text))


def _is_thing(slot: Slot) -> bool:
    """Whether an argument is called by a noun of its own: no name, amount, time or word for any thing."""
    head, lists = slot.head, comparison_words()
    return (
        bool(slot.words)
        and not slot.entities
        and head.isalpha()
        and not is_number(head)
        and head not in lists.generic | lists.general | lists.around_dates | support_words().measuring
        and not any(w[:1].isupper() and w.lower().startswith(head[:4]) for w in slot.text.split()[1:])
    )


def _qualities(slot: Slot) -> frozenset[str]:
    """The words that stand before the noun of an argument and say of what sort it is; amounts are none."""
    words = tokens(slot.text)
    at = next((i for i, w in enumerate(words) if base_form(w) == base_form(slot.head)), 0)
    return frozenset(w for w in bag_of(" ".join(words[:at])) if len(w) > 1 and not is_number(w))


def _otherwise_described(
    x: Slot | None, y: Slot | None, everything: frozenset[str], wanted: frozenset[str]
) -> bool:
    """Whether both describe one noun, and not alike: "a man in a white hat", "a man in a black hat"."""
    if x is None or y is None or x.head != y.head:
        return False
    only_x = frozenset(map(base_form, x.words - y.words))
    only_y = frozenset(map(base_form, y.words - x.words))
    return bool(only_x - found_in(only_x, wanted)) and bool(only_y - found_in(only_y, everything))


def _one_word_exchanged(given: Claim, claim: Claim, everything: frozenset[str]) -> bool:
    """Whether one word that is no verb stands in the place of another: "a red collar", "a blue collar"."""
    verbs = {base_form(w) for c in (given, claim) for w in c.frame.predicate}
    one, two = bag(given), bag(claim)
    here, there = one - two - _shared_names(given, claim), two - one - _shared_names(claim, given)
    lists = comparison_words()
    if (here | there) & (lists.function_words | lists.removable | lists.generic | _loose()):
        return False
    if len(here) != 1 or len(there) != 1 or len(one & two) < _COPIED or (here | there) & verbs:
        return False
    return not found_in(there, everything) and not found_in(here, two)


@cache
def _loose() -> frozenset[str]:
    return frozenset(map(base_form, support_words().loose))


def _compared_apart(given: Claim, claim: Claim) -> bool:
    """Whether one is above what both compare with and the other below: "more than expected", "fewer than expected"."""
    one, two = set(tokens(given.text)), set(tokens(claim.text))
    lists = support_words()
    if "than" not in one or "than" not in two:
        return False
    ways = [(bool(words & lists.above), bool(words & lists.below)) for words in (one, two)]
    return ways in ([(True, False), (False, True)], [(False, True), (True, False)]) and _same_than(
        given, claim
    )


def _same_than(given: Claim, claim: Claim) -> bool:
    """Whether both compare with the same, by the word after "than"."""
    after = [tokens(c.text)[tokens(c.text).index("than") + 1 :][:1] for c in (given, claim)]
    return after[0] == after[1] != ()


def _shared_names(claim: Claim, other: Claim) -> frozenset[str]:
    """The words by which a claim names what the other names, too: "Dutch", "the Netherlands"."""
    known = profile(other).entities
    return frozenset(w for m in claim.entities if m.name in known for w in bag_of(m.text))


def _multiplied(claim: Claim, everything: frozenset[str]) -> bool:
    """Whether a claim says how many times a thing has grown, and the other side does not."""
    return bool({base_form(w) for w in support_words().multiplying} & bag(claim) - everything)
