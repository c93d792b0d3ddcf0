"""Which named body "the court", "the party" or "the group" is: one called so, else the only one that may be."""

from collections.abc import Sequence

from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.extract.wording import put_phrase
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer

REACH = 3  # sentences back in which a body or a city may have been named


def only_one(node: Node, determiner: Node, mentions: Sequence[Mention], found: Resolved) -> None:
    """Put the one thing that several mentions name; where they name two, nothing is guessed."""
    by_key: dict[str, Mention] = {}
    for mention in mentions:
        by_key.setdefault(mention.key if mention.key != node.lemma else mention.words.lower(), mention)
    if len(by_key) == 1:
        mention = next(iter(by_key.values()))
        put_phrase(node, determiner, mention.words, found)
        found.meant[id(node)] = mention
        if mention.sentence == -1:
            found.antecedents[id(node)] = frozenset({id(mention.node)})
    elif by_key:
        found.ambiguous.add(id(node))


def name_body(
    node: Node,
    determiner: Node,
    recent: Sequence[Mention],
    sentence: int,
    found: Resolved,
    *,
    is_told: bool,
) -> None:
    """The named body whose own noun is repeated; else, for "the group" and the like, the only body named."""
    near = [m for m in recent if sentence - m.sentence <= REACH and not m.plural and m.node is not node]
    noun = node.lemma.lower()
    own = [m for m in near if _is_called(m, noun)]
    if own:
        only_one(node, determiner, own, found)
    elif any(m.sentence < sentence and not m.named and m.words.lower().endswith(f" {noun}") for m in near):
        found.ambiguous.add(id(node))  # "the group his father founded ... the group" is no other body
    elif noun in cues().pronouns.group_hypernyms and not is_told:
        before = [m for m in near if m.sentence < sentence and m.named]
        bodies = [m for m in before if m.kind == "organisation" and _can_be(m, noun, sentence)]
        bodies = bodies or [
            m for m in before if m.kind == "thing" and m.subject and _can_be(m, noun, sentence)
        ]
        only_one(node, determiner, [*bodies, *(_unknown(near, sentence) if bodies else ())], found)


def _unknown(near: Sequence[Mention], sentence: int) -> list[Mention]:
    """The names, here or in the sentence before, of which nothing says that they are not those of a body."""
    return [m for m in near if m.kind in {"thing", "name"} and m.named and sentence - m.sentence <= 1]


def _can_be(mention: Mention, noun: str, sentence: int) -> bool:
    """Whether a named body may be called by the noun: a court is no airline, and NATO is no company.

    A name that says nothing of what it names ("Apple") can only be taken up in the next sentence.
    """
    pronouns = cues().pronouns
    words = {w.lower().strip(".,") for w in (*mention.key.split(), *mention.words.split())}
    if _is_firm(mention):
        return noun in pronouns.firm_nouns
    kinds = words & (pronouns.group_nouns | pronouns.group_generic)
    if kinds:
        return noun in kinds or (noun in pronouns.group_generic and not kinds & pronouns.group_closed)
    known = gazetteer().places.get(mention.key)
    if known is not None and known.kind == "organisation":
        return noun in pronouns.group_generic
    if noun in pronouns.group_named or mention.key.split()[-1] in gazetteer().words["organisation_heads"]:
        return False
    return sentence - mention.sentence == 1


def _is_firm(mention: Mention) -> bool:
    """Whether the name in full ends as names of firms do ("Alder" for Alder Mining)."""
    return mention.key.split()[-1] in gazetteer().words["company_heads"]


def _is_called(mention: Mention, noun: str) -> bool:
    """Whether a phrase ends with the noun and says more than it ("the Supreme Court", "the Roe administration")."""
    said = mention.words.split()
    told = any(c.dep in {"compound", "amod", "poss", "nmod"} for c in mention.node.children)
    return (
        (mention.named or told)
        and len(said) > 1
        and mention.node.lower == noun
        and (mention.named or said[-1].lower() == noun)
    )
