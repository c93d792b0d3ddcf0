"""Appositions to a whole event: "cut its rate to 2 percent, a move that surprised markets".

A parser hangs "a move" on the noun before the comma, and percentages, towns and
firms became moves. A noun of deeds or of what they come to is told of the
event, unless the noun before it is itself a deed ("his resignation, a blow").
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.detach import is_past
from claimkb.extract.inflect import be
from claimkb.extract.tree import NAME_TAGS, Node, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues

_DEED_ENDINGS = ("tion", "sion", "ment", "ance", "ence", "ing", "ism")


def is_of_event(node: Node, clause: Clause) -> bool:
    """Whether an apposition is told of the event of `clause` and not of the noun before the comma."""
    verb = clause.head
    if node.lemma not in cues().clauses.deeds or node.tag != "NN" or node.i < verb.i or not verb.is_verb:
        return False
    indefinite = any(c.lower in {"a", "an", "another"} for c in node.kids("det"))
    return indefinite and not _is_deed(node.head)


def event_appositive(node: Node, clause: Clause) -> Clause | None:
    """What an apposition says of the event of `clause`; None where that cannot be its subject."""
    verb = clause.head
    if clause.event is not None or not is_finite(verb):
        return None
    coming = any(a.tag == "MD" for a in verb.kids("aux"))
    told = _told_alone(node)
    if told is not None:
        word = subject_of(told)
        made = Clause(told, "relative", [n for n in subtree(told) if n is not word and n.dep != "punct"])
    else:
        own = [n for n in subtree(node) if n.dep != "punct" or n.i > node.i]
        copula = "would be" if coming else be(plural=False, is_past=is_past(verb))
        made = Clause(node, "apposition", own, prefix=(copula,))
    made.event = clause
    made.notes.append("apposition read as said of the whole event")
    return made


def _is_deed(noun: Node) -> bool:
    """Whether a noun names what was done, so that an apposition may say what kind of deed it was."""
    if noun.tag in NAME_TAGS or noun.tag == "CD":
        return False
    return noun.lemma in cues().clauses.deeds or noun.lemma.endswith(_DEED_ENDINGS)


def _told_alone(node: Node) -> Node | None:
    """The verb of "a move that surprised markets": a bare pointing noun adds nothing to what its clause tells."""
    verb = node.kid("relcl")
    if verb is None or node.lemma not in cues().clauses.judged_deeds or node.kids("amod", "compound", "prep"):
        return None
    word = subject_of(verb)
    plain = word is not None and word.lower in {"that", "which"} and is_finite(verb)
    return verb if plain and not verb.kids("conj") else None
