"""Words that the tagger read as nouns though they are the verbs of their sentences: found here, and retagged."""

from collections.abc import Callable

from claimkb.extract.tree import Node, Tree, is_finite


def lost_verbs(tree: Tree, is_verb_form: Callable[[str], bool]) -> list[Node]:
    """Words that are likely the sentence's verb though the tagger took them for nouns, likeliest first.

    "Norway advocates for dialogue": only sentences whose root is neither a
    finite verb nor governs one are looked at; a candidate follows a noun and
    `is_verb_form` knows its form.
    """
    root = tree.root
    if is_finite(root) or any(is_finite(c) for c in root.kids("conj", "ccomp")) or len(tree.nodes) < 4:
        return []
    found: list[Node] = []
    for before, node, after in zip(tree.nodes, tree.nodes[1:], [*tree.nodes[2:], None], strict=False):
        nounlike = node.tag in {"NNS", "NN", "JJ", "VB", "VBN", "NNPS"}
        if node.tag == "RB" and after is not None:  # "farmers near the plant back the plan"
            nounlike = after.tag in {"DT", "PRP$"}
        after_noun = before.is_noun or (before.text == "," and node.tag == "NNS" and root.is_noun)
        if nounlike and after_noun and not node.text[0].isupper() and is_verb_form(node.lower):
            found.append(node)
    return sorted(found, key=lambda n: (n is not root, n.tag != "NNS", n.i))


def retag_verbs(tree: Tree, lemma_of: Callable[[str, str], str]) -> None:
    """A word with a subject or a subordinator of its own is a verb, whatever the tagger said."""
    for node in tree.nodes:
        if node.tag in {"NNS", "NN"} and node.dep in {"ROOT", "advcl", "ccomp", "conj", "relcl"}:
            subject = node.kid("nsubj", "nsubjpass")
            if subject is not None and subject.i < node.i and not node.kids("det", "amod", "poss", "cop"):
                node.tag = "VBZ" if node.tag == "NNS" else "VBP"
                node.lemma = lemma_of(node.lower, node.tag)


def joined_verbs(tree: Tree, is_verb_form: Callable[[str], bool]) -> list[Node]:
    """Words that are likely a second verb ("praises A and highlights the B"): no noun stands before an article."""
    found: list[Node] = []
    for before, node, after in zip(tree.nodes, tree.nodes[1:], tree.nodes[2:], strict=False):
        joined = node.tag == "NNS" and node.dep == "conj" and before.tag == "CC"
        if joined and after.tag in {"DT", "PRP$"} and after.lower != "all" and is_verb_form(node.lower):
            found.append(node)
    return found
