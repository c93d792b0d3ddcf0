"""How well a noun phrase fits a pronoun: agreement, and salience as a score.

Subjects outrank objects, the same sentence earlier ones, names common nouns
(after Lappin and Leass 1994); who says something mostly speaks of himself;
`choice` says whether the best leads clearly enough.
"""

from claimkb.extract.agreement import is_lifeless
from claimkb.extract.binding import (
    blamed,
    clause_of,
    fronted,
    is_possessive,
    joined_owner,
    names_its_own,
    of_joined,
    parallel_owner,
    put_by,
    reported_by,
    says,
    shown_by,
    thanked,
    told_by,
)
from claimkb.extract.mention import Mention
from claimkb.extract.parallel import compared, nearest, parallel, set_apart
from claimkb.extract.tree import Node, ancestors, descend
from claimkb.lexicon.cues import cues

_SPEAKS_ON = 1.2  # "he said": mostly whoever spoke in the sentence before
_ASIDE = 0.6  # what who only speaks loses to whom he speaks of
_REPORTS = 1.6  # what an official loses who tells what happened to others
_INSIDE = 1.5


def score_here(node: Node, mention: Mention, clause: Node, own_subject: Node | None) -> float | None:
    """Salience of a candidate in the pronoun's own sentence; None where grammar rules it out."""
    same_clause = clause_of(mention.node) is clause
    if (mention.plural and _is_part_of(node, mention.node)) or compared(node, mention):
        return 5.0
    if mention.node is own_subject and _is_made_with(node, mention):
        return 2.2
    if mention.node is own_subject:
        if not mention.member:
            return None if not is_possessive(node) else _bound(node, mention) + _name_bonus(mention)
        return 2.2 if is_possessive(node) else None  # "an inn and a mill that lost its roof"
    if is_possessive(node) and (
        (mention.owner and parallel_owner(node, mention))
        or blamed(node, mention)
        or joined_owner(node, mention)
        or of_joined(node, mention)
        or names_its_own(node, mention)
        or (thanked(node) is mention.node and not mention.member)
    ):
        return 5.0
    if mention.node.i > node.i:
        ahead = mention.subject and mention.node is own_subject
        if node.lower in cues().pronouns.plural and is_lifeless(mention):
            return None  # "while two of them fled, searches were made"
        if any(c.lower in {"a", "an", "another", "other"} for c in mention.node.kids("det", "amod")):
            return None  # "on her papers a doctor wrote", "though they fled, other guests stayed"
        return 3.0 if ahead or (mention.subject and fronted(node, mention.node)) else None
    score = (
        _salience(node, mention, same_clause=same_clause)
        + _name_bonus(mention)
        + parallel(node, mention)
        + nearest(node, mention)
        + set_apart(node, mention)
    )
    return score - _INSIDE if _is_inside_person(node, mention) else score


def _is_part_of(node: Node, whole: Node) -> bool:
    """ "Three people, one of them a child"."""
    part = node.head.head
    return node.dep == "pobj" and node.head.lower == "of" and part.dep == "appos" and part.head is whole


def _is_inside_person(node: Node, mention: Mention) -> bool:
    """ "A critic of X was barred, but he ...": a name inside the subject's own phrase is not the subject."""
    prep = mention.node.head
    noun = prep.head
    inside = mention.node.dep == "pobj" and prep.lower == "of" and noun.dep in {"nsubj", "nsubjpass"}
    person = noun.lemma in cues().pronouns.person_nouns
    return (
        inside
        and person
        and node.dep in {"nsubj", "nsubjpass"}
        and not any(a is noun for a in ancestors(node))
    )


def _bound(node: Node, mention: Mention) -> float:
    """The hold of a clause's subject on its possessives; looser where they differ in number ("the court ... their")."""
    differs = node.lower in cues().pronouns.plural and not mention.plural
    differs = differs and mention.lemma not in cues().pronouns.plural_bodies
    differs = differs and not (_is_named_body(mention) and not _several_between(mention.node, node))
    aside = mention.node.dep == "pobj" and is_lifeless(
        mention
    )  # "a cable off the coast that cut its network"
    return 2.6 if differs or aside else 4.0


def _is_under(node: Node, mention: Mention) -> bool:
    """ "The crowd threw stones before they were dispersed": rather the main subject of a clause below it."""
    clause = node.head
    return node.dep in {"nsubj", "nsubjpass"} and clause.dep == "advcl" and clause.head is mention.node.head


def _several_between(first: Node, last: Node) -> bool:
    """Whether a plural stands between two words of a sentence."""
    root = next((a for a in ancestors(last) if a.head is a), last)
    return any(n.tag in {"NNS", "NNPS"} and first.i < n.i < last.i for n in descend(root))


def _is_named_body(mention: Mention) -> bool:
    return mention.named and mention.kind == "organisation"


def _is_made_with(node: Node, mention: Mention) -> bool:
    """ "a drug developed with its partner": whoever developed it may be meant as well."""
    inside = [a for a in ancestors(node) if a.dep == "acl" and a.tag == "VBN"]
    return mention.kind != "person" and any(a.head is mention.node for a in inside)


def _salience(node: Node, mention: Mention, *, same_clause: bool) -> float:
    if mention.subject and not mention.owner:
        if shown_by(node, mention) and not mention.is_body and not mention.named and not mention.plural:
            return 1.2
        if reported_by(node, mention):
            return 3.8 if mention.is_body or mention.named else 2.6
        of_things = node.lower not in cues().pronouns.person
        if (
            of_things
            and not says(node)
            and says(mention.node)
            and any(a is mention.node.head for a in ancestors(node))
        ):
            return 2.6 - _ASIDE  # who speaks may speak of others
        if _abstract_for(node, mention):
            return 1.6
        return 3.2 if _is_under(node, mention) else 2.6
    if told_by(node, mention):
        return 3.8
    if put_by(node, mention):
        return 2.4
    if mention.owner and _owner_of_subject(mention):
        if not is_possessive(node) and same_clause:
            return 0.6
        if _owner_of_speaker(mention) and is_possessive(node):
            return 1.9  # "X's lawyer said his client": either may be meant
        return 2.4 if _abstract_head(mention.node.head) else 1.4
    if not is_possessive(node) and same_clause and not mention.owner:
        return 0.6  # "X met Y with him": a plain pronoun is free in its own clause
    near = 0.2 if mention.plural and node.lower in cues().pronouns.plural else 0.0
    return (1.4 if same_clause else 1.2) + near


def score_before(node: Node, mention: Mention, age: int, *, speaks_on: bool) -> float:
    """Salience of a candidate from an earlier sentence, `age` sentences back; less for a pronoun that is no subject."""
    if mention.subject and not mention.owner:
        score = 2.0 - _ASIDE if says(mention.node) and not says(node) else 2.0
        if speaks_on and node.lower in cues().pronouns.person and says(node) and says(mention.node):
            score += _SPEAKS_ON
    elif mention.owner and _owner_of_subject(mention):
        score = 0.4 if mention.node.head.lemma in cues().pronouns.group_nouns else 1.6
    else:
        score = 0.8
    if node.dep in {"dobj", "pobj", "dative"} and not _counted_subject(node):
        score -= 0.9
    return score - (age - 1) * 1.0 + _name_bonus(mention)


def _counted_subject(node: Node) -> bool:
    """ "Two of them fled"."""
    if node.dep != "pobj":
        return False
    among = node.head.lower == "among" and node.head.head.lemma == "be"  # "theft and fraud are among them"
    return among or (node.head.lower == "of" and node.head.head.dep in {"nsubj", "nsubjpass"})


def informing(node: Node, mention: Mention) -> float:
    """What an official loses who tells the press of others: "Roe said divers saved Al Lee by tying him to a rope".

    "Roe said he saw it" is of himself.
    """
    own = mention.sentence >= 0 and reported_by(node, mention)
    return (
        0.0
        if own or says(node) or not says(mention.node) or node.lower not in cues().pronouns.person
        else _REPORTS
    )


def _name_bonus(mention: Mention) -> float:
    return 0.3 if mention.named else 0.0


def _owner_of_subject(mention: Mention) -> bool:
    return mention.node.head.dep in {"nsubj", "nsubjpass"}


def _owner_of_speaker(mention: Mention) -> bool:
    speaker = mention.node.head
    words = cues()
    return speaker.lemma in words.pronouns.person_nouns and speaker.head.lemma in words.attribution.verbs


def _abstract_head(node: Node) -> bool:
    return node.tag in {"NN", "NNS"}


def _abstract_for(node: Node, mention: Mention) -> bool:
    """An owned abstract subject hardly does what the pronoun's verb says ("X's importance ... as it sits at")."""
    verb = node.head
    return (
        mention.owned
        and not mention.is_body
        and node.dep == "nsubj"
        and verb.lemma not in {"be", "remain", "become", "seem"}
    )
