"""Slips of the parser about circumstances: what goes with an event, and who tells of it."""

from claimkb.extract.inflect import base_of_gerund, is_participle
from claimkb.extract.tree import AUXILIARIES, Tree, comma_before, move, right_edge

_TITLING = frozenset({"call", "name", "title", "dub", "entitle", "base", "know"})


def circumstance_read_as_noun(tree: Tree) -> None:
    """ ", with each state assigned a target": behind a comma the participle tells how things are, not which state."""
    for prep in tree.nodes:
        if prep.lower != "with":
            continue
        noun, told = prep.kid("pobj"), prep.kid("pcomp")
        if told is not None and told.tag == "VBD" and is_participle(told.lower):
            told.tag = "VBD" if told.kids(*AUXILIARIES) else "VBN"
        if prep.dep != "prep" or noun is None or not prep.head.is_verb:
            continue
        verb = next((c for c in noun.kids("acl") if c.tag in {"VBG", "VBN"} and c.i > noun.i), None)
        between = [n for n in tree.nodes if verb is not None and noun.i < n.i < verb.i and n.dep != "prep"]
        if (
            verb is None
            or prep.i < prep.head.i
            or not comma_before(tree.nodes, prep)
            or verb.lemma in _TITLING
        ):
            continue
        if any(n.text == "," for n in between) or noun.kids("conj") or verb.kids("nsubj"):
            continue
        move(verb, prep, "pcomp")
        move(noun, verb, "nsubj")


def gerund_read_as_noun_of_with(tree: Tree) -> None:
    """ "with Hale standing accused of theft": an -ing word with a subject of its own is a verb."""
    for noun in tree.nodes:
        if noun.dep != "pobj":
            continue
        subject = noun.kid("nsubj")
        hung = noun.head.lower == "with" and noun.tag in {"NN", "VBG"}
        if hung and subject is not None and noun.lower.endswith("ing") and not noun.kids("det", "amod"):
            noun.dep, noun.tag = "pcomp", "VBG"
            noun.lemma = base_of_gerund(noun.lower)
            for child in noun.kids("acl"):
                child.dep = "oprd"


def source_hung_low(tree: Tree) -> None:
    """ "was found after searches failed, according to X": a source behind the last comma is that of it all."""
    for prep in tree.nodes:
        verb = prep.head
        if prep.lower != "according" or prep.dep != "prep" or verb.dep != "advcl" or prep.i < verb.i:
            continue
        last = right_edge(prep)
        ends = all(n.dep == "punct" for n in tree.nodes if n.i > last)
        if ends and comma_before(tree.nodes, prep) and verb.head.i < verb.i:
            commas = [c for c in verb.kids("punct") if c.i == prep.i - 1]
            for each in [*commas, prep]:
                move(each, verb.head, each.dep)
