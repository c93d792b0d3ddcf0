"""The only woman, or the only man, of whom a text speaks: "she" is her, however far or deep she was named.

The last resort, where salience leaves a pronoun open. One person named so far
is known to be of the pronoun's sex; everybody else who may be is far back,
only speaks, or is nobody known. Whoever is quoted is never meant, nor whom
grammar denies the pronoun.
"""

from collections.abc import Iterable, Mapping, Sequence

from claimkb.extract.agreement import pronoun_gender
from claimkb.extract.barring import barred
from claimkb.extract.binding import holds, says
from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Speaker
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

_REACH = 6  # sentences since the person was named
_NEAR = 3  # sentences in which nobody else who may be meant is spoken of


def only_one(
    node: Node,
    cast: Iterable[Mention],
    near: Sequence[Mention],
    sentence: int,
    speaker: Speaker,
    genders: Mapping[str, Gender],
) -> Mention | None:
    """The only person a pronoun can mean; `cast` are the last mentions of all named, `near` those of the memory."""
    sex = pronoun_gender(node)
    quoted = speaker.is_quoted(node.start)
    may_be = [m for m in cast if _of(m, genders) in {sex, Gender.UNKNOWN}]
    if quoted:
        may_be = [m for m in may_be if m.key not in speaker.keys]
    known = [m for m in may_be if _of(m, genders) is sex]
    known = known or may_be  # nobody of that sex, and one of whom it is not known
    if len(known) != 1 or sentence - known[0].sentence > _REACH:
        return None
    best = known[0]
    if any(m is not best and sentence - m.sentence < _NEAR for m in may_be):
        return None
    if quoted and not speaker.keys and any(m.key == best.key and says(m.node) for m in near):
        return None  # may be the one who is quoted
    here = [m for m in near if m.sentence == sentence]
    if best.key in barred(node, here) or any(m.key == best.key and holds(m.node, node) for m in here):
        return None
    return None if any(_is_rival(m, sex, sentence) for m in near) else best


def _of(mention: Mention, genders: Mapping[str, Gender]) -> Gender:
    return genders.get(mention.key) or mention.gender


def _is_rival(mention: Mention, sex: Gender, sentence: int) -> bool:
    """Whether somebody without a name may be meant as well."""
    if (
        mention.kind not in {"person", "name"}
        or mention.plural
        or mention.gender not in {sex, Gender.UNKNOWN}
    ):
        return False
    if mention.kind == "name":
        return mention.subject and sentence - mention.sentence < _NEAR
    told = mention.node.lemma in cues().pronouns.anybody_nouns and mention.node.kid("det") is not None
    return not (mention.named or told or (says(mention.node) and mention.sentence < sentence))
