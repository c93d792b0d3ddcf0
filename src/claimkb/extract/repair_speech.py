"""Repairs of sentences in which the verb of saying lost what is said: to a participle, or to a circumstance."""

from claimkb.extract.tree import Node, Tree, is_finite, move, subject_of
from claimkb.lexicon.cues import cues

_CIRCUMSTANCE = frozenset(
    {"after", "when", "if", "while", "although", "though", "because", "once", "since", "as"}
)


# Verbs whose participle keeps an object: "the man nicknamed King".
_WITH_NAME = frozenset({"award", "call", "dub", "give", "grant", "name", "nickname"})


def participle_above_the_sayer(tree: Tree) -> None:
    """ "“P,” X said, not even needing to explain": the participle hangs on the saying, not the other way round."""
    root = tree.root
    if root.tag not in {"VBG", "VBN"} or is_finite(root) or subject_of(root) is not None:
        return
    for saying in root.kids("parataxis", "ccomp"):
        content = saying.kid("ccomp")
        if content is None or not _is_saying(saying) or not content.i < saying.i < root.i:
            continue
        root.children = [c for c in root.children if c is not saying]
        saying.head, saying.dep = saying, "ROOT"
        root.head = saying
        move(root, saying, "advcl")
        return


def content_after_a_circumstance(tree: Tree) -> None:
    """ "X testified that after S, P": what is testified is P; the parser makes S of it, and P the main clause."""
    root = tree.root
    subject = subject_of(root)
    saying = next((c for c in root.kids("ccomp", "parataxis") if _is_saying(c)), None)
    if saying is None or subject is None or not saying.i < subject.i or root.kids("cc"):
        return
    held = saying.kid("ccomp")
    that = held.kid("mark") if held is not None else None
    if held is None or that is None or that.lower != "that" or not saying.i < that.i < held.i < subject.i:
        return
    following = next((n for n in tree.nodes if n.i == that.i + 1), None)
    if following is None or following.lower not in _CIRCUMSTANCE:
        return
    root.children = [c for c in root.children if c is not saying]
    saying.head, saying.dep = saying, "ROOT"
    root.head = saying
    move(root, saying, "ccomp")
    move(that, root, "mark")
    move(held, root, "advcl")


def aside_before_that(tree: Tree) -> None:
    """ "X reported on Monday, citing two officials, that P": what stands before "that" is told of X."""
    for content in tree.nodes:
        mark = content.kid("mark") if content.dep == "ccomp" else None
        if mark is None or mark.lower != "that" or not _is_saying(content.head):
            continue
        for child in content.kids("advcl", "prep", "npadvmod"):
            if content.head.i < child.i < mark.i:
                move(child, content.head, child.dep)


def went_on_to_say(tree: Tree) -> None:
    """ "X went on to say that P", "X continues to say that P": what X says, not that X went on."""
    for going in tree.nodes:
        if going.lemma not in {"go", "continue"} or not going.kids("nsubj"):
            continue
        saying = next((c for c in going.kids("xcomp", "advcl") if c.tag == "VB" and c.kid("ccomp")), None)
        on = next((c for c in going.kids("prt", "advmod", "prep") if c.lower == "on"), None)
        if saying is None or (on is None and going.lemma == "go") or going.kids("neg"):
            continue
        if saying.lemma not in cues().attribution.verbs:
            continue
        above, dep = going.head, going.dep
        for child in list(going.children):
            if child is not saying:
                move(child, saying, child.dep)
        if above is going:
            going.children = []
            saying.head, saying.dep = saying, "ROOT"
        else:
            move(saying, above, dep)
        going.head = above if above is not going else saying
        move(going, saying, "aux")


def modal_of_what_is_said(tree: Tree) -> None:
    """ "Lee says it would cost much, but would pay": a verb with the modal of what is said is said, too."""
    for verb in tree.nodes:
        if verb.dep != "conj" or verb.tag != "VB" or verb.head.lemma not in cues().attribution.verbs:
            continue
        modal, content = verb.kid("aux"), verb.head.kid("ccomp")
        if modal is None or content is None or not verb.head.i < content.i < verb.i or subject_of(verb):
            continue
        said, saying = content.kid("aux"), verb.head.kid("aux")
        if said is None or said.lower != modal.lower or saying is not None:
            continue
        for tie in [c for c in verb.head.children if c.dep in {"cc", "punct"} and content.i < c.i < verb.i]:
            move(tie, content, tie.dep)
        move(verb, content, "conj")


def saying_beside_a_saying(tree: Tree) -> None:
    """ "Lee denies there are debts and says trade is good": Lee says so, whom else would the verb agree with."""
    words = cues().attribution
    for verb in tree.nodes:
        if verb.dep != "conj" or verb.head.dep != "ccomp" or not verb.kids("ccomp"):
            continue
        content, saying = verb.head, verb.head.head
        if saying.i > content.i:
            continue
        known = words.verbs | words.denying | words.factive
        if verb.lemma not in words.verbs or saying.lemma not in known or subject_of(verb) is not None:
            continue
        subject = subject_of(content)
        if verb.tag == saying.tag and (
            content.tag != verb.tag or (subject is not None and subject.dep == "expl")
        ):
            for tie in [c for c in content.kids("cc", "punct") if content.i < c.i < verb.i]:
                move(tie, saying, tie.dep)
            move(verb, saying, "conj")


def quotation_behind_a_circumstance(tree: Tree) -> None:
    """ "Lee voiced her hopes as she said, “P.”": P is what she said, not what she voiced."""
    for mark in tree.nodes:
        if mark.text not in {'"', "''", "``"} or mark.i < tree.nodes[0].i + 2:
            continue
        comma, saying = (tree.nodes[mark.i - tree.nodes[0].i - k] for k in (1, 2))
        if comma.text != "," or saying.dep != "advcl" or saying.kids("ccomp") or not _is_saying(saying):
            continue
        content = next((c for c in saying.head.kids("ccomp") if c.i > mark.i and subject_of(c)), None)
        if content is not None:
            move(content, saying, "ccomp")


def reduced_relative_of_what_is_said(tree: Tree) -> None:
    """ "says the man accused of theft is kind": a participle without an auxiliary tells who, the finite verb what."""
    for verb in tree.nodes:
        if verb.tag != "VBN" or verb.dep != "ccomp" or verb.kids("aux", "auxpass"):
            continue
        if verb.kids("dobj") and verb.lemma not in _WITH_NAME:
            continue
        noun = verb.kid("nsubj")
        said = next((c for c in verb.kids("conj", "ccomp") if c.tag in {"VBZ", "VBP", "VBD"}), None)
        if noun is None or said is None or not noun.i < verb.i < said.i or subject_of(said) is not None:
            continue
        if verb.kids("cc") or verb.head.lemma not in cues().attribution.verbs or not verb.head.i < noun.i:
            continue
        move(said, verb.head, "ccomp")
        move(noun, said, "nsubj")
        for mark in verb.kids("mark"):
            move(mark, said, "mark")
        move(verb, noun, "acl")


def _is_saying(verb: Node) -> bool:
    return verb.lemma in cues().attribution.verbs and is_finite(verb) and subject_of(verb) is not None
