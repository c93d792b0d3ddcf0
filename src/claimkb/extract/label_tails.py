"""What follows a noun in a label: what it is of, what it is to do, what it does.

The phrases inside are made by `noun_parts`, which is handed in, since it asks for these.
"""

from collections.abc import Callable

from claimkb.extract.label_choice import Part, part
from claimkb.extract.label_heads import adverbs_before, is_hollow
from claimkb.extract.label_names import name_after
from claimkb.extract.label_words import Wording, is_direction
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

_HAVING = frozenset({"have", "lack", "need", "find"})
_HALF = 1.6  # what half a phrase is worth
NounParts = Callable[..., list[Part]]


def _infinitives(node: Node, view: Wording, forms: list[Part], parts: NounParts) -> list[Part]:
    """ "chance to win", "plan to cut taxes": a noun with what it is to do."""
    inner = next((c for c in node.kids("acl", "relcl", "xcomp") if c.tag == "VB" and view.shows(c)), None)
    mark = inner.kid("mark") if inner is not None else None
    if inner is not None and mark is not None and mark.lower == "for":  # "plans for a park to open"
        nouns = parts(inner.kid("nsubj"), view, 1.2, tail=False)
        return [Part((*f.words, "for", *n.words), f.worth + n.worth) for f in forms[-1:] for n in nouns]
    to = inner is not None and any(a.lower == "to" for a in inner.kids("aux"))
    had = node.dep == "dobj" and node.head.lemma in _HAVING  # "has the guts to talk"
    needs = (
        had or node.lemma in label_words().purposeful or (node.dep == "attr" and bool(node.head.kids("expl")))
    )
    if inner is None or not to or not needs or inner.kids("auxpass"):
        return []
    objects = parts(inner.kid("dobj"), view, 0.8, tail=False) or [Part((), 0.0)]
    return [
        Part((*f.words, "to", inner.lemma, *o.words), f.worth + 1.2 + o.worth)
        for f in (forms[-1], forms[0])
        for o in objects
        if len(f.words) + len(o.words) < 4
    ]


def _participles(node: Node, view: Wording, forms: list[Part], parts: NounParts) -> list[Part]:
    """ "bill banning guns", "issues regarding sound": a noun with what it does."""
    words = label_words()
    if node.dep == "dobj" and (
        node.head.lemma in words.steering or node.head.lemma in words.perceiving
    ):  # "sent prices tumbling", "saw rebels shot"
        near = [c for c in node.kids("acl") if c.tag in {"VBG", "VBN"} and c.i == node.i + 1]
        bare = [c for c in near if not c.kids("dobj")]
        worth = 3.0 if node.head.lemma in words.steering else 1.6
        return [
            Part(
                (*f.words, c.text, *(d.lower for d in c.kids("prt", "advmod") if is_direction(d, c))),
                f.worth + worth,
            )
            for c in bare
            for f in forms[:1] + forms[-1:]
        ]
    inner = next(
        (
            c
            for c in node.kids("acl")
            if c.tag == "VBG" and c.i - adverbs_before(c) == node.i + 1 and view.shows(c)
        ),
        None,
    )
    if inner is None or inner.kids("aux"):
        return []
    objects = parts(inner.kid("dobj", "pobj"), view, 0.5, tail=False)
    return [
        Part((*f.words, inner.text, *o.words), f.worth + 0.9 + o.worth)
        for f in (forms[-1], forms[0])
        for o in objects
        if o.words and len(f.words) + len(o.words) < 4
    ]


def _turns_round(node: Node, noun: Node) -> bool:
    """Whether "charges of fraud" may be "fraud charges"."""
    if node.lemma not in label_words().compounding or noun.tag not in {"NN", "NNP"} or is_hollow(noun):
        return False
    if any(p.lower == "of" for p in noun.kids("prep")):
        return False
    return not noun.kids("poss", "amod", "conj", "cc", "acl", "relcl")


def _turned_round(form: Part, inner: Part, node: Node) -> Part:
    """ "2 articles" of "impeachment" as "2 impeachment articles"."""
    at = next((i for i, w in enumerate(form.words) if w == node.text), len(form.words) - 1)
    return Part((*form.words[:at], *inner.words, *form.words[at:]), form.worth + inner.worth - 0.2)


def noun_tails(node: Node, view: Wording, forms: list[Part], parts: NounParts) -> list[Part]:
    """The forms with what follows "of" (needed after an empty noun) or another preposition."""
    if node.lower == "one" and any(c.lower == "no" for c in node.kids("det")):
        return [part(forms[0].worth, "nobody")]
    hollow = node.lower in label_words().hollow or node.lemma in label_words().hollow
    found = [*_infinitives(node, view, forms, parts), *_participles(node, view, forms, parts)]
    closing = label_words().adjuncts - {"regarding", "concerning"}
    for prep in node.kids("prep"):
        noun = prep.kid("pobj")
        planned = prep.kid("pcomp")
        if noun is None and planned is not None and prep.lower == "for":
            noun = planned.kid("nsubj")  # "plans for a park to open"
        if noun is None and planned is not None and planned.tag == "VBG" and not planned.kids("nsubj", "aux"):
            noun = planned  # "interest in financing"
        if noun is not None and prep.lower != "of" and noun.lemma.lower() in cues().clauses.calendar:
            continue
        if noun is None or not view.shows(prep) or prep.i < node.i or prep.lower in closing:
            continue
        if noun.tag in {"DT", "PRP"} and not view.names.get(id(noun)):
            continue  # "bodies of those"
        person = node.tag == "NNP" and node.kids("compound") and noun.tag == "NNP"  # of a place
        if prep.lower == "of" and (person or name_after(node)):
            continue
        if prep.lower == "as" and node.dep == "dobj" and node.head.lemma in label_words().naming:
            continue  # the verb says as what it is seen
        office = node.lemma in cues().pronouns.person_nouns  # "president" of what?
        aimed = node.lemma in label_words().purposeful and prep.lower in {"for", "to", "on", "against"}
        share = node.lower in {"%", "percent"}  # of what?
        value = 1.4 if aimed else 2.4 if node.lemma in label_words().vague_heads else 0.6
        if value < _HALF and node.dep == "dobj" and node.head.lemma in label_words().light:
            value = _HALF  # "expressed hope for peace"
        if prep.lower == "of":
            value = 3.4 if hollow else 2.4 if share else 2.2 if office else 0.9
        inner = parts(noun, view, value, tail=False)
        if (
            node.lemma in label_words().belonging
            and prep.lower == "of"
            and noun.tag in {"NN", "NNP"}
            and not is_hollow(noun)
        ):
            found += [  # "gang members", "union president"
                Part((*i.words, *forms[-1].words), forms[-1].worth + i.worth - 0.4) for i in inner if i.words
            ]
        if prep.lower == "of" and prep.i == node.i + 1 and _turns_round(node, noun):
            found += [
                _turned_round(f, i, node)
                for f in {id(f): f for f in (forms[0], forms[-1])}.values()
                for i in inner
                if i.words
            ]
        found += [
            Part((*f.words, prep.lower, *i.words), f.worth + i.worth)
            for f in [forms[-1], *[f for f in forms if len(f.words) == len(forms[-1].words) + 1][:2]]
            for i in inner
            if i.words and len(f.words) + len(i.words) < 5 and not is_hollow(noun)
        ]
    return found
