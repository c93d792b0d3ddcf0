"""Repairs of what stands after what is said: the verb of saying, and the title before its speaker's name."""

from itertools import pairwise

from claimkb.extract.tree import Node, Tree, comma_before, descend, move, subject_of
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer


def saying_joined_to_what_is_said(tree: Tree) -> None:
    """ "A, but B, a source said" and "A but B, the agency said Friday": the parser joins "said" to A by "but"."""
    for node in tree.nodes:
        if node.dep == "conj" and node.head is tree.root and _ends_the_sentence(node, tree):
            said = node.kid("ccomp")
            if said is not None and said.i < node.i:
                for cc in [c for c in node.head.kids("cc") if c.i < said.i]:
                    move(cc, tree.root, "cc")
                move(said, tree.root, "conj")
            elif said is not None or any(c.i > _left(node) for c in node.head.kids("cc")):
                continue
            move(node, tree.root, "parataxis")
            return


def title_before_name(tree: Tree) -> None:
    """ "..., police Lt. Jane Roe said": the parser hangs the title on what is said."""
    titles = gazetteer().words["titles"]
    for title, following in pairwise(tree.nodes):
        place = title.i - tree.nodes[0].i
        stop = following if following.text == "." else None  # "Lt." is often two tokens
        name = tree.nodes[place + 2] if stop is not None and place + 2 < len(tree.nodes) else following
        if title.text not in titles or name.tag != "NNP" or title.tag not in {"NNP", "NN"}:
            continue
        top = name if name.dep not in {"compound", "nmod"} else name.head
        if top.dep == "nsubj" and top.head.lemma in cues().attribution.verbs and title.head is not top:
            move(title, top, "compound")
            if stop is not None:
                move(stop, title, "punct")


def _left(node: Node) -> int:
    return min(n.i for n in descend(node))


def _ends_the_sentence(node: Node, tree: Tree) -> bool:
    """Whether a verb of saying with its speaker, behind a comma, has the last word of the sentence."""
    speaker = subject_of(node)
    if node.lemma not in cues().attribution.verbs or speaker is None or node.tag not in {"VBD", "VBZ", "VBP"}:
        return False
    if node.kid("dobj", "xcomp") is not None or not comma_before(tree.nodes, speaker):
        return False
    before = tree.nodes[_left(speaker) - tree.nodes[0].i - 1 :][:1]
    last = max(n.i for n in descend(node))
    follows = [n for n in tree.nodes if n.i > last and n.dep != "punct"]
    return not follows and bool(before) and before[0].text == ","
