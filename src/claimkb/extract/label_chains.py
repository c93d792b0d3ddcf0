"""The verbs below the first of a label: what it governs, what it came to, its particles."""

from claimkb.extract.inflect import gerund, past_participle
from claimkb.extract.label_choice import Part, part
from claimkb.extract.label_words import Wording, is_direction
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_BE = frozenset({"is", "are"})
_ENDING = frozenset({"end", "wind"})
_GERUNDIAL = frozenset({"begin", "start", "continue"})


def is_particle(node: Node, verb: Node) -> bool:
    """A particle, or a preposition without a noun right after the verb ("sworn in")."""
    if node.dep not in {"prt", "advmod", "prep"} or node.i < verb.i:
        return False
    if node.dep == "prt" and node.kid("pobj") is not None:
        return False  # "called on landlords"
    if node.dep == "advmod":
        return is_direction(node, verb)
    if any(verb.i < o.i < node.i for o in verb.kids("dobj")):
        return False  # "keep hands up": it closes the label
    alone = node.dep == "prep" and node.i == verb.i + 1
    alone = alone and all(c.dep == "prep" and c.lower != "of" for c in node.children)
    return node.dep == "prt" or alone


def came_about(verb: Node, view: Wording) -> Node | None:
    """The verb that "managed to", "succeeded in" or "resulted in" says came about."""
    went_on = verb.lemma == "go" and any(
        p.lower == "on" for p in verb.kids("prt", "prep", "advmod")
    )  # "went on to discuss"
    ended = ended_up(verb)
    if not (went_on or ended or verb.lemma in label_words().implicative) or verb.tag not in {"VBD", "VBN"}:
        return None
    opened = [p.kid("pcomp") for p in verb.kids("prep") if p.lower == "in"]
    for inner in (*verb.kids("xcomp", *(["advcl"] if went_on else [])), *opened):
        if inner is None or inner.tag not in {"VB", "VBG"} or id(inner) not in view.inside:
            continue
        if not inner.kids("nsubj", "auxpass", "neg") and inner.lemma != "be":
            return inner
    return None


def ended_up(verb: Node) -> bool:
    """ "wind up costing", "end up paying": what follows is the news."""
    return verb.lemma in _ENDING and any(p.lower == "up" for p in verb.kids("prt"))


def chain(verb: Node, words: list[str], view: Wording) -> tuple[list[Part], Node]:
    """The verb with the infinitive or gerund it governs; a verb of mere phase may go."""
    inner = verb.kid("xcomp") or next((c for c in verb.kids("ccomp") if c.tag == "VBG"), None)
    if inner is None or not inner.is_verb or id(inner) not in view.inside:
        return [part(3.0, *words)], verb
    another = any(
        p.lower in {"for", "on", "upon"}
        and (noun := p.kid("pobj")) is not None
        and p.i < inner.i
        and noun.lower not in cues().clauses.calendar  # "on Monday threatened to strike"
        for p in verb.kids("prep", "prt")
    )
    if verb.kid("dobj") is not None or inner.kids("nsubj") or another:
        return [part(3.0, *words)], verb
    if verb.lemma == "have" and any(c.lower == "yet" for c in verb.kids("advmod")) and inner.tag == "VB":
        has = "have" if words[-1] == "have" else "has"
        return chain(inner, [has, "not", past_participle(inner.lemma)], view)  # "has yet to pay"
    if (
        verb.lemma == "have"
        and [w for w in words if w not in _BE] in (["have"], ["has"], ["having"])
        and inner.tag == "VB"
    ):
        forms, content = chain(inner, ["must", inner.lower], view)
        return forms, content  # "is having to pay"
    to = _governed_words(verb, inner, view)
    not_to = [c.lower for c in inner.kids("neg")]
    rest, content = chain(inner, [*not_to, *to], view)
    forms = [part(3.0 + p.worth / 3, *words, *p.words) for p in rest]
    return [*forms, *_shorter(verb, inner, words, not_to)], content


def _governed_words(verb: Node, inner: Node, view: Wording) -> list[str]:
    """The words of a governed verb before its object: "to cut", "being cut", "how to cut off"."""
    bare = verb.lemma == "help" and not any(a.lower == "to" for a in inner.kids("aux"))
    to = ([] if bare else ["to"]) + [inner.lemma] if inner.tag == "VB" else [inner.lower]
    if verb.lemma == "afford" and inner.tag == "VB":
        to = [gerund(inner.lemma)]
    if inner.tag == "VBG" and any(a.lower == "to" for a in inner.kids("aux")):
        to = ["to", "be", inner.lower]
    if inner.tag == "VBN" or inner.kids("auxpass"):
        to = (
            ["to", "be", inner.lower]
            if any(a.lower == "be" for a in inner.kids("auxpass"))
            else ["being", inner.lower]
        )
    if any(a.lemma == "have" for a in inner.kids("aux")):
        to = ["to", "have", *(["been"] if inner.kids("auxpass") else []), inner.lower]
    if (
        verb.lemma in label_words().phase_verbs
        and to == ["to", inner.lemma]
        and verb.lemma in _GERUNDIAL
        and verb.tag != "VBG"
    ):
        to = [gerund(inner.lemma)]  # "started leaking" saves a word
    to += [c.text for c in inner.children if is_particle(c, inner) and view.shows(c)]
    opening = min((a.i for a in inner.kids("aux") if a.lower == "to"), default=-1)
    asked = [c.lower for c in inner.kids("advmod", "dobj") if c.tag in {"WRB", "WP"} and c.i == opening - 1]
    return [*asked, *to]  # "knows how to", "what to"


def _shorter(verb: Node, inner: Node, words: list[str], not_to: list[str]) -> list[Part]:
    """The forms that leave a verb of the chain out, where the sense allows it."""
    forms: list[Part] = []
    if inner.kids("auxpass") and any(a.lemma == "have" for a in inner.kids("aux")) and not not_to:
        forms.append(part(3.2, *words, inner.lower))  # "believed arrested"
    if inner.lemma == "be" and inner.tag == "VB":
        forms.append(part(2.9, *words, *not_to))  # "believed dead"
    if verb.lemma == "continue" and inner.tag == "VB" and not inner.kids("auxpass") and verb.tag == "VBG":
        forms.append(part(2.6, *words[:-1], gerund(inner.lemma)))  # "is continuing to discuss"
    if verb.lemma in {"appear", "seem"} and inner.tag == "VBG":
        forms.append(part(2.8, *words, inner.lower))  # "appears nearing"
    if verb.lemma == "need":
        forms.append(part(2.0, *words))  # "may not need votes"
    if verb.lemma == "afford" and len(words) > 1:
        forms.append(
            part(1.0, *words[:-1], inner.lemma)
        )  # "cannot let" where "cannot afford to let" is too long
    return forms


def complement_frame(head: Node) -> Node | None:
    """The adjective of "is unlikely to", "is unable to", which the label keeps as a verb."""
    complement = head.kid("acomp")
    if complement is None:
        return None
    known = cues().polarity.negative_predicates | cues().modality.predicted_frames
    now = head.lower in {"is", "are", "am", "'re", "'m", "'s"} and not head.kids("aux")
    lately = any(a.lower in {"has", "have", "would", "'d"} for a in head.kids("aux"))
    if complement.lower == "able" and (now or lately or head.kids("neg")):
        known |= {"able"}
    return complement if complement.lower in known and complement.kid("xcomp") is not None else None
