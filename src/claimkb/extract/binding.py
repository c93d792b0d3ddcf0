"""What grammar says about a pronoun and its clause: whose clause it stands in, and who must or cannot be meant.

A possessive is bound by the subject of its clause, borrowed subjects
included ("X plans to sell its ships"); a coordinated or blamed owner binds
it more closely still.
"""

from itertools import pairwise

from claimkb.extract.mentions import Mention
from claimkb.extract.tree import Node, ancestors, descend, subject_of
from claimkb.lexicon.cues import cues

_CLAUSES = frozenset({"ccomp", "advcl", "relcl"})
_BORROWING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "relcl", "prep"})


def is_possessive(node: Node) -> bool:
    """Whether a pronoun owns something; "her" is often tagged as an object."""
    return node.tag == "PRP$" or node.dep == "poss"


def clause_of(node: Node) -> Node:
    """The verb whose clause a node stands in."""
    for above in ancestors(node):
        if above.is_verb and (subject_of(above) is not None or above.head is above or above.dep in _CLAUSES):
            return above
    return node


def subject_for(clause: Node) -> Node | None:
    """The subject a clause has or borrows; the noun a relative or participial clause hangs on."""
    for _ in range(6):
        subject = subject_of(clause)
        if subject is not None and subject.tag not in {"WDT", "WP"}:
            return subject
        if clause.dep in {"relcl", "acl"} and clause.head.is_noun:
            return (
                clause.head if clause.tag != "VBN" else None
            )  # "a drug made with its partner": whose is open
        if clause.dep not in _BORROWING or clause.head is clause:
            return subject
        told = _told(clause)
        if told is not None:
            return told
        clause = clause.head
    return None


def _told(clause: Node) -> Node | None:
    """Who is told, asked or counted on to do what an infinitive says."""
    if clause.dep != "xcomp":
        return None
    objects = clause.head.kids("dobj") + [
        noun
        for prep in clause.head.kids("prep")
        if prep.lower in {"on", "upon", "for"}
        for noun in prep.kids("pobj")
    ]
    return next((o for o in objects if o.i < clause.i), None)


def holds(noun: Node, node: Node) -> bool:
    """Whether a word stands inside a noun phrase, the clauses and conjuncts hung on it apart."""
    while node is not noun:
        if node.head is node or node.dep in {"conj", "relcl", "acl", "appos", "advcl"}:
            return False
        node = node.head
    return True


def joined_owner(node: Node, mention: Mention) -> bool:
    """ "X and his party": the owner in the second conjunct is the first."""
    return node.head.dep == "conj" and node.head.head is mention.node and not mention.plural


def of_joined(node: Node, mention: Mention) -> bool:
    """ "X and three of his children"."""
    prep = node.head.head
    counted = prep.head
    return (
        node.head.dep == "pobj"
        and prep.lower == "of"
        and counted.dep == "conj"
        and counted.head is mention.node
        and not mention.plural
    )


def names_its_own(node: Node, mention: Mention) -> bool:
    """ "a man with his hands up": what a noun has belongs to it."""
    prep = node.head.head
    return node.head.dep == "pobj" and prep.lower == "with" and prep.head is mention.node


def blamed(node: Node, mention: Mention) -> bool:
    """ "blamed X for its failure": what follows "for" or "of" is the object's."""
    verb = mention.node.head
    prep = node.head.head
    return (
        mention.node.dep == "dobj"
        and verb.lemma in cues().pronouns.blaming_verbs
        and prep.dep == "prep"
        and prep.head in (verb, mention.node)
    )


def parallel_owner(node: Node, mention: Mention) -> bool:
    """ "X's focus on A and its preference for B": the owner of the first conjunct owns the second."""
    return node.head.dep == "conj" and any(a is mention.node.head for a in ancestors(node.head))


def reported_by(node: Node, mention: Mention) -> bool:
    """ "X said it would": who says, plans or believes something speaks of himself."""
    verb = mention.node.head
    return node.dep in {"nsubj", "nsubjpass"} and node.head.dep == "ccomp" and node.head.head is verb


def told_by(node: Node, mention: Mention) -> bool:
    """ "X told Y that he": whoever is told something may be spoken of as well."""
    verb = node.head.head
    told = mention.node.dep in {"dobj", "dative"} and mention.node.head is verb
    return (
        told and mention.kind == "person" and node.head.dep == "ccomp" and node.dep in {"nsubj", "nsubjpass"}
    )


def shown_by(node: Node, mention: Mention) -> bool:
    """ "a look at the data shows it is safe": evidence speaks of something else."""
    verb = mention.node.head
    return (
        verb.lemma in cues().pronouns.evidence_verbs
        and verb is not node.head
        and any(a is verb for a in ancestors(node))
    )


def fronted(node: Node, subject: Node) -> bool:
    """A pronoun in an adverbial before the subject of its sentence ("During his term, X ...")."""
    verb = subject.head
    path = [node, *ancestors(node)]
    below = next((a for a, b in pairwise(path) if b is verb), None)
    return below is not None and below.dep in {"advcl", "prep", "npadvmod"} and node.i < subject.i


def means_the_condition(node: Node) -> bool:
    """ "If X does A, it will do B": "it" is X or the doing of A, and stands well where it is."""
    if node.lower not in {"it", "this", "that"} or node.dep not in {"nsubj", "nsubjpass"}:
        return False
    return any(c.dep == "advcl" and c.i < node.i and c.kid("mark") is not None for c in node.head.children)


def is_pleonastic(node: Node) -> bool:
    """ "It is clear that P", "it is X that does", "it rains", "when it comes to", "as it stands"."""
    if node.lower != "it":
        return False
    verb = node.head
    if node.dep == "expl" or (verb.lemma in cues().pronouns.pleonastic_predicates and node.dep == "nsubj"):
        return True
    if verb.lemma == "come" and any(c.lower in {"to", "down"} for c in verb.children):
        return True
    if verb.lemma in {"stand", "be"} and any(c.lower == "as" and c.dep == "mark" for c in verb.children):
        return verb.kid("attr", "acomp") is None
    if _is_judged(node):
        return True
    if verb.lemma == "be":
        return _has_clause_after(node, verb)
    return verb.tag == "VBN" and any(c.dep == "ccomp" for c in verb.children)


def _is_judged(node: Node) -> bool:
    """ "make it clear that", "finds it hard to": the object that a clause later fills."""
    verb = node.head if node.dep == "dobj" else node.head.head
    if verb.lemma not in cues().pronouns.judging_verbs or node.i < verb.i:
        return False
    below = [c for c in descend(verb) if c.i > node.i]
    told = any(
        c.tag.startswith("JJ") or c.is_noun
        for c in below
        if c.dep in {"ccomp", "oprd", "acomp", "dobj", "xcomp"}
    )
    return told and any(c.lower in {"to", "that"} and c.dep in {"aux", "mark"} for c in below)


def _has_clause_after(node: Node, verb: Node) -> bool:
    after = [
        c for c in descend(verb) if c.dep in {"ccomp", "xcomp", "csubj", "advcl", "acl"} and c.i > node.i
    ]
    complement = verb.kid("acomp", "attr")
    if complement is None:
        return False
    if complement.is_noun and complement.lemma not in cues().pronouns.judged_nouns:
        return _is_cleft(complement)
    inside = complement.kids("relcl", "ccomp", "xcomp", "acl", "advcl")
    return bool(inside) or any(c.head is verb and c.dep in {"ccomp", "xcomp", "advcl"} for c in after)


def _is_cleft(complement: Node) -> bool:
    """ "It was X that did", "it is a scandal that P": a clause with "that" or "who", hung on the noun or the verb."""
    clauses = [*complement.kids("relcl", "acl", "ccomp"), *complement.head.kids("ccomp", "relcl", "advcl")]
    return any(
        c.i > complement.i and any(w.lower in {"that", "who"} and w.i < c.i for w in c.children)
        for c in clauses
    )


def says(node: Node) -> bool:
    """Whether a node is the subject of a verb of saying."""
    words = cues().attribution
    return node.dep == "nsubj" and node.head.lemma in words.verbs | words.quoting
