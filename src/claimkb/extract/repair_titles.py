"""Repairs of the titles before the name of whoever speaks: the parser hangs them on what is said."""

from itertools import pairwise

from claimkb.extract.tree import Node, Tree, left_edge, move
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer


def title_before_name(tree: Tree) -> None:
    """ "..., police Lt. Jane Roe said": the parser hangs the title on what is said."""
    titles = gazetteer().words["titles"]
    for title, following in pairwise(tree.nodes):
        if title.text not in titles:
            continue
        place = title.i - tree.nodes[0].i
        stop = following if following.text == "." else None  # "Lt." is often two tokens
        name = tree.nodes[place + 2] if stop is not None and place + 2 < len(tree.nodes) else following
        if name.tag != "NNP" or title.tag not in {"NNP", "NN"}:
            continue
        top = name if name.dep not in {"compound", "nmod"} else name.head
        if top.dep == "nsubj" and top.head.lemma in cues().attribution.verbs and title.head is not top:
            move(title, top, "compound")
            if stop is not None:
                move(stop, title, "punct")


def title_cut_from_the_sayer(tree: Tree) -> None:
    """ "..., Troy police Lt. Ann Hale said": the words between the comma and the name are the name's."""
    for verb in tree.nodes:
        name = verb.kid("nsubj") if verb.lemma in cues().attribution.speaking else None
        if name is None or name.tag != "NNP" or name.i > verb.i:
            continue
        place = left_edge(name) - tree.nodes[0].i
        first = place
        while first and _may_be_title(tree.nodes[first - 1]):
            first -= 1
        cut = tree.nodes[first:place]
        if not any(n.is_noun for n in cut[:2]) or not first or tree.nodes[first - 1].text != ",":
            continue
        inside = {id(n) for n in cut}
        for node in [n for n in cut if id(n.head) not in inside]:
            move(node, name, "punct" if node.text == "." else "compound")


def _may_be_title(word: Node) -> bool:
    """A noun, the stop of an abbreviation, or the name of a place that was read as an adjective."""
    return word.is_noun or word.text == "." or (word.tag == "JJ" and word.text[:1].isupper())
