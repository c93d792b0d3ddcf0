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
    root = tree.root
    subject = subject_of(root)
    if subject is None:
        return False
    if subject.lower in {"i", "we"}:
        return _author_turns_against(root)
    return root.lemma == "be" and (_calls_untrue(root, subject) or _calls_flawed(root, subject, tree))


def _author_turns_against(root: Node) -> bool:
    """ "I disagree", "I reject this view", "I do not agree"; "I do not think so"."""
    words = cues().stance
    if not root.kids("neg"):
        return root.lemma in words.reject_verbs and _points_back(root)
    if root.lemma in {"think", "believe"}:
        return any(c.lower == "so" for c in root.children)
    return root.lemma in words.endorse_verbs and (root.lemma == "agree" or _points_back(root))


def _calls_untrue(root: Node, subject: Node) -> bool:
    """ "That is false", "this is simply not true", "such claims are untrue"."""
    words = cues().stance
    complement = root.kid("acomp", "attr") or next((c for c in root.kids("advmod") if c.lower == "so"), None)
    if complement is None or not (subject.lower in {"this", "that"} or _is_view(subject)):
        return False
    if root.kids("neg"):
        return complement.lower in words.true_adjectives
    return complement.lemma in words.untrue_adjectives


def _calls_flawed(root: Node, subject: Node, tree: Tree) -> bool:
    """ "This is a narrow argument", "this argument is flawed"."""
    words = cues().stance
    negative = any(
        n.lemma in words.reject_adjectives or n.lower in words.reject_adjectives for n in tree.nodes
    )
    if not negative or root.kids("neg"):
        return False
    complement = root.kid("attr", "acomp")
    about_view = (
        subject.lower in {"this", "that", "it"}
        and complement is not None
        and complement.lemma in words.view_nouns
    )
    return about_view or _is_view(subject)


def _is_view(noun: Node) -> bool:
    """ "this argument", "such claims"."""
    pointing = any(c.lower in {"this", "that", "such", "these", "those"} for c in noun.children)
    return noun.lemma in cues().stance.view_nouns and pointing


def _points_back(root: Node) -> bool:
    """ "disagree", "reject this view": nothing else, or a demonstrative noun of view, is what is rejected."""
    words = cues().stance
    nouns = [n for n in descend(root) if n.dep in {"dobj", "pobj"}]
    if not nouns:
        return root.lemma == "disagree"
    if any(_has_own_content(n) for n in nouns):
        return any(n.lemma in cues().attribution.nouns for n in nouns)  # the view is in this very sentence
    return any(
        n.lower in {"this", "that", "it", "them"}
        or (
            n.lemma in words.view_nouns
            and any(c.lower in {"this", "that", "such", "these", "the"} for c in n.children)
        )
        for n in nouns
    )


def _has_own_content(noun: Node) -> bool:
    """ "the idea that the poor are lazy" says itself what is rejected."""
    return any(c.dep in {"acl", "relcl", "ccomp"} for c in noun.children)


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
                if n.dep == "pobj"
                and (n.lemma in cues().stance.view_nouns or n.lemma in cues().attribution.nouns)
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
