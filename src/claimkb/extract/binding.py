"""What grammar says about a pronoun and its clause: whose clause it stands in, and who must or cannot be meant.

A possessive is bound by the subject of its clause, borrowed subjects
included ("X plans to sell its ships"); a coordinated or blamed owner binds
it more closely still.
"""

from collections.abc import Collection
from itertools import pairwise

from claimkb.extract.mention import Mention
from claimkb.extract.tree import AUXILIARIES, Node, ancestors, subject_of
from claimkb.lexicon.cues import cues

_CLAUSES = frozenset({"ccomp", "advcl", "relcl", "acl"})
_OPEN_CLAUSES = frozenset({"acl", "relcl", "xcomp", "pcomp", "advcl", "conj"})
_KEPT = frozenset({"from", "into"})
_BORROWING = frozenset({"conj", "xcomp", "advcl", "pcomp", "acl", "relcl", "prep"})


def is_possessive(node: Node) -> bool:
    """Whether a pronoun owns something; "her" is often tagged as an object."""
    return node.tag == "PRP$" or node.dep == "poss"


def clause_of(node: Node) -> Node:
    """The verb whose clause a node stands in."""
    for above in ancestors(node):
        if above.is_verb and above.dep not in AUXILIARIES:
            return above
    return node


def subject_for(clause: Node) -> Node | None:
    """The subject a clause has or borrows; the noun a relative or participial clause hangs on."""
    for _ in range(6):
        subject = subject_of(clause)
        if subject is not None and subject.tag not in {"WDT", "WP"}:
            return subject
        those = clause.head.is_noun or clause.head.lower == "those"
        if clause.dep in {"relcl", "acl"} and those and not _is_purpose(clause):
            reduced = subject is None and clause.tag == "VBN" and not clause.kids("auxpass")
            return None if reduced else clause.head  # "a drug made with its partner": whose is open
        if clause.dep not in _BORROWING or clause.head is clause:
            return subject
        told = _told(clause)
        if told is not None:
            return told
        clause = clause_of(clause.head) if _is_purpose(clause) else clause.head
    return None


def _is_purpose(clause: Node) -> bool:
    """ "A plan to sell its ships": whoever has the plan sells them."""
    if clause.dep not in {"acl", "relcl"} or clause.tag != "VB" or not clause.kids("aux"):
        return False
    noun, words = clause.head, cues().pronouns
    return noun.tag in {"NN", "NNS"} and (
        noun.lemma not in words.person_nouns and noun.lemma not in words.group_nouns
    )


def _told(clause: Node) -> Node | None:
    """Who is told, asked or counted on to do what an infinitive says, or kept from it ("from selling its ships")."""
    if clause.dep == "pcomp" and clause.head.lower in _KEPT and clause.head.head.is_verb:
        return next((o for o in clause.head.head.kids("dobj") if o.i < clause.i), None)
    if clause.dep != "xcomp":
        return None
    objects = clause.head.kids("dobj") + [
        noun
        for prep in clause.head.kids("prep")
        if prep.lower in {"on", "upon", "for"}
        for noun in prep.kids("pobj")
    ]
    return next((o for o in objects if o.i < clause.i), None)


def binder(node: Node, fitting: Collection[int]) -> Node | None:
    """The subject that binds a possessive: of its clause, or of the one above where that disagrees with it.

    `fitting` are the ids of the nodes that agree with it. "X attacks groups operating from its soil" is of X.
    """
    clause = clause_of(node)
    subject = subject_for(clause)
    while is_possessive(node) and id(subject) not in fitting and clause.dep in _OPEN_CLAUSES:
        above = clause_of(clause)
        if above is clause:
            break
        clause, subject = above, subject_for(above)
    return subject


def holds(noun: Node, node: Node) -> bool:
    """Whether a word stands inside a noun phrase, the clauses and conjuncts hung on it apart."""
    while node is not noun:
        if node.head is node or node.dep in {"conj", "relcl", "acl", "appos", "advcl"}:
            return False
        node = node.head
    return True


def joined_owner(node: Node, mention: Mention) -> bool:
    """ "X and his party": the owner in the second conjunct is the first."""
    owner = mention.named or mention.is_body or mention.kind == "person"
    return owner and node.head.dep == "conj" and node.head.head is mention.node and not mention.plural


def of_joined(node: Node, mention: Mention) -> bool:
    """ "X and three of his children"."""
    prep = node.head.head
    counted = prep.head
    owner = mention.named or mention.is_body or mention.kind == "person"
    return (
        owner
        and node.head.dep == "pobj"
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


def thanked(node: Node) -> Node | None:
    """ "Grateful to X and Y for their help": whoever an adjective is felt towards, with what he did."""
    prep = node.head.head
    if not is_possessive(node) or node.head.dep != "pobj" or prep.lower != "for":
        return None
    above = prep.head
    while above.dep == "conj" and above.is_noun:
        above = above.head
    if above.dep == "pobj" and above.head.lower == "to" and above.head.head.tag.startswith("JJ"):
        return above
    above = above.kid("acomp") or above
    towards = next((p for p in above.kids("prep") if p.lower == "to" and p.i < prep.i), None)
    return towards.kid("pobj") if towards is not None and above.tag.startswith("JJ") else None


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


def put_by(node: Node, mention: Mention) -> bool:
    """ "The claim by X that it lost": whoever a claim is ascribed to speaks of himself as well."""
    agent = mention.node.head
    if mention.node.dep != "pobj" or agent.lower not in {"by", "of", "from"}:
        return False
    noun = agent.head if agent.head.is_noun else agent.head.head
    said = noun.lemma in cues().attribution.nouns
    return said and any(above.head is noun for above in ancestors(node) if above.is_verb)


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


_CONDITIONAL = frozenset(
    {"if", "unless"}
)  # "though", "as" and "while" open clauses that are told by themselves


def means_the_condition(node: Node) -> bool:
    """ "If X does A, it will do B": "it" is X or the doing of A, and stands well where it is."""
    if node.lower not in {"it", "this", "that"} or node.dep not in {"nsubj", "nsubjpass"}:
        return False
    clauses = (c for c in node.head.kids("advcl") if c.i < node.i)
    return any(m.lower in _CONDITIONAL for c in clauses for m in c.kids("mark"))


def says(node: Node) -> bool:
    """Whether a node is the subject of a verb of saying."""
    words = cues().attribution
    return node.dep == "nsubj" and (node.head.lemma in words.verbs or node.head.lemma in words.quoting)
