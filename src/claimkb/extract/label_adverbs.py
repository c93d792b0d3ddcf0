"""The amounts and adverbs after a verb of a label ("fell 6%", "down 30%", "took a step forward")."""

from collections.abc import Iterator

from claimkb.extract.label_choice import Part, part
from claimkb.extract.label_figures import figure
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_phrases import Placed, is_time
from claimkb.extract.label_words import Wording, is_direction
from claimkb.extract.tree import Node, is_amount
from claimkb.lexicon.labels import label_words

_AMOUNT = 3.0  # "fell 6%"
_FLOATING = frozenset({"all", "both", "each"})  # "were all from overseas"


def adverb_slots(verb: Node, view: Wording, *, bare: bool, alone: bool) -> list[Placed]:
    """The slots of the amounts and adverbs after a verb ("fell 6%", "thinks positively", "down 30%").

    `alone` says that nothing else follows the verb, which then needs them.
    """
    found = list(_moved_by(verb, view)) or list(_turns(verb, view))
    found += _times(verb, view)
    found += _away(verb, view)
    said = {i for i, _ in found}
    placed = bool(verb.kids("auxpass")) and verb.lemma in label_words().placing  # "was brought online"
    if bare or placed:
        found += [m for m in _manner(verb, view, alone=alone) if m[0] not in said]
    return found


def _away(verb: Node, view: Wording) -> Iterator[Placed]:
    """How far: "940 miles south"."""
    for adverb in (c for c in verb.kids("advmod") if c.i > verb.i and view.shows(c)):
        far = next(
            (c for c in adverb.kids("npadvmod") if c.i < adverb.i and is_amount(c) and not is_time(c)), None
        )
        if far is not None:
            if verb.lemma != "be" and any(p.kid("pobj") for p in adverb.kids("prep")):
                continue  # "30 miles south of Oslo", which says where and not how far
            said = noun_parts(far, view, 2.0, tail=False)
            yield adverb.i, [Part((*p.words, adverb.lower), p.worth) for p in said]


def _times(verb: Node, view: Wording) -> Iterator[Placed]:
    """How often: "was sued three times"."""
    for often in (c for c in verb.kids("npadvmod") if c.lower == "times" and c.i > verb.i and view.shows(c)):
        count = next((c for c in often.kids("nummod") if c.tag == "CD"), None)
        if count is not None:
            amount = view.amount_at(count)
            yield often.i, [part(2.0, figure(amount) if amount else count.lower, "times"), part(0.0)]


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
    thin = verb.lemma in words.thin or verb.lemma in words.placing  # "happened yesterday"
    need = -3.0 if thin and alone else 0.0
    found: list[Placed] = []
    for child in after:
        if child.dep == "npadvmod" and (view.amount_at(child) or is_amount(child)) and not is_time(child):
            found.append((child.i, [*noun_parts(child, view, _AMOUNT), part(0.0)]))
        elif child.dep == "advmod" and child.tag in {"RB", "RBR"}:
            late = child.lower in words.when and not thin
            again = child.lower == "longer" and verb.kids("neg")  # "not ... any longer"
            if not late and not again and (child.lower not in words.linking and child.lower not in _FLOATING):
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
