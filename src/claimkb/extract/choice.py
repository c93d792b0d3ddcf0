"""Which of the scored candidates a pronoun stands for: the best, if it leads every other clearly.

How clearly depends on who may be confused with whom: two persons of one
sentence, or whoever speaks with whom he speaks of, need a wide lead; what two
words name alike is no rival. Whoever is quoted is "I", never "he".
"""

from collections.abc import Mapping

from claimkb.extract.agreement import is_lifeless, pronoun_gender
from claimkb.extract.binding import is_possessive, says
from claimkb.extract.mention import Mention, described_as
from claimkb.extract.persons import is_bare, titles_of
from claimkb.extract.resolution import Speaker
from claimkb.extract.tree import Node, ancestors
from claimkb.lexicon.cues import cues

_MARGIN = 0.6  # the best candidate must lead by this much; 0.6 kept wrong guesses under one in ten on development text
_CLOSE_SPEECH = 2.0  # "X told Y that he": the lead needed where one person speaks about another
_FAR_SPEECH = 1.4  # where the other person is in a sentence before
_BESIDE = 3.0  # "X met Y. He": out of reach, so that nothing is guessed
_ANYBODY = 0.8
_LEAST = 1.2  # a lone candidate must be this salient: 1.2 leaves out what stands deep in an earlier sentence
_LEAST_ALONE = 0.2  # of the one person or body there is
_QUOTED = 0.8
_PAST = 0.5  # what a person loses where the sentence between names another
_NOISE = 1e-9  # of adding up scores


def is_own_quoter(node: Node, mention: Mention, speaker: Speaker) -> bool:
    """Whoever is quoted says "I": "she" in a quotation is somebody else.

    Where it is not known who is quoted, anybody outside the quotation may be.
    """
    if not speaker.is_quoted(node.start):
        return False
    if mention.plural and speaker.name and _bare(mention.words) == _bare(speaker.name):
        return True  # police, of whom the text gives no name
    if mention.kind not in {"person", "name"}:
        if mention.key == speaker.side.key:
            return True  # his own side is "we" to him
        outside = not speaker.is_quoted(mention.node.start)
        told = node.dep == "nsubj" and node.head.lemma == "be" and node.head.kid("attr") is not None
        return outside and (mention.node.start > node.end or told or _frames(node, mention))
    if mention.key == speaker.side.key:
        return True  # his own side is "we" to him
    if speaker.keys:
        return mention.key in speaker.keys or any(_is_titled(k, mention.key) for k in speaker.keys)
    return not speaker.is_quoted(mention.node.start)


def _bare(words: str) -> str:
    return words.lower().removeprefix("the ")


def _is_titled(key: str, name: str) -> bool:
    """Whether a key is a surname behind an office ("ADA Roe" for Ann Roe)."""
    first, _, last = key.rpartition(" ")
    office = first.isupper() or first.lower() in cues().pronouns.person_nouns
    return office and last == name.rpartition(" ")[2]


def quoted_aside(node: Node, mention: Mention, speaker: Speaker) -> float:
    """What a thing loses that only somebody quoted before has spoken of: the writer's "it" is seldom that."""
    unnamed = not mention.named and mention.kind not in {"person", "name"} and mention.noun is None
    return (
        _QUOTED
        if unnamed and speaker.is_quoted(mention.node.start) and not speaker.is_quoted(node.start)
        else 0.0
    )


def _frames(node: Node, mention: Mention) -> bool:
    """Whether a thing is spoken of in the words around a quotation with "it": seldom what the quoted words mean."""
    around = any(a is mention.node.head for a in ancestors(node))
    return node.lower in cues().pronouns.thing and not mention.named and around and node.dep != "poss"


def lead_needed(node: Node, scored: list[tuple[float, Mention]]) -> float:
    """How clearly the best must lead: more where one person speaks about another."""
    if node.lower not in cues().pronouns.person:
        return _MARGIN
    sayers = [a for a in ancestors(node) if a.lemma in cues().attribution.verbs]
    saying = [m for _, m in scored if m.node.head in sayers and m.subject]
    if not saying or is_possessive(node):
        return _MARGIN
    if not saying[0].named and saying[0].node.lemma in cues().pronouns.principals:
        return _FAR_SPEECH  # "the opposition leader said he had won"
    beside = {m.key for _, m in scored if m.sentence == saying[0].sentence} - {saying[0].key}
    return _CLOSE_SPEECH if beside or titles_of(saying[0].node) or not saying[0].named else _FAR_SPEECH


def best_of(
    scored: list[tuple[float, Mention]], margin: float, prior: Mapping[str, float], sentence: int
) -> Mention | None:
    """The best mention, if it leads every mention of another thing clearly; `sentence` is the pronoun's own.

    Whoever is named in the pronoun's own sentence is not outdone by the topic of the text.

    Of two persons named in one earlier sentence, either may be the next one's "he".
    """
    scored = _as_named(scored)
    named = any(m.kind == "person" and m.named for _, m in scored)
    scored = [
        (s - _ANYBODY if named and m.sentence < sentence and _is_anybody(m) else s, m) for s, m in scored
    ]
    scored = [
        (s - _PAST if m.key not in prior and _is_past(m, scored, sentence) else s, m) for s, m in scored
    ]
    totals: dict[str, tuple[float, Mention]] = {}
    counts: dict[str, int] = {}
    for score, mention in scored:
        counts[mention.key] = counts.get(mention.key, 0) + 1
        if mention.key not in totals or score > totals[mention.key][0]:
            totals[mention.key] = (score, mention)
    topical = {m.key for _, m in scored if m.sentence == sentence} or totals.keys()
    ranked = sorted(
        (
            (
                score + 0.2 * min(counts[key] - 1, 3) + (prior.get(key, 0.0) if key in topical else 0.0),
                mention,
            )
            for key, (score, mention) in totals.items()
        ),
        key=lambda pair: (-pair[0], pair[1].member, pair[1].node.start),
    )
    if not ranked:
        return None
    best = ranked[0][1]
    others = [(s, m) for s, m in ranked[1:] if not _is_same_man(m, best) and not _is_one_of(m, best)]
    if _is_police(best):  # "police", "the officers", "cops": rather as the pronoun's own sentence says it
        near = [m for s, m in ranked if _is_police(m) and ranked[0][0] - s < _MARGIN]
        best = max(near, key=_sentence_of)
        others = [(s, m) for s, m in others if not _is_police(m)]
    if best.kind == "person" and sum(" " in m.key and _shares_surname(m, best) for _, m in ranked) == 1:
        others = [(s, m) for s, m in others if not _shares_surname(m, best)]  # "Roe" of two Roes
    ranked = [*ranked[:1], *others]
    alone = all(score <= 0 and m.kind == "name" for score, m in ranked[1:])
    alone = alone and (best.kind in {"person", "organisation"} or best.subject)
    if ranked[0][0] < (_LEAST_ALONE if alone else _LEAST):
        return None
    margin = margin if says(best.node) else _MARGIN  # "X told Y that he": only X is in doubt
    rivals = ((m, _BESIDE if _are_beside(best, m) else _against(m, margin, sentence)) for _, m in ranked[1:])
    leads = (ranked[0][0] - score for score, _ in ranked[1:])
    if any(lead < needed - _NOISE for lead, (_, needed) in zip(leads, rivals, strict=True)):
        return None
    return best


def _as_named(scored: list[tuple[float, Mention]]) -> list[tuple[float, Mention]]:
    """ "The teenager" as the only person named whom a pronoun may mean: the two are seldom different persons."""
    bare = [m for _, m in scored if m.kind == "person" and not m.named and is_bare(m.node)]
    if not bare:
        return scored
    by_key = {m.key: m for _, m in scored if m.kind == "person" and m.named and not m.plural}
    if len(by_key) != 1:
        return scored
    name = next(iter(by_key.values()))
    return [(s, described_as(m, name) if m in bare and m.node.i != name.node.i else m) for s, m in scored]


def _is_past(mention: Mention, scored: list[tuple[float, Mention]], sentence: int) -> bool:
    """Whether a person of an earlier sentence has since made way for another who is named."""
    if mention.kind != "person" or mention.sentence >= sentence - 1:
        return False
    later = [m for _, m in scored if m.named and m.sentence == sentence - 1]
    return bool(later) and all(m.key != mention.key for m in later)


def _is_same_man(rival: Mention, best: Mention) -> bool:
    """ "A man was held. Police named Al Roe": whoever is brought in without a name is the one named then."""
    told = rival.node.lemma in cues().pronouns.anybody_nouns  # "the woman who is accused ... Ann Roe"
    new = any(c.lower in {"a", "an"} or (told and c.lower == "the") for c in rival.node.kids("det"))
    unnamed = rival.kind == "person" and not rival.named and not rival.plural and new
    return unnamed and best.kind == "person" and best.named and rival.sentence < best.sentence


def _sentence_of(mention: Mention) -> int:
    return mention.sentence


def _is_police(mention: Mention) -> bool:
    return mention.plural and not mention.named and mention.lemma in cues().pronouns.police_nouns


def _shares_surname(mention: Mention, best: Mention) -> bool:
    """Whether two names end alike ("Roe", "Ann Roe"), or are one."""
    return mention.named and mention.key.rpartition(" ")[2] == best.key.rpartition(" ")[2]


def _is_one_of(rival: Mention, best: Mention) -> bool:
    """Whether a mention is one of those that a coordination joins: "nurses" is no rival of "nurses and doctors"."""
    if not rival.member or best.member or not best.plural or rival.sentence != best.sentence:
        return False
    node = rival.node
    while node is not best.node and node.dep == "conj":
        node = node.head
    return node is best.node


def _against(rival: Mention, margin: float, sentence: int) -> float:
    """The lead needed over one rival: whoever an earlier sentence names only in passing is hardly spoken about."""
    return margin if rival.sentence == sentence or rival.subject else min(margin, _MARGIN)


def spoke_of_another(node: Node, best: Mention, meant: Mapping[str, tuple[Node, int]]) -> bool:
    """ "He was alone, Roe said. His body ...": who spoke of another person may not be the one who is meant."""
    if best.kind != "person" or not says(best.node) or says(node):
        return False
    pronouns = [p for key, (p, at) in meant.items() if at == best.sentence and key != best.key]
    return any(p is not node and pronoun_gender(p) is pronoun_gender(node) for p in pronouns)


def _are_beside(a: Mention, b: Mention) -> bool:
    """Whether two persons are the subject and the object of one verb in a sentence before."""
    persons = a.kind == b.kind == "person" and a.named and b.named
    groups = a.plural and b.plural and not is_lifeless(a) and not is_lifeless(b)
    return (
        (persons or groups)
        and a.sentence == b.sentence
        and a.node.head is b.node.head
        and b.node.dep == "dobj"
    )


def _is_anybody(mention: Mention) -> bool:
    """ "A replacement candidate" that is no subject: somebody who is not known is seldom spoken of further."""
    unnamed = mention.kind == "person" and not mention.named and not mention.subject
    return unnamed and any(c.lower in {"a", "an", "any"} for c in mention.node.kids("det"))
