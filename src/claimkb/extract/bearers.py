"""Who bears a title, a role or a surname: "the president", "the suspect", "Roe", once the text has told it of Ann Roe.

A bare noun stands for the one person whom the text has named with it: beside
the name, by "is a", by what was done to him ("was charged": the suspect). With
two bearers it stays open, somebody without a name among them ("a senator
left"), but where one of them only is introduced as no foreigner.
"""

from collections.abc import Sequence
from dataclasses import replace

from claimkb.extract.binding import says
from claimkb.extract.mention import Mention, is_proper, named_as
from claimkb.extract.overview import Overview
from claimkb.extract.persons import bare_surname, bare_title, titles_of
from claimkb.extract.resolution import Resolved
from claimkb.extract.tree import Node
from claimkb.extract.wording import lowered
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

_INDEFINITE = frozenset({"a", "an", "another", "some", "several", "many", "one"})
_PARTIES = frozenset({"democratic", "republican", "conservative", "liberal", "labour", "labor"})
_NOBODY = ""
_NEAR = 3  # sentences back in which a thing must have been named for its noun to stand for it


class Bearers:
    """The persons of one document by their titles, roles and surnames."""

    def __init__(self, overview: Overview) -> None:
        self._words: dict[str, dict[str, str]] = {}  # title or surname -> key of each bearer -> words
        self._heralds = overview.heralds
        self._names = overview.names
        self._topics = overview.topics
        self._named: dict[str, Mention] = {}  # the last mention of each that is no person
        self._first: dict[str, int] = {}  # the first sentence that named each
        self._last: dict[str, int] = {}  # and the last

    def read(self, mention: Mention) -> Mention:
        """Learn from a mention; a bare title or surname as a mention of the person who bears it."""
        if mention.kind == "person":
            self._learn(mention)
        elif mention.named and not mention.plural:
            self._last[mention.key] = mention.sentence
            self._named[mention.key] = mention
            for noun in _kinds_of(mention.node):
                self._words.setdefault(noun, {})[mention.key] = mention.words
        title = bare_title(mention.node)
        bearers = self._bearers(title, mention.sentence) if title else {}
        surname = bare_surname(mention.node)
        bearers = bearers or self._words.get(surname, {})
        if len(bearers) > 1 and surname:
            if says(mention.node):
                mention = replace(mention, kind="person", named=True, plural=False)
            return replace(mention, gender=Gender.UNKNOWN)  # "Clinton" is no first name where it is a surname
        if len(bearers) == 1:
            key, words = next(iter(bearers.items()))
            return named_as(mention, key, words) if words else mention
        return mention

    def _learn(self, mention: Mention) -> None:
        if mention.named and not mention.plural and is_proper(mention):
            self._first.setdefault(mention.key, mention.sentence)
            self._last[mention.key] = mention.sentence
            for title in titles_of(mention.node) | _roles_of(mention.node):
                self._words.setdefault(title, {})[mention.key] = mention.words
            self._words.setdefault(mention.key.split()[-1], {})[mention.key] = mention.words
        elif not mention.named and _is_new(mention.node):
            new = "*" if mention.plural else "?"
            self._words.setdefault(mention.node.lemma, {})[f"{new}{mention.sentence}.{mention.node.i}"] = (
                _NOBODY
            )

    def resolve(self, node: Node, here: Sequence[Mention], sentence: int, found: Resolved) -> None:
        """ "The president" by the name of the one president the text has named."""
        determiner = node.kid("det")
        if determiner is None or id(node) in found.words or node.kids("nummod"):
            return
        title = bare_title(node) or self._partys(node)
        bearers = self._bearers(title or _bare_kind(node), sentence)
        if len(bearers) > 1 and title:
            bearers = self._main_of(bearers, sentence)
        if len(bearers) > 1 and (not title or not self._is_office(title, bearers, sentence)):
            found.ambiguous.add(id(node))
        key, words = next(iter(bearers.items()), ("", _NOBODY))
        if len(bearers) != 1 or words == _NOBODY:
            return
        if not title and (sentence - self._last.get(key, -9) > _NEAR or _has_rival(node, key, here)):
            return
        found.words |= {
            id(n): "" for n in (determiner, *node.kids("amod", "compound"))
        }  # "the prime minister"
        words = lowered(self._names.of(words, key))
        found.words[id(node)] = words
        found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"
        if key in self._named:
            found.meant[id(node)] = self._named[key]
        own = next((m for m in here if m.key == key and m.named and m.node is not node), None)
        if own is not None:
            found.antecedents[id(node)] = found.antecedents[id(determiner)] = frozenset({id(own.node)})

    def _main_of(self, bearers: dict[str, str], sentence: int) -> dict[str, str]:
        """Of several bearers the one whom the text is about, unless another has just been named."""
        main = {k: w for k, w in bearers.items() if k in self._topics}
        others = bearers.keys() - main.keys()
        return main if len(main) == 1 and all(not self._is_near(k, sentence) for k in others) else bearers

    def _is_office(self, title: str, bearers: dict[str, str], sentence: int) -> bool:
        """Whether a title is said of the office rather than of one of those named ("the president will decide")."""
        near = [k for k in bearers if self._is_near(k, sentence)]
        return title in cues().clauses.unique_roles and len(near) < 2

    def _is_near(self, key: str, sentence: int) -> bool:
        return sentence - self._last.get(key, -9) <= 1

    def _partys(self, node: Node) -> str:
        """The noun of "the Democratic senator", where the text has named but one senator."""
        told = node.kids("amod", "compound")
        plain = not node.kids("poss", "prep", "relcl", "acl", "nmod", "conj", "appos")
        if node.tag != "NN" or not plain or not told or any(c.lower not in _PARTIES for c in told):
            return ""
        return node.lemma if len([w for w in self._words.get(node.lemma, {}).values() if w]) == 1 else ""

    def _bearers(self, title: str, sentence: int) -> dict[str, str]:
        """Who may be meant by a title: those named with it before, else in the whole text."""
        if not title:
            return {}
        told = self._words.get(title, {})
        heralded = self._heralds.bearers.get(title, {})
        bearers = told or heralded
        if not any(told.values()) and len(heralded) == 1 and title in cues().pronouns.age_nouns:
            first = self._first.get(next(iter(heralded)), -1)
            later = [k for k in told if k[0] == "?" and int(k[1:].partition(".")[0]) > first]
            bearers = told if later else heralded  # "a teenager" before his name is the one who is named
        if len(bearers) > 1:
            foreign = self._heralds.foreign & bearers.keys()
            at_home = {k: w for k, w in bearers.items() if k not in foreign}
            if len(at_home) == 1 and all(sentence - self._last.get(k, -9) > 1 for k in foreign):
                return at_home
        return bearers


def _roles_of(node: Node) -> frozenset[str]:
    """The nouns that a sentence gives a person: what it says he is, and what he is by what was done to him."""
    words = cues().pronouns
    verb = node.head
    done = node.dep in {"nsubjpass", "dobj"} and not verb.kids("neg")
    roles: set[str] = set()
    if done and verb.lemma in words.charging_verbs:
        roles |= {"suspect", "defendant", "accused"}
    if done and verb.lemma in words.harming_verbs:
        roles.add("victim")
    doing = [
        v
        for v in (verb, *verb.kids("conj"))
        if v.lemma in words.harming_verbs and not v.kids("neg", "auxpass")
    ]
    if node.dep == "nsubj" and doing:
        roles |= {"suspect", "attacker", "assailant"}
        roles |= {"shooter", "gunman"} if any(v.lemma == "shoot" for v in doing) else set()
    if node.dep == "nsubj" and verb.lemma == "be" and not verb.kids("neg", "aux"):
        roles |= {c.lemma for c in verb.kids("attr") if c.tag == "NN" and c.lemma in words.person_nouns}
    return frozenset(roles)


def _kinds_of(node: Node) -> frozenset[str]:
    """The common nouns that a name of no person is introduced with ("the tanker Alma", "Alder, a mining company")."""
    beside = [c for c in node.kids("appos", "compound", "nmod") if c.tag == "NN" and c.text.islower()]
    if node.dep == "appos" and node.head.tag == "NN":
        beside.append(node.head)
    if node.dep == "nsubj" and node.head.lemma == "be" and not node.head.kids("neg", "aux"):
        beside += [c for c in node.head.kids("attr") if c.tag == "NN"]
    return frozenset(c.lemma for c in beside if not c.lemma.endswith("-"))


def _has_rival(node: Node, key: str, here: Sequence[Mention]) -> bool:
    """Whether another body is named before a noun for a body in its sentence."""
    if node.lemma not in cues().pronouns.group_nouns:
        return False
    return any(
        m.named and m.key != key and m.kind not in {"country", "place"} for m in here if m.node.i < node.i
    )


def _bare_kind(node: Node) -> str:
    """The noun of "the tanker": a definite one that nothing modifies."""
    bare = node.tag == "NN" and not node.kids(
        "compound", "amod", "poss", "prep", "relcl", "acl", "nmod", "appos"
    )
    return node.lemma if bare and node.lemma not in cues().pronouns.time_nouns else ""


def _is_new(node: Node) -> bool:
    """Whether a common noun brings in somebody whose name is not told ("a senator", "two officers", "officers")."""
    if node.lemma not in cues().pronouns.person_nouns or node.dep in {"attr", "appos"} or node.kids("appos"):
        return False
    if node.dep == "pobj" and node.head.lower == "as":
        return False
    determiner = node.kid("det")
    if determiner is None:
        return node.tag == "NNS" and not node.kids("poss")
    return determiner.lower in _INDEFINITE
