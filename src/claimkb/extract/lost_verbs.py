"""Words that the tagger read as nouns though they are the verbs of their sentences: found here, and retagged."""

from collections.abc import Callable, Collection
from itertools import pairwise

from claimkb.extract.tree import FINITE_TAGS, Node, Tree, is_finite, left_edge, subject_of
from claimkb.lexicon.cues import cues

_NEAR = 4  # words in which the verb follows its name
_FEWEST = 3  # words of what was said


def lost_verbs(tree: Tree, is_verb_form: Callable[[str], bool]) -> list[Node]:
    """Words that are likely the sentence's verb though the tagger took them for nouns, likeliest first.

    "Norway advocates for dialogue": only sentences whose root is neither a
    finite verb nor governs one are looked at; a candidate follows a noun and
    `is_verb_form` knows its form.
    """
    root = tree.root
    nodes = _said_without_verb(tree)
    if not nodes:
        if is_finite(root) or any(is_finite(c) for c in root.kids("conj", "ccomp")) or len(tree.nodes) < 4:
            return []
        if any(c.tag == "VBD" and c.kids("dobj", "oprd") for c in root.kids("acl")):
            return []  # the verb is there, though it hangs on its subject
        nodes = tree.nodes
    found: list[Node] = []
    for before, node, after in zip(nodes, nodes[1:], [*nodes[2:], None], strict=False):
        nounlike = node.tag in {"NNS", "NN", "JJ", "VB", "VBN", "NNPS"}
        if node.tag == "RB" and after is not None:  # "farmers near the plant back the plan"
            nounlike = after.tag in {"DT", "PRP$"}
        after_noun = before.is_noun or (before.text == "," and node.tag == "NNS" and root.is_noun)
        after_noun = after_noun or _has_adverb(node, after)
        if nounlike and after_noun and not node.text[0].isupper() and is_verb_form(node.lower):
            found.append(node)
    return sorted(found, key=lambda n: (n is not root, n.tag != "NNS", n.i))


def acts(tree: Tree) -> bool:
    """Whether a noun has an adverb after it, as only a verb has: "the mood contrasts sharply with the past"."""
    return any(_has_adverb(node, after) for node, after in pairwise(tree.nodes))


def _has_adverb(node: Node, after: Node | None) -> bool:
    adverb = after is not None and node.tag == "NNS" and after.tag == "RB" and after.lower.endswith("ly")
    return adverb and after is not None and after.head is node


def verb_of_a_name(tree: Tree, names: Collection[str], is_verb_form: Callable[[str], bool]) -> Node | None:
    """The verb behind a name that the tagger took for one at the start: "Hope openly admires" of a text about Hope.

    `names` are the words that the text has as names where no sentence begins.
    """
    first = tree.nodes[0]
    if first.text not in names or subject_of(tree.root) is not None or is_finite(tree.root):
        return None
    for node in tree.nodes[1:_NEAR]:
        if node.tag in {"VBZ", "NNS"} and node.lower.endswith("s") and is_verb_form(node.lower):
            return node if tree.root in {first, node} else None
        if node.tag != "RB":
            return None
    return None


def _said_without_verb(tree: Tree) -> tuple[Node, ...]:
    """The words before ", X said" if none of them is read as a finite verb; else none."""
    root = tree.root
    if root.lemma not in cues().attribution.speaking or root.kids("ccomp") or not is_finite(root):
        return ()
    speaker = max(root.kids("nsubj"), key=lambda n: n.i, default=None)
    if speaker is None:
        return ()
    first = left_edge(speaker) - tree.nodes[0].i
    before = tree.nodes[: max(0, first - 1)]
    if (
        len(before) < _FEWEST
        or tree.nodes[first - 1].text != ","
        or any(n.tag in FINITE_TAGS for n in before)
    ):
        return ()
    return before


def retag_verbs(tree: Tree, lemma_of: Callable[[str, str], str], is_verb_form: Callable[[str], bool]) -> None:
    """A word with a subject or a subordinator of its own is a verb, whatever the tagger said."""
    for node in tree.nodes:
        if node.tag in {"NNS", "NN"} and node.dep in {"ROOT", "advcl", "ccomp", "conj", "relcl"}:
            subject = node.kid("nsubj", "nsubjpass")
            if not is_verb_form(node.lower) or subject is None:
                continue
            if subject.i < node.i and not node.kids("det", "amod", "poss", "cop"):
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
