"""How well a noun phrase fits a pronoun: agreement, and salience as a score.

Subjects outrank objects, the same sentence earlier ones, names common nouns
(after Lappin and Leass 1994); the best must lead clearly or nothing is said.
"""

from claimkb.extract.inflect import present
from claimkb.extract.mentions import Mention
from claimkb.extract.resolution import Resolved, Speaker
from claimkb.extract.tree import Node, ancestors, subject_of
from claimkb.lexicon.cues import cues

_MARGIN = 0.6  # the best candidate must lead by this much; 0.6 kept wrong guesses under one in ten on development text


def agree(found: Resolved, node: Node) -> None:
    """The finite verb of a first-person subject in the third person, contractions written out."""
    if node.dep not in {"nsubj", "nsubjpass"}:
        return
    verb = next((a for a in node.head.kids("aux", "auxpass") if a.i > node.i), node.head)
    plain = {
        "'m": "is",
        "'re": "is",
        "'ve": "has",
        "'ll": "will",
        "'d": "would",
        "am": "is",
        "are": "is",
        "were": "was",
    }
    if verb.lower in plain:
        found.words[id(verb)] = plain[verb.lower]
    elif verb.tag == "VBP":
        found.words[id(verb)] = present(verb.lemma, plural=False)


def is_own_quoter(node: Node, mention: Mention, speaker: Speaker) -> bool:
    """Whoever is quoted says "I": "she" in a quotation is somebody else."""
    return mention.kind == "person" and speaker.is_quoted(node.start) and mention.key in speaker.keys


def lead_needed(node: Node, scored: list[tuple[float, Mention]]) -> float:
    """How clearly the best must lead: more where one person speaks about another."""
    if node.lower not in cues().pronouns.person:
        return _MARGIN
    sayers = [a for a in ancestors(node) if a.lemma in cues().attribution.verbs]
    return 3.5 if any(m.node.head in sayers and m.subject for _, m in scored) else _MARGIN


def best_of(scored: list[tuple[float, Mention]], margin: float) -> Mention | None:
    """The best mention, if it leads every mention of another thing clearly."""
    totals: dict[str, tuple[float, Mention]] = {}
    counts: dict[str, int] = {}
    for score, mention in scored:
        counts[mention.key] = counts.get(mention.key, 0) + 1
        if mention.key not in totals or score > totals[mention.key][0]:
            totals[mention.key] = (score, mention)
    ranked = sorted(
        ((score + 0.2 * min(counts[key] - 1, 3), mention) for key, (score, mention) in totals.items()),
        key=lambda pair: (-pair[0], pair[1].node.start),
    )
    if not ranked or (len(ranked) > 1 and ranked[0][0] - ranked[1][0] < margin):
        return None
    return ranked[0][1]


def fits(node: Node, mention: Mention) -> bool:
    """Whether a mention agrees with a pronoun in number and kind."""
    words = cues().pronouns
    if node.lower in words.person:
        return mention.kind == "person" and not mention.plural
    if node.lower in words.thing:
        return mention.kind != "person" and not mention.plural
    return mention.plural or (mention.kind == "organisation") or (mention.kind == "thing" and mention.named)


def number_penalty(node: Node, mention: Mention) -> float:
    """ "they" for a body that is written in the singular, "it" as what holds or costs something for one that acts."""
    words = cues().pronouns
    if node.lower in words.plural and not mention.plural:
        return 1.0
    acts = mention.kind in {"organisation", "country"}
    return 1.0 if node.lower == "it" and acts and node.head.lemma in words.content_verbs else 0.0


def score_here(node: Node, mention: Mention, clause: Node) -> float | None:
    """Salience of a candidate in the pronoun's own sentence; None where grammar rules it out."""
    own_subject = subject_of(clause)
    same_clause = clause_of(mention.node) is clause
    if mention.node is own_subject:
        return None if node.tag == "PRP" else 4.0 + _name_bonus(mention)
    if (
        (mention.owner and _parallel_owner(node, mention))
        or _blamed(node, mention)
        or _joined_owner(node, mention)
    ):
        return 5.0
    if mention.node.i > node.i:
        ahead = mention.subject and mention.node is own_subject
        return 3.0 if ahead or (mention.subject and _fronted(node, mention.node)) else None
    if mention.subject and not mention.owner:
        score = 2.6 if not _abstract_for(node, mention) else 1.6
    elif mention.owner and _owner_of_subject(mention):
        score = 2.4 if _abstract_head(mention.node.head) else 1.4
    else:
        score = 1.4 if same_clause else 1.0
    return score + _name_bonus(mention)


def _joined_owner(node: Node, mention: Mention) -> bool:
    """ "X and his party": the owner in the second conjunct is the first."""
    return node.tag == "PRP$" and node.head.dep == "conj" and node.head.head is mention.node


def _blamed(node: Node, mention: Mention) -> bool:
    """ "blamed X for its failure": what follows "for" or "of" is the object's."""
    verb = mention.node.head
    prep = node.head.head
    return (
        node.tag == "PRP$"
        and mention.node.dep == "dobj"
        and verb.lemma in cues().pronouns.blaming_verbs
        and prep.dep == "prep"
        and prep.head in (verb, mention.node)
    )


def _parallel_owner(node: Node, mention: Mention) -> bool:
    """ "X's focus on A and its preference for B": the owner of the first conjunct owns the second."""
    return (
        node.tag == "PRP$"
        and node.head.dep == "conj"
        and any(a is mention.node.head for a in ancestors(node.head))
    )


def score_before(mention: Mention, age: int) -> float:
    """Salience of a candidate from an earlier sentence, `age` sentences back."""
    if mention.subject and not mention.owner:
        score = 2.0
    elif mention.owner and _owner_of_subject(mention):
        score = 1.6
    else:
        score = 0.8
    return score - (age - 1) * 1.0 + _name_bonus(mention)


def _name_bonus(mention: Mention) -> float:
    return 0.3 if mention.named else 0.0


def _owner_of_subject(mention: Mention) -> bool:
    return mention.node.head.dep in {"nsubj", "nsubjpass"}


def _abstract_head(node: Node) -> bool:
    return node.tag in {"NN", "NNS"}


def _abstract_for(node: Node, mention: Mention) -> bool:
    """An owned abstract subject hardly does what the pronoun's verb says ("X's importance ... as it sits at")."""
    verb = node.head
    return (
        mention.owned
        and not mention.named
        and node.dep == "nsubj"
        and verb.lemma not in {"be", "remain", "become", "seem"}
    )


def _fronted(node: Node, subject: Node) -> bool:
    """A pronoun in an adverbial before the subject of its sentence ("During his term, X ...")."""
    verb = subject.head
    return any(a is verb for a in ancestors(node)) and node.i < subject.i


def clause_of(node: Node) -> Node:
    """The verb whose clause a node stands in."""
    for above in ancestors(node):
        if above.is_verb and (
            subject_of(above) is not None or above.head is above or above.dep in {"ccomp", "advcl", "relcl"}
        ):
            return above
    return node
