"""The phrases of a label after its verb: a prepositional phrase, an adverb, an amount, each whole or not at all.

Every phrase is a slot of its own: its forms, with what they add, beside
nothing at all, with what the label loses. Time counts little, unless nothing
else follows the verb.
"""

import re
from collections.abc import Iterator

from claimkb.extract.label_choice import Part, Slot, part
from claimkb.extract.label_heads import is_hollow, level
from claimkb.extract.label_needs import lost_without
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording, figure, is_direction
from claimkb.extract.tree import Node, descend, is_amount
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_BARE, _EXTRA, _TIME = 2.0, 0.9, 0.35  # after a verb alone, after an object, when
_FLOATING = frozenset({"all", "both", "each"})  # "were all from overseas"
_DEGREES = frozenset({"too", "not", "more", "less", "most", "least"})
_UNSAID = 5.0  # "linked to use": of what?
_YEAR = re.compile(r"(?:1[5-9]|20)\d\ds?")

Placed = tuple[int, Slot]


def phrase_slots(verb: Node, view: Wording, *, bare: bool, aside: bool = False) -> list[Placed]:
    """The slots of the phrases after a verb, each with its place in the text.

    `bare` says that the verb has neither object nor complement, `aside` that its news is told by something else.
    """
    found: list[Placed] = []
    first = True
    for prep in _prepositions(verb):
        if prep.i < verb.i or not view.shows(prep) or _is_set_off(prep, verb) or view.amount_at(prep):
            continue
        worth = _worth(prep, verb, view, bare=bare, first=first) - (1.0 if aside else 0.0)
        forms = prepositional(prep, verb, view, worth)
        if not forms:
            continue
        if prep.lower in label_words().turns and prep.kid("pobj") is None:
            forms.append(part(0.4 * worth, prep.lower))  # "told to get out"
        lost = 0.0 if aside else lost_without(prep, verb, view, bare=bare, first=first)
        found.append((prep.i, [*forms, Part((), lost)]))
        first = first and _is_when(prep)
    return found


def _worth(prep: Node, verb: Node, view: Wording, *, bare: bool, first: bool) -> float:
    """What a phrase adds to its verb."""
    words = label_words()
    noun = prep.kid("pobj")
    passive = bool(verb.kids("auxpass")) or verb.tag == "VBN"
    worth = _BARE if bare and first else _EXTRA
    worth += 1.4 if first and not bare and verb.lemma in words.placing | words.taking else 0.0
    worth += 1.0 if first and not bare and verb.lemma in words.light else 0.0
    worth += 2.0 if first and bare and verb.lemma in words.prepositional else 0.0
    worth += 1.0 if prep.lower == "by" and passive else 0.0
    worth += 1.5 if verb.lower in words.needy and prep.i == verb.i + 1 else 0.0
    if prep.lower == "as":
        worth += 1.0 if verb.lemma in words.naming else 0.0 if bare and verb.kids("prt") else -2.0
    worth -= 1.0 if prep.lower in words.adjuncts else 0.0
    if noun is not None and is_time(noun) and prep.lower != "by" and verb.lemma not in words.enduring:
        return _TIME
    if (
        noun is not None
        and (view.amount_at(noun) or _introduces(noun, view))
        and prep.lower in {"to", "by", "at"}
    ):
        return worth + 0.8
    return worth + (0.5 if prep.i == verb.i + 1 and bare else 0.0)


def prepositional(prep: Node, verb: Node, view: Wording, worth: float) -> list[Part]:
    """The forms of a prepositional phrase, none where it has nothing to show."""
    opening = [c.text for c in verb.kids("advmod", "acomp") if c.i == prep.i - 1 and prep.lower == "of"]
    noun, second = prep.kid("pobj"), prep.kid("pcomp", "prep")
    words = [*opening, prep.lower]
    if second is not None and second.tag in {"IN", "TO"} and (noun is None or second.i == prep.i + 1):
        words.append(second.lower)  # "due to", "out of"
        noun = noun or second.kid("pobj")
    if noun is not None and (hour := _hour(prep, noun)):
        return [part(_TIME, *words, hour)]
    if noun is not None and view.shows(noun):
        if noun.lemma in label_words().empty_nouns:
            return []
        short, inner = _dissolved(prep, noun)
        if inner is not None and view.shows(inner):
            return [Part((*opening, short, *p.words), p.worth) for p in noun_parts(inner, view, worth)]
        nouns = noun_parts(noun, view, worth)
        if is_time(noun) and noun.lower not in cues().clauses.calendar:
            nouns = nouns[:1]  # "for a seventh day" whole or not at all
        return [
            Part((*words, *p.words), worth + _scaled(p.worth - worth) - _unsaid(noun, p))
            for p in nouns
            if p.words
        ]
    quality = prep.kid("amod", "acomp")
    if prep.lower == "as" and quality is not None and quality.tag.startswith("JJ"):
        degree = [c.lower for c in quality.kids("advmod") if c.lower in _DEGREES]
        return [part(worth, "as", *degree, quality.text)]  # "recognised as intolerable"
    gerund = prep.kid("pcomp")
    if gerund is not None and gerund.tag == "RB" and not gerund.children:
        return [part(worth, *words, gerund.lower)]  # "from overseas"
    if (
        gerund is None
        or not gerund.lower.endswith("ing")
        or not view.shows(gerund)
        or gerund.kids("aux", "nsubj")
    ):
        return []
    return [Part((*words, *p.words), p.worth) for p in noun_parts(gerund, view, worth)]


def _hour(prep: Node, noun: Node) -> str:
    """ "6am", also where the parser takes it for two words."""
    after = next((c for c in (*prep.children, *noun.children) if c.i == noun.i + 1), None)
    known = after is not None and noun.tag == "CD" and after.lower in label_words().clock
    return f"{noun.text}{after.lower.replace('.', '')}" if known and after is not None else ""


def _dissolved(prep: Node, noun: Node) -> tuple[str, Node | None]:
    """ "on suspicion of arson" is "over arson": a phrase that is no more than a preposition, with its noun."""
    link = noun.kid("prep")
    said = label_words().linked.get(f"{prep.lower} {noun.lower} {link.lower}") if link is not None else None
    return (said, link.kid("pobj")) if said and link is not None else ("", None)


def _unsaid(noun: Node, form: Part) -> float:
    """What a hollow noun loses without the "of" that follows it."""
    clause = any(c.kid("mark") is not None for c in noun.kids("acl", "ccomp", "relcl", "appos"))
    if clause and noun.lemma in label_words().content_nouns:
        return _UNSAID  # "based on the fact that" is not "based on fact"
    below = {n.lower for p in noun.kids("prep") if p.lower == "of" for n in descend(p)}
    if not is_hollow(noun) or any(w.lower() in below for w in form.words):
        return 0.0
    return 2.0 if any(w.endswith(("'s", "s'")) for w in form.words) else _UNSAID


def _is_set_off(prep: Node, verb: Node) -> bool:
    """Whether a comma sets a phrase off (", in his view,"); an amount it does not ("rose 5%, to $3m")."""
    noun = prep.kid("pobj")
    if noun is not None and noun.tag in {"CD", "$"}:
        return False
    return any(c.text == "," and c.i == prep.i - 1 for c in verb.kids("punct"))


def _is_when(prep: Node) -> bool:
    noun = prep.kid("pobj")
    return noun is not None and is_time(noun)


def _prepositions(head: Node) -> list[Node]:
    """The prepositions of a verb or an adjective; the parser hangs "to" on "due" as a complement."""
    return [
        c
        for n in (head, *(d for d in head.kids("advmod") if is_direction(d, head)))
        for c in n.kids("prep", "agent", "dative", "pcomp")
        if c.dep != "pcomp" or c.tag in {"IN", "TO"}
    ] + [
        c
        for o in head.kids("dobj")
        for c in o.kids("prep")
        if c.lower == "as" and head.lemma in label_words().naming  # hung on what is named so
    ]


def _introduces(noun: Node, view: Wording) -> bool:
    """ "a low of 3%", "a rate of 5%": a noun that only introduces its amount."""
    return noun.lemma in label_words().levels and level(noun, view) is not None


def _scaled(extra: float) -> float:
    """What modifiers add counts less in an adjunct; what is missing counts in full."""
    return 0.4 * extra if extra > 0 else extra


def is_time(noun: Node) -> bool:
    """Whether a noun is a time ("week", "2019", "6am")."""
    words = label_words()
    return (
        noun.lemma.lower() in words.periods
        or noun.lower in cues().clauses.calendar | words.clock
        or _YEAR.fullmatch(noun.text) is not None
    )


def adverb_slots(verb: Node, view: Wording, *, bare: bool, alone: bool) -> list[Placed]:
    """The slots of the amounts and adverbs after a verb ("fell 6%", "thinks positively", "down 30%").

    `alone` says that nothing else follows the verb, which then needs them.
    """
    found = list(_moved_by(verb, view)) or list(_turns(verb, view))
    said = {i for i, _ in found}
    if bare:
        found += [m for m in _manner(verb, view, alone=alone) if m[0] not in said]
    return found


def _moved_by(verb: Node, view: Wording) -> Iterator[Placed]:
    """ "are down about 30%": an adverb with its amount."""
    for adverb in (c for c in verb.kids("advmod", "prt") if c.i > verb.i and c.lower in label_words().turns):
        for amount in (*adverb.kids("npadvmod", "dobj"), *verb.kids("npadvmod")):
            if (quantity := view.amount_at(amount)) is not None:
                lost = -4.0 if verb.lemma in label_words().steering else 0.0  # "sent shares up 6%"
                yield adverb.i, [part(3.5, adverb.lower, figure(quantity)), part(lost)]
                return


def _manner(verb: Node, view: Wording, *, alone: bool) -> list[Placed]:
    words = label_words()
    after = [c for c in verb.children if c.i > verb.i and view.shows(c) and not is_direction(c, verb)]
    thin = verb.lemma in words.thin  # "happened yesterday"
    need = -3.0 if thin and alone else 0.0
    found: list[Placed] = []
    for child in after:
        if child.dep == "npadvmod" and (view.amount_at(child) or is_amount(child)) and not is_time(child):
            found.append((child.i, [*noun_parts(child, view, _BARE + 1.0), part(0.0)]))
        elif child.dep == "advmod" and child.tag in {"RB", "RBR"}:
            late = child.lower in words.when and not thin
            again = child.lower == "longer" and verb.kids("neg")  # "not ... any longer"
            if not late and not again and child.lower not in words.linking | _FLOATING:
                said = 2.2 if child.tag == "RBR" else 0.8
                found.append((child.i, [part(said, child.text), part(need)]))
        elif child.dep == "npadvmod" and is_time(child) and not child.children and alone:
            found.append((child.i, [part(0.8, child.text), part(need)]))
    return found


def _turns(verb: Node, view: Wording) -> Iterator[Placed]:
    """Where an action goes ("took a step forward"), what closes the verb ("keep hands up")."""
    later = [c for c in verb.children if c.i > verb.i and view.shows(c)]
    closing = [c for c in later if c.dep == "prt" and any(o.i < c.i for o in verb.kids("dobj"))]
    later += [g for c in later if c.dep == "advmod" for g in c.kids("advmod")]  # "back in"
    turns = [
        c for c in later if c.dep == "advmod" and c.lower in label_words().turns and not is_direction(c, verb)
    ]
    hung = {"advmod", "ccomp", "xcomp", "advcl"}
    wrong = [c for c in later if c.tag == "JJ" and c.dep in hung and verb.kid("dobj") and not c.kids("mark")]
    if closing:
        yield closing[0].i, [part(1.2, closing[0].lower), part(-7.0)]
    elif turns and not turns[0].kids("npadvmod"):
        half = any(o.lemma in label_words().light_objects for o in verb.kids("dobj"))  # "made their way back"
        yield turns[0].i, [part(1.2, turns[0].lower), part(-7.0 if half else 0.0)]
    elif wrong:
        yield wrong[0].i, [part(2.2, wrong[0].text), part(-4.0)]


def is_infinitive(node: Node) -> bool:
    """Whether a verb is an infinitive with "to" and without a subject of its own."""
    return node.tag == "VB" and any(a.lower == "to" for a in node.kids("aux")) and not node.kids("nsubj")


def adjuncts(verb: Node, view: Wording) -> list[Slot]:
    """The prepositional phrases that a label may do without."""
    return [slot for _, slot in phrase_slots(verb, view, bare=False, aside=True)]
