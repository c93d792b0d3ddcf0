"""Slips of the parser about circumstances: what goes with an event, and who tells of it."""

from claimkb.extract.inflect import base_of_gerund, is_participle
from claimkb.extract.tree import (
    AUXILIARIES,
    Node,
    Tree,
    comma_before,
    is_finite,
    left_edge,
    move,
    right_edge,
    subject_of,
)

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
            or not (_opens(prep, verb, tree) or (prep.i > prep.head.i and comma_before(tree.nodes, prep)))
            or verb.lemma in _TITLING
        ):
            continue
        if any(n.text == "," for n in between) or noun.kids("conj") or verb.kids("nsubj"):
            continue
        move(verb, prep, "pcomp")
        move(noun, verb, "nsubj")


def _opens(prep: Node, verb: Node, tree: Tree) -> bool:
    """ "With water levels rising fast, ...": at the head of the sentence, with an -ing form and a subject after it."""
    first = next((n for n in tree.nodes if n.dep != "punct"), prep)
    subject = subject_of(prep.head)
    return (
        first is prep
        and verb.head.is_noun
        and verb.tag == "VBG"
        and subject is not None
        and subject.i > verb.i
    )


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


def clause_after_a_time(tree: Tree) -> None:
    """ "In the hours after the dam broke, ...": the clause tells which hours, and they are those of the main clause."""
    for bare in tree.nodes:
        noun = bare.head
        if bare.lower not in {"after", "before"} or bare.dep != "prep" or bare.children or noun.dep != "pobj":
            continue
        prep = noun.head
        verb = prep.head
        main = verb.head
        subject = subject_of(verb)
        if (
            verb.dep not in {"ccomp", "advcl"}
            or verb.i > main.i
            or subject is None
            or subject_of(main) is None
        ):
            continue
        if left_edge(subject) != bare.i + 1 or not is_finite(verb):
            continue
        move(prep, main, "prep")
        move(bare, verb, "mark")
        move(verb, noun, "advcl")


def amount_read_as_place(tree: Tree) -> None:
    """ "between half and two thirds of homes were lost": an amount before a verb without subject is its subject."""
    for prep in tree.nodes:
        if prep.dep != "prep" or prep.lower not in {"between", "around", "about", "over", "under"}:
            continue
        verb, noun = prep.head, prep.kid("pobj")
        if noun is None or not verb.is_verb or not is_finite(verb) or subject_of(verb) is not None:
            continue
        last = right_edge(noun) + 1 - tree.nodes[0].i
        between = tree.nodes[last : verb.i - tree.nodes[0].i]
        counted = noun.tag == "CD" or bool(noun.kids("nummod", "predet", "quantmod"))
        if counted and prep.i < verb.i and all(n.dep in {"aux", "auxpass", "advmod", "neg"} for n in between):
            move(noun, verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")
            move(prep, noun, "quantmod")
