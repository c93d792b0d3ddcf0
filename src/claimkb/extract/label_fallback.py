"""What a headline says where the plan of its clause gives none: what there is, the topic, the nouns in a row."""

from claimkb.extract.clauses import Clause
from claimkb.extract.label_choice import MAX_WORDS, choose
from claimkb.extract.label_form import headline
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_words import Wording


def what_there_is(clause: Clause, view: Wording) -> str:
    """ "At one point, there was a worker": what there was, not when."""
    there = clause.head.kid("expl")
    if there is None or there.lower != "there":
        return ""
    words = [view.shortened(n.text) for n in clause.own if n.i >= there.i and n.dep not in {"det", "punct"}]
    return headline(" ".join(words).split())


def topic(clause: Clause, view: Wording) -> str:
    """What a clause speaks of, where its parse bears no headline: its fullest noun phrase."""
    nouns = [
        n for n in clause.own if n.is_noun and n.dep not in {"compound", "poss", "nmod"} and view.shows(n)
    ]
    best = [choose([noun_parts(n, view, 1.0)]) for n in nouns]
    return headline(max(best, key=len)) if best else ""


def keywords(clause: Clause, view: Wording) -> str:
    """The nouns of a clause in a row, where nothing else can be said of it in five words."""
    nouns = [n for n in clause.own if n.is_noun and n.dep not in {"compound", "poss", "nmod"}]
    words = list(dict.fromkeys(view.shortened(n.text) for n in nouns if view.shows(n)))[:3]
    words = words or [n.text for n in clause.own if n.dep not in {"punct", "det"}][:MAX_WORDS]
    text = ", ".join(words) if nouns else " ".join(words)
    return text[:1].upper() + text[1:]
