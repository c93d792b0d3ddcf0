"""Where the author turns against a view he has just reported.

"Some argue P. However, I disagree with this analysis." leaves P with its
holder, marks it rejected, and gives the author a claim of his own: that he
rejects P. "Contrary to the perception that P, this is a narrow argument" does
both in one sentence.
"""

from collections.abc import Sequence

from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.tree import Node, Tree, descend, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues


def rejects_reported_view(tree: Tree) -> bool:
    """Whether the sentence as a whole turns against a view named just before it."""
    words = cues().stance
    root = tree.root
    subject = subject_of(root)
    if subject is None:
        return False
    if (
        subject.lower in {"i", "we"}
        and root.lemma in words.reject_verbs
        and not any(c.dep == "neg" for c in root.children)
    ):
        return _points_back(root)
    negative = any(
        n.lemma in words.reject_adjectives or n.lower in words.reject_adjectives for n in tree.nodes
    )
    if root.lemma != "be" or not negative or any(c.dep == "neg" for c in root.children):
        return False
    complement = root.kid("attr", "acomp")
    about_view = (
        subject.lower in {"this", "that", "it"}
        and complement is not None
        and complement.lemma in words.view_nouns
    )
    view_subject = subject.lemma in words.view_nouns and any(
        c.lower in {"this", "that", "such", "these"} for c in subject.children
    )
    return about_view or view_subject


def _points_back(root: Node) -> bool:
    """ "disagree", "reject this view": nothing else, or a demonstrative noun of view, is what is rejected."""
    words = cues().stance
    nouns = [n for n in descend(root) if n.dep in {"dobj", "pobj"}]
    if not nouns:
        return root.lemma == "disagree"
    return any(
        n.lower in {"this", "that", "it", "them"}
        or (
            n.lemma in words.view_nouns
            and any(c.lower in {"this", "that", "such", "these", "the"} for c in n.children)
        )
        for n in nouns
    )


def contrary_to(tree: Tree) -> tuple[Node, Voice, set[int]] | None:
    """The clause, its holder and the nodes of "contrary to the N that P" in a sentence, or None."""
    for node in tree.nodes:
        if node.lower != "contrary" or not any(c.lower == "to" for c in node.children):
            continue
        content = next(
            (
                c
                for c in descend(node)
                if c.dep in {"ccomp", "acl"} and is_finite(c) and subject_of(c) is not None
            ),
            None,
        )
        noun = next(
            (
                n
                for n in descend(node)
                if n.dep == "pobj" and n.lemma in cues().stance.view_nouns | cues().attribution.nouns
            ),
            None,
        )
        if content is None or noun is None:
            continue
        inside = {id(n) for n in descend(content)}
        holder = tuple(n for n in subtree(noun) if id(n) not in inside and n.text != ",")
        voice = Voice(holder, noun.lower, rejected=True)
        return content, voice, {id(n) for n in descend(node)}
    return None


def rejection_claim(tree: Tree, rejected: Sequence[Clause], idle: set[int]) -> Clause | None:
    """The author's own claim, made of the sentence that rejects; its content is the view rejected."""
    if not rejected:
        return None
    view = rejected[0]
    own = [n for n in tree.nodes if id(n) not in idle and n.text not in {".", ","}]
    made = Clause(view.head, "rejection", own, reject_of=view)
    made.notes.append("the author rejects a view reported just before")
    return made
