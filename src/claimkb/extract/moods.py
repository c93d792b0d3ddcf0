"""Sentences that state nothing, by their trees: calls on the reader, questions without a mark, headlines with "how"."""

from claimkb.extract.tree import AUXILIARIES, Tree, subject_of
from claimkb.lexicon.cues import cues
from claimkb.model import SentenceRole


def mood(tree: Tree) -> tuple[SentenceRole, str] | None:
    """What a sentence is if its tree shows that it states nothing, with the reason; None for a statement."""
    if is_inverted_question(tree):
        return SentenceRole.QUESTION, "question without its mark"
    if tells_how(tree):
        return SentenceRole.HEADING, "names what is told"
    return None


def is_imperative(tree: Tree) -> bool:
    """Whether a sentence tells the reader what to do: a bare verb comes first, without a subject ("Save", "Let us")."""
    root = tree.root
    words = [n for n in tree.nodes if n.dep != "punct"]
    begin = next((n for n in words if n.tag not in {"RB", "UH", "CC"}), root)
    if begin.tag == "VB" and begin.dep == "ccomp" and begin.head is root:
        bare = not begin.kids("nsubj", "nsubjpass", "csubj", "aux")
        return bare and root.lemma in cues().attribution.speaking  # "“Tell them,” X said"
    if root.tag != "VB" or subject_of(root) is not None or not words:
        return False
    first = next((n for n in words if n.tag != "RB" and n.lower != "please" and n.tag != "UH"), words[0])
    return first is root or (first.head is root and first.lower in {"do", "let"})


def is_inverted_question(tree: Tree) -> bool:
    """ "Why would X do that": a question without its mark."""
    words = [n for n in tree.nodes if n.dep not in {"punct", "intj"} and n.tag not in {"CC", "UH"}]
    while words and words[0].lower in {"so", "then", "now"}:
        words.pop(0)
    subject = subject_of(tree.root)
    asked = len(words) > 2 and words[0].tag == "WRB" and words[0].head is tree.root
    turned = asked and words[1].dep in AUXILIARIES and words[1].head is tree.root
    return turned and subject is not None and subject.i > words[1].i


def tells_how(tree: Tree) -> bool:
    """ "How the dam broke": a headline that names what the text tells, and states nothing."""
    words = [n for n in tree.nodes if n.dep != "punct"]
    opens = len(words) > 2 and words[0].lower in {"how", "why"} and words[0].head is tree.root
    subject = subject_of(tree.root) if opens else None
    return subject is not None and words[0].i < subject.i < tree.root.i and words[1].dep not in AUXILIARIES
