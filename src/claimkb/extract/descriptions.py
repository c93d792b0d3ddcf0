"""What definite descriptions stand for: "the country", "both nations", "the court", "this support".

A description is read as the last name it can repeat; where two names fit
equally well nothing is guessed. "The government" without a name before it
is left as it stands.
"""

from collections.abc import Mapping, Sequence

from claimkb.extract.binding import clause_of
from claimkb.extract.bodies import REACH, name_body, only_one
from claimkb.extract.lone import Lone
from claimkb.extract.mention import Mention
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node, subject_of
from claimkb.extract.wording import put_phrase
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer

_DETERMINERS = frozenset({"the", "this", "that", "both", "these", "those"})


def may_describe(node: Node) -> bool:
    """Whether a node is a noun with a determiner that takes up something said before."""
    determiner = node.kid("det") if node.is_noun else None
    return determiner is not None and determiner.lower in _DETERMINERS


def points(node: Node) -> bool:
    """Whether a noun is pointed at ("this campaign", "these people")."""
    return any(c.lower in {"this", "that", "these", "those"} for c in node.kids("det"))


class Descriptions:
    """Resolves the definite descriptions of one document.

    `countries` counts its mentions of each in order, `spoken_of` those of their bodies as well.
    """

    def __init__(self, countries: Mapping[str, int], spoken_of: Mapping[str, int]) -> None:
        self._countries = countries
        self._spelling: dict[str, str] = {}
        self._lone = Lone(spoken_of)
        self._bodies: set[str] = set()  # the nouns of fuller phrases: "the firm" may be any of them

    def resolve(
        self, node: Node, here: Sequence[Mention], before: Sequence[Mention], sentence: int, found: Resolved
    ) -> None:
        """Read one noun; `here` are the mentions of its sentence, `before` those of earlier ones."""
        determiner = node.kid("det")
        if determiner is None or not may_describe(node):
            return
        here = [m for m in here if m.node.i < node.i]
        last = [m for m in before if sentence - m.sentence == 1]
        self._read(node, determiner, [*before, *here], here, last, sentence, found)
        if not found.words.get(id(node)) and id(node) not in found.ambiguous and node.tag == "NN":
            self._lone.resolve(node, determiner, here, found)

    def alone(self, node: Node, here: Sequence[Mention], found: Resolved) -> None:
        """Read one noun as the only thing of its kind that the text names."""
        determiner = node.kid("det")
        if determiner is not None:
            self._lone.resolve(node, determiner, [m for m in here if m.node.i < node.i], found)

    def learn(self, here: Sequence[Mention]) -> None:
        """Remember the names of a sentence, and the nouns that it speaks of bodies by."""
        self._lone.learn(here)
        self._bodies.update(m.lemma for m in here if not m.named and _tells_which(m.node))

    def _read(
        self,
        node: Node,
        determiner: Node,
        recent: list[Mention],
        here: Sequence[Mention],
        last: Sequence[Mention],
        sentence: int,
        found: Resolved,
    ) -> None:
        words = cues().pronouns
        if node.lemma in words.pair_nouns and node.tag == "NNS":
            self._pair(node, determiner, recent, found)
        elif node.tag != "NN" or determiner.lower in {"both", "these", "those"}:
            return
        elif node.lemma == "state" and (states := [m for m in recent if _is_us_state(m)]):
            only_one(node, determiner, [m for m in states if sentence - m.sentence <= REACH], found)
        elif node.lemma in words.country_nouns:
            _country(node, determiner, here, last, found)
        elif node.lemma in words.city_nouns:
            _city(node, determiner, recent, sentence, found)
        elif node.lemma in words.group_nouns:
            name_body(node, determiner, recent, sentence, found, is_told=node.lemma in self._bodies)
        elif determiner.lower == "this":
            _same_noun(node, determiner, last, found)

    def _pair(self, node: Node, determiner: Node, recent: Sequence[Mention], found: Resolved) -> None:
        """Both of the two countries (or persons) that the text speaks of just before."""
        counted = any(c.lower == "two" for c in node.kids("nummod"))
        if not (determiner.lower == "both" or counted or node.lemma in {"country", "nation"}):
            return
        if node.lemma == "party":
            found.ambiguous.add(id(node))  # of a contract, or of a country
            return
        for mention in recent:
            if mention.kind == "country" and not mention.plural:
                self._spelling[mention.key] = mention.words
        pair = _two_persons(recent) if node.lemma == "leader" else self._leading_pair()
        if pair is None:
            found.ambiguous.add(id(node))
            return
        a, b = (self._spelling.get(name, name) for name in pair)
        put_phrase(node, determiner, f"{a} and {b}", found)

    def _leading_pair(self) -> tuple[str, str] | None:
        """The two countries a document speaks of most, if it is clear that these are its two."""
        ranked = sorted(self._countries.items(), key=lambda item: -item[1])
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] < 1.5 * ranked[2][1]):
            return None
        first, second = ranked[0][0], ranked[1][0]
        order = list(self._countries)
        return (first, second) if order.index(first) < order.index(second) else (second, first)


def _two_persons(recent: Sequence[Mention]) -> tuple[str, str] | None:
    names: dict[str, str] = {}
    for mention in recent:
        if mention.kind == "person" and mention.named and not mention.plural:
            names.setdefault(mention.key, mention.words)
    a, b, *others = [*names.values(), "", ""]
    return (a, b) if b and not any(others) else None


def _country(
    node: Node, determiner: Node, here: Sequence[Mention], last: Sequence[Mention], found: Resolved
) -> None:
    own_subject = subject_of(clause_of(node))
    near = [m for m in here if m.node is not own_subject] or list(last)
    names = list(dict.fromkeys(m.key for m in near if m.kind == "country" and not m.plural))
    own = {m.key for m in here if m.node is own_subject}
    names = [n for n in names if n not in own]
    if len(names) == 1:
        mention = next(m for m in near if m.key == names[0])
        put_phrase(node, determiner, mention.words, found)
        found.meant[id(node)] = mention
    elif names:
        found.ambiguous.add(id(node))


def _is_us_state(mention: Mention) -> bool:
    return mention.key in gazetteer().states


def _tells_which(node: Node) -> bool:
    """Whether a phrase is of one body in particular ("an accounting firm")."""
    return node.tag == "NN" and node.kid("det") is not None and node.kid("compound") is not None


def is_elsewhere(node: Node, here: Sequence[Mention]) -> bool:
    """Whether something else that is named in the sentence may be the city ("in X, 200 joined the city's march")."""
    near = [m for m in here if m.named and m.node.i < node.i and m.kind not in {"person", "country", "place"}]
    return any(m.node.dep == "pobj" and m.node.head.lower in {"in", "at", "near", "outside"} for m in near)


def _city(node: Node, determiner: Node, recent: Sequence[Mention], sentence: int, found: Resolved) -> None:
    if is_elsewhere(node, [m for m in recent if m.sentence == sentence]):
        return
    places = [m for m in recent if m.kind == "place" and m.named and sentence - m.sentence <= REACH]
    only_one(node, determiner, places, found)


def _same_noun(node: Node, determiner: Node, last: Sequence[Mention], found: Resolved) -> None:
    """ "This support" stands for the support of the sentence before."""
    earlier = [m for m in last if m.node.lemma == node.lemma]
    if len(earlier) == 1:
        words = earlier[0].words
        if len(words.split()) > 1 and not words.lower().startswith("this"):
            put_phrase(node, determiner, words, found)
