"""Slips of the parser about subordinate clauses: which noun is their subject, and what they hang on."""

from claimkb.extract.inflect import is_participle
from claimkb.extract.tree import (
    AUXILIARIES,
    Node,
    Tree,
    ancestors,
    comma_before,
    is_finite,
    move,
    right_edge,
    subject_of,
)
from claimkb.lexicon.cues import cues

TIMES = frozenset({"as", "after", "before", "until", "since", "while"})
_HARMING = frozenset({"kill", "injure", "wound", "destroy", "hit", "strike", "shoot"})
_REPLYING = frozenset(
    {"respond", "cite", "call", "accuse", "blame", "describe", "refer", "dismiss", "criticize"}
)


def subject_after_as(tree: Tree) -> None:
    """ "waited at a stop as a bus pulls up": the noun before a verb without a subject is no place but that subject."""
    for mark in tree.nodes:
        noun = mark.kid("pobj") if mark.dep == "prep" and mark.lower in TIMES else None
        verb = _verb_after(noun, tree) if noun is not None else None
        if noun is None or verb is None or verb is tree.root or subject_of(verb) is not None:
            continue
        above = next((n for n in ancestors(mark) if n.is_verb), None)
        if (
            above is None
            or above is verb
            or _may_be_participle(above)
            or verb in ancestors(above)
            or verb.dep not in {"conj", "dep", "acl"}
        ):
            continue
        move(verb, above, "advcl")
        move(mark, verb, "mark")
        move(noun, verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")


def _may_be_participle(verb: Node) -> bool:
    """ "A man fired from his job as a clerk walked in": "fired" tells which man, and "walked" what he did."""
    return verb.tag in {"VBD", "VBN"} and is_participle(verb.lower) and not verb.kids("dobj", *AUXILIARIES)


def _verb_after(noun: Node, tree: Tree) -> Node | None:
    """The finite verb right after a noun phrase, behind its auxiliaries and adverbs."""
    place = right_edge(noun) + 1 - tree.nodes[0].i
    if noun.kids("appos") and place < len(tree.nodes) and tree.nodes[place].text == ",":
        place += 1  # "after the clerk, Ann Lee, was suspended"
    while place < len(tree.nodes) and (tree.nodes[place].tag == "RB" or tree.nodes[place].dep in AUXILIARIES):
        place += 1
    verb = tree.nodes[place] if place < len(tree.nodes) else noun
    return verb if verb.is_verb and is_finite(verb) and verb is not noun else None


def participle_before_verb_of_condition(tree: Tree) -> None:
    """ "unless states hit by riots put them down": of two verbs the first tells which states are meant."""
    for first in tree.nodes:
        if first.dep != "advcl":
            continue
        verb, noun, mark = first.head, first.kid("nsubj"), first.kid("mark")
        if noun is None or mark is None or first.i > verb.i or not verb.is_verb:
            continue
        plain = is_participle(first.lower) and not first.kids("dobj", "ccomp", *AUXILIARIES)
        joined = verb.dep == "conj" and subject_of(verb) is None and not verb.kids("mark", *AUXILIARIES)
        tied = any(c.i < verb.i for c in verb.head.kids("cc"))
        if not (plain and joined and first.tag in {"VBN", "VBD"} and first.kids("agent", "prep")) or tied:
            continue
        move(mark, verb, "mark")
        move(noun, verb, "nsubj")
        move(first, noun, "acl")
        first.tag, verb.dep = "VBN", "advcl"
        verb.tag = "VBD" if verb.tag == "VBN" else verb.tag
        for loose in verb.kids("advcl"):
            if loose.tag == "VBG" and comma_before(tree.nodes, loose):
                move(loose, verb.head, "advcl")


def participle_of_the_sayer(tree: Tree) -> None:
    """ "said that he would wait, responding to a move": whoever said it responds, whatever he will do."""
    for loose in tree.nodes:
        content = loose.head
        saying = content.head
        hung = loose.dep == "advcl" and loose.tag == "VBG" and content.dep == "ccomp" and loose.i > content.i
        if not hung or not comma_before(tree.nodes, loose) or loose.lemma not in _REPLYING:
            continue
        subject = subject_of(content)
        later = any(a.tag == "MD" for a in content.kids("aux"))
        if (
            later
            and subject is not None
            and subject.tag == "PRP"
            and saying.lemma in cues().attribution.verbs
        ):
            move(loose, saying, "advcl")


def meaning_behind_the_comma(tree: Tree) -> None:
    """ "plan to use a rule to pass it, meaning P": all of that means so, not the passing."""
    for loose in tree.nodes:
        if (
            loose.lemma != "mean"
            or loose.tag != "VBG"
            or loose.dep != "advcl"
            or not comma_before(tree.nodes, loose)
        ):
            continue
        above = loose.head
        while above.tag == "VB" and above.dep in {"xcomp", "advcl"} and above.head.i < above.i:
            above = above.head
        if above is not loose.head and subject_of(above) is not None:
            move(loose, above, "advcl")


def participle_behind_the_comma(tree: Tree) -> None:
    """ "raised taxes to fill a gap, girding for a long winter": a comma ends the purpose, and its subject goes on.

    Harm done may be that of whoever was sent, so it stays.
    """
    for loose in tree.nodes:
        inner = loose.head
        purpose = (
            inner.dep == "advcl" and inner.tag == "VB" and any(a.lower == "to" for a in inner.kids("aux"))
        )
        hung = loose.dep == "advcl" and loose.tag == "VBG" and purpose and inner.head.i < inner.i < loose.i
        if not hung or not comma_before(tree.nodes, loose) or loose.kids("mark", "nsubj"):
            continue
        if (loose.lemma in cues().clauses.result_verbs or loose.lemma in _HARMING) or subject_of(
            inner.head
        ) is None:
            continue
        move(loose, inner.head, "advcl")


def verb_lost_in_restriction(tree: Tree) -> None:
    """ "denounced books that praise war and blamed schools": a past verb beside a present one is the main verb's."""
    for verb in tree.nodes:
        inner = verb.head
        joined = (
            verb.dep == "conj" and verb.tag == "VBD" and inner.dep == "relcl" and inner.tag in {"VBP", "VBZ"}
        )
        if not joined or subject_of(verb) is not None or verb.kids("aux", "auxpass"):
            continue
        above = next((n for n in ancestors(inner) if n.is_verb and n.dep not in {"relcl", "acl"}), None)
        if above is None or above.tag != "VBD" or subject_of(above) is None:
            continue
        for tie in [c for c in inner.kids("cc", "punct") if inner.i < c.i < verb.i]:
            move(tie, above, tie.dep)
        move(verb, above, "conj")


def second_verb_of_an_occasion(tree: Tree) -> None:
    """ "shot him after he drew a gun and pointed it": if "he" is its subject, the nearer verb goes on."""
    for verb in tree.nodes:
        if verb.dep != "conj" or verb.tag != "VBD":
            continue
        first = verb.head
        inner = next((c for c in first.kids("advcl") if first.i < c.i < verb.i and c.kids("mark")), None)
        if inner is None or subject_of(verb) is not None or verb.tag != inner.tag:
            continue
        subject = subject_of(inner)
        ties = [c for c in first.kids("cc", "punct") if inner.i < c.i < verb.i]
        if subject is None or subject.tag != "PRP" or any(c.text == "," for c in ties):
            continue
        for tie in ties:
            move(tie, inner, tie.dep)
        move(verb, inner, "conj")


def clash_read_as_participle(tree: Tree) -> None:
    """ "and masked youths clashed with police": a verb without objects is no participle of a passive."""
    for verb in tree.nodes:
        noun = verb.head
        above = noun.head
        bare = verb.dep == "acl" and verb.tag == "VBN" and verb.lemma in cues().clauses.intransitive
        hung = noun.dep == "dobj" and above.dep == "conj" and above.i == noun.i - 1 and above.tag == "VBD"
        if not (bare and hung) or subject_of(above) is not None or above.head is above:
            continue
        first = above.head
        noun.children = [c for c in noun.children if c is not verb]
        first.children = sorted([*(c for c in first.children if c is not above), verb], key=lambda n: n.i)
        verb.head, verb.dep, verb.tag = first, "conj", "VBD"
        above.children = [c for c in above.children if c is not noun]
        noun.head, noun.dep = verb, "nsubj"
        above.head, above.dep, above.tag = noun, "amod", "VBN"
        noun.children = sorted([*noun.children, above], key=lambda n: n.i)
        verb.children = sorted([*verb.children, noun], key=lambda n: n.i)


def noun_read_as_verb_of_content(tree: Tree) -> None:
    """ "found that attempts to enter were made": a noun after "that" whose clause has another verb is its subject."""
    for noun in tree.nodes:
        if noun.tag != "VBZ" or noun.dep != "ccomp":
            continue
        saying = noun.head
        mark = next((c for c in noun.children if c.lower == "that" and c.tag == "IN"), None)
        if mark is None or subject_of(noun) not in {None, mark}:
            continue
        verb = next((c for c in saying.kids("ccomp") if c.i > noun.i and is_finite(c)), None)
        if verb is None or mark.i != noun.i - 1 or subject_of(verb) is not None or not noun.kids("xcomp"):
            continue
        noun.tag = "NNS"
        for infinitive in noun.kids("xcomp"):
            infinitive.dep = "acl"
        move(mark, verb, "mark")
        move(noun, verb, "nsubjpass" if verb.kids("auxpass") else "nsubj")


def second_content(tree: Tree) -> None:
    """ "found that P and that Q": a second clause with "that" is joined to the first, not to the verb of saying."""
    for verb in tree.nodes:
        if verb.dep != "conj":
            continue
        saying, mark = verb.head, verb.kid("mark")
        joined = mark is not None and mark.lower == "that" and subject_of(verb) is not None
        content = saying.kid("ccomp") if joined else None
        if content is not None and content.i < verb.i and content.kid("mark") is not None:
            for tie in [c for c in saying.kids("cc", "punct") if content.i < c.i < verb.i]:
                move(tie, content, tie.dep)
            move(verb, content, "conj")


def noun_split_from_its_first_word(tree: Tree) -> None:
    """ "said in a night tweet that P": two nouns side by side are one, not the place and the object of a verb."""
    for noun in tree.nodes:
        if noun.dep != "dobj":
            continue
        verb = noun.head
        first = tree.nodes[max(noun.i - tree.nodes[0].i - 1, 0)]
        prep = first.head
        split = first.is_noun and first.dep == "pobj" and prep.head is verb
        bare = not noun.kids("det", "poss", "amod", "nummod", "compound")
        if split and bare and verb.kids("ccomp") and prep.dep == "prep" and noun.is_noun:
            for child in list(first.children):
                move(child, noun, child.dep)
            move(noun, prep, "pobj")
            move(first, noun, "compound")
