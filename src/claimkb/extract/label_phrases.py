"""The phrases of a label after its verb: a prepositional phrase, an adverb, an amount, each whole or not at all.

Every phrase is a slot of its own: its forms, with what they add, beside
nothing at all, with what the label loses. Time counts little, unless nothing
else follows the verb.
"""

import re

from claimkb.extract.label_choice import Part, Slot, part
from claimkb.extract.label_heads import is_hollow, level
from claimkb.extract.label_needs import lost_without
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording, is_direction
from claimkb.extract.tree import Node, descend
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_BARE, _EXTRA, _TIME = 2.0, 0.9, 0.35  # after a verb alone, after an object, when
_DEGREES = frozenset({"too", "not", "more", "less", "most", "least"})
_UNSAID = 5.0  # "linked to use": of what?
_MODIFIED = 2  # words of a role that is modified
_UNMODIFIED = 3.5
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
        if prep.lower == "as" and not bare and verb.lemma not in label_words().naming:
            continue  # a reason more often than a role
        worth = _worth(prep, verb, view, bare=bare, first=first) - (1.0 if aside else 0.0)
        forms = prepositional(prep, verb, view, worth)
        if not forms:
            continue
        if prep.lower in label_words().turns and not prep.children:
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
    worth += (
        1.4 if first and not bare and (verb.lemma in words.placing or verb.lemma in words.taking) else 0.0
    )
    worth += 1.0 if first and not bare and verb.lemma in words.light else 0.0
    worth += 2.0 if first and bare and verb.lemma in words.prepositional else 0.0
    worth += 1.0 if prep.lower == "by" and passive else 0.0
    worth += 0.8 if prep.lower in {"into", "onto"} and first else 0.0  # where it went
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
        if noun.lemma in label_words().empty_nouns or (
            noun.lemma in label_words().asides and not noun.kids("prep")
        ):
            return []
        if (month := _month(noun)) is not None:
            return [part(worth, *words, month.text)]  # "until the week of 8 May"
        short, inner = _dissolved(prep, noun)
        if inner is not None and view.shows(inner):
            return [Part((*opening, short, *p.words), p.worth) for p in noun_parts(inner, view, worth)]
        nouns = noun_parts(noun, view, worth)
        if prep.lower == "between":
            nouns = [p for p in nouns if any(w.endswith(",") for w in p.words)]  # two, or neither
        if is_time(noun) and noun.lower not in cues().clauses.calendar:
            nouns = nouns[:1]  # "for a seventh day" whole or not at all
        role = prep.lower == "as" and verb.lemma in label_words().naming
        full = _MODIFIED if role and noun.kids("amod") else 0
        return [
            Part((*words, *p.words), worth + _scaled(p.worth - worth) - _unsaid(noun, p) - _left_out(p, full))
            for p in nouns
            if p.words
        ]
    quality = prep.kid("amod", "acomp")
    if prep.lower == "as" and quality is not None and quality.tag.startswith("JJ"):
        degree = [c.lower for c in quality.kids("advmod") if c.lower in _DEGREES]
        return [part(worth, "as", *degree, quality.text)]  # "recognised as intolerable"
    if quality is not None and quality.i == prep.i + 1 and not quality.children and view.shows(quality):
        return [part(worth + 1.0, *words, quality.text)]  # "remains at large"
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


def _month(noun: Node) -> Node | None:
    """The month of "the week of 8 May"."""
    if noun.lemma not in {"week", "start", "end", "beginning"}:
        return None
    inner = next((p.kid("pobj") for p in noun.kids("prep") if p.lower == "of"), None)
    return (
        inner if inner is not None and inner.tag == "NNP" and inner.lower in cues().clauses.calendar else None
    )


def _left_out(form: Part, full: int) -> float:
    """What "described as employee" loses where the text says "as a former employee"."""
    return _UNMODIFIED if len(form.words) < full else 0.0


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
    return (
        [
            c
            for n in (head, *(d for d in head.kids("advmod") if is_direction(d, head)))
            for c in n.kids("prep", "agent", "dative", "pcomp")
            if c.dep != "pcomp" or c.tag in {"IN", "TO"}
        ]
        + [c for c in head.kids("prt") if c.kid("pobj") is not None]
        + [
            c
            for o in head.kids("dobj")
            for c in o.kids("prep")
            if c.lower == "as" and head.lemma in label_words().naming  # hung on what is named so
        ]
    )


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
        or (noun.lower in cues().clauses.calendar or noun.lower in words.clock)
        or _YEAR.fullmatch(noun.text) is not None
    )


def is_infinitive(node: Node) -> bool:
    """Whether a verb is an infinitive with "to" and without a subject of its own."""
    return node.tag == "VB" and any(a.lower == "to" for a in node.kids("aux")) and not node.kids("nsubj")


def adjuncts(verb: Node, view: Wording) -> list[Slot]:
    """The prepositional phrases that a label may do without."""
    return [slot for _, slot in phrase_slots(verb, view, bare=False, aside=True)]
