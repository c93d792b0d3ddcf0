"""What may close a label: a prepositional phrase, an adverb, an amount, an infinitive, a clause in two words."""

import re

from claimkb.extract.label_choice import NOTHING, Part, part
from claimkb.extract.label_heads import is_hollow
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording, figure, is_direction
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_AFTER = 2.0
_DEGREES = frozenset({"too", "not", "more", "less", "most", "least"})
_BARE = 5.0  # "linked to use": of what?


def prepositional(verb: Node, view: Wording, worth: float, *, adjuncts: bool = False) -> list[Part]:
    """The prepositional phrases after a verb, in their forms; "as" and "by" phrases say most."""
    found: list[Part] = []
    objects = verb.kids("dobj")
    passive = bool(verb.kids("auxpass")) or verb.tag == "VBN"
    strong = {"by"} if passive else set()
    strong |= {"as"} if verb.lemma in label_words().naming else set()
    for index, prep in enumerate(_prepositions(verb)):
        aside = any(c.text == "," and c.i == prep.i - 1 for c in verb.kids("punct"))  # ", in his view,"
        if (
            aside
            or prep.i < verb.i
            or not view.shows(prep)
            or (prep.lower in label_words().adjuncts and not adjuncts)
        ):
            continue
        opening = [c.text for c in verb.kids("advmod", "acomp") if c.i == prep.i - 1 and prep.lower == "of"]
        noun = prep.kid("pobj")
        second = prep.kid("pcomp", "prep")
        words = [prep.lower]
        if noun is None and second is not None and second.tag in {"IN", "TO"}:
            words, noun = [prep.lower, second.lower], second.kid("pobj")  # "due to", "out of"
        elif (
            noun is not None and second is not None and second.i == prep.i + 1 and second.tag in {"IN", "TO"}
        ):
            words = [prep.lower, second.lower]
        value = worth + (1.0 if prep.lower in strong else 0.0) - 0.2 * index
        bound = (
            prep.lower != "as" or "as" in strong or (not objects and verb.kids("prt"))
        )  # "comes across as"
        value -= 0.0 if bound else 2.0
        value -= 1.0 if prep.lower in label_words().adjuncts else 0.0
        value += 1.5 if verb.lower in label_words().needy and prep.i == verb.i + 1 else 0.0
        if noun is not None and view.shows(noun):
            if noun.lemma in label_words().empty_nouns:
                continue
            if is_time(noun) and prep.lower != "by" and verb.lemma not in label_words().enduring:
                value = -0.8
            elif prep.lower in {"to", "by", "at"} and (view.amount_at(noun) or is_level(noun)):
                value += 0.8
            elif prep.i == verb.i + 1 and not objects:
                value += 0.5  # what stands right after a verb belongs to it
            bare = _BARE if is_hollow(noun) else 0.0
            found += [
                Part((*opening, *words, *p.words), value + _scaled(p.worth - value) - lost)
                for p in noun_parts(noun, view, value)
                if p.words
                for lost in (0.0 if "of" in p.words else 2.0 if bare and _is_owned(p) else bare,)
            ]
            continue
        quality = prep.kid("amod", "acomp")
        if prep.lower == "as" and noun is None and quality is not None and quality.tag.startswith("JJ"):
            degree = [c.lower for c in quality.kids("advmod") if c.lower in _DEGREES]
            found.append(part(value, "as", *degree, quality.text))  # "recognised as intolerable"
        gerund = prep.kid("pcomp")
        if (
            gerund is not None
            and gerund.tag == "VBG"
            and view.shows(gerund)
            and not gerund.kids("aux", "nsubj")
        ):
            found += [
                Part((*opening, prep.lower, *p.words), p.worth) for p in noun_parts(gerund, view, value)
            ]
    return found


def _is_owned(words: Part) -> bool:
    return any(w.endswith(("'s", "s'")) for w in words.words)


def _prepositions(head: Node) -> list[Node]:
    """The prepositions of a verb or an adjective; the parser hangs "to" on "due" as a complement."""
    return [
        c
        for n in (head, *(d for d in head.kids("advmod") if is_direction(d, head)))
        for c in n.kids("prep", "agent", "dative", "pcomp")
        if c.dep != "pcomp" or c.tag in {"IN", "TO"}
    ]


def is_level(noun: Node) -> bool:
    """ "a low of 3%", "a rate of 5%": a noun that only introduces its amount."""
    return noun.lemma in label_words().levels


def _scaled(extra: float) -> float:
    """What modifiers add counts less in an adjunct; what is missing counts in full."""
    return 0.4 * extra if extra > 0 else extra


def is_time(noun: Node) -> bool:
    """Whether a noun is a time ("week", "2019")."""
    return (
        noun.lemma.lower() in cues().pronouns.time_nouns
        or re.fullmatch(r"(?:1[5-9]|20)\d\ds?", noun.text) is not None
    )


def moved_by(verb: Node, view: Wording) -> list[Part]:
    """ "are down about 30%": an adverb with its amount."""
    for adverb in (c for c in verb.kids("advmod") if c.i > verb.i and c.lower in label_words().turns):
        for amount in (*adverb.kids("npadvmod", "dobj"), *verb.kids("npadvmod")):
            if (quantity := view.amount_at(amount)) is not None:
                return [part(3.5, adverb.lower, figure(quantity))]
    return []


def manner(verb: Node, view: Wording) -> list[Part]:
    """The amount or the adverb after a verb that has no object ("fell 6%", "thinks positively")."""
    after = [c for c in verb.children if c.i > verb.i and view.shows(c) and not is_direction(c, verb)]
    thin = verb.lemma in label_words().thin  # "happened yesterday"
    amounts = [c for c in after if c.dep == "npadvmod" and view.amount_at(c) and not is_time(c)]
    adverbs = [
        c
        for c in after
        if (c.dep == "advmod" and c.tag in {"RB", "RBR"} and (thin or c.lower not in label_words().when))
        or (c.dep == "npadvmod" and is_time(c) and not c.children and thin)
        if c.lower != "longer" or not verb.kids("neg")  # "not ... any longer"
    ]
    found = [p for c in amounts for p in noun_parts(c, view, _AFTER + 1.0)]
    return [*found, *(part(2.2 if c.tag == "RBR" else 0.8, c.text) for c in adverbs[:1])]


def turns(verb: Node, view: Wording) -> list[Part]:
    """Where an action goes ("took a step forward")."""
    later = [c for c in verb.children if c.i > verb.i and view.shows(c)]
    turns = [
        c
        for c in later
        if c.dep == "advmod"
        and c.lower in label_words().turns
        and not is_direction(c, verb)  # said with the verb
    ]
    turns += [c for c in later if c.dep == "prt" and any(o.i < c.i for o in verb.kids("dobj"))]
    wrong = [c for c in later if c.tag == "JJ" and c.dep in {"advmod", "ccomp", "xcomp"} and verb.kid("dobj")]
    return [part(1.2, turns[0].lower)] if turns else [part(2.2, wrong[0].text)] if wrong else []


def is_infinitive(node: Node) -> bool:
    """Whether a verb is an infinitive with "to" and without a subject of its own."""
    return (
        node.tag == "VB"
        and any(a.lower == "to" for a in node.kids("aux"))
        and not node.kids("nsubj", "auxpass")
    )


def adjuncts(verb: Node, view: Wording) -> list[Part]:
    """The prepositional phrases that a label may do without."""
    return [*prepositional(verb, view, 0.6), NOTHING]
