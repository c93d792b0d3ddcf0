"""Finds what pronouns and definite descriptions stand for, so that a claim can be read alone.

Candidates are scored by salience: the subject of the same clause first, then
earlier subjects, nearer before farther, names before common nouns (after
Lappin and Leass 1994 and Hobbs 1978, reduced to what a parse without entity
types bears). Where the two best differ too little, nothing is guessed: the
pronoun stays and is reported as ambiguous.
"""

from collections.abc import Callable

from claimkb.extract.mentions import EntityAt, Mention, mentions_of
from claimkb.extract.resolution import Resolved, Speaker
from claimkb.extract.salience import (
    agree,
    best_of,
    clause_of,
    fits,
    is_own_quoter,
    lead_needed,
    number_penalty,
    score_before,
    score_here,
)
from claimkb.extract.tree import Node, Tree, descend, subject_of
from claimkb.lexicon.cues import cues

_WINDOW = 2  # sentences to look back
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})


class Discourse:
    """The memory of one document, fed sentence by sentence; `countries` counts its mentions of each in order."""

    def __init__(
        self,
        entity_at: EntityAt,
        render: Callable[[list[Node], dict[int, str]], str],
        countries: dict[str, int],
    ) -> None:
        self._countries = countries
        self._spelling: dict[str, str] = {}
        self._entity_at = entity_at
        self._render = render
        self._mentions: list[Mention] = []
        self._sentence = 0

    def read(self, tree: Tree, speaker: Speaker) -> Resolved:
        """Resolve one sentence, then remember its noun phrases; `speaker` is who says it."""
        found = Resolved()
        for node in tree.nodes:
            self._resolve(node, tree, speaker, found)
        self._mentions += list(
            mentions_of(tree, self._sentence, self._entity_at, lambda nodes: self._render(nodes, found.words))
        )
        self._mentions = [m for m in self._mentions if self._sentence - m.sentence <= 2 * _WINDOW]
        self._sentence += 1
        return found

    def _resolve(self, node: Node, tree: Tree, speaker: Speaker, found: Resolved) -> None:
        words = cues().pronouns
        if node.tag in {"PRP", "PRP$"} and node.lower not in _REFLEXIVE:
            if node.lower in words.second:
                found.ambiguous.add(id(node))
            elif node.lower in words.first_plural | words.first_singular:
                self._first_person(node, speaker, found)
            elif not _is_pleonastic(node) and not (
                len(node.text) > 1 and node.text.isupper() and node.i > tree.nodes[0].i
            ):
                self._pronoun(node, tree, speaker, found)
        elif node.is_noun and not node.kids("compound", "amod", "poss", "prep", "relcl", "acl"):
            self._description(node, tree, found)
        elif (
            node.tag == "DT"
            and node.lower in {"this", "that", "these", "those"}
            and node.dep in {"nsubj", "nsubjpass"}
        ):
            found.ambiguous.add(id(node))

    def _first_person(self, node: Node, speaker: Speaker, found: Resolved) -> None:
        """ "I" is the speaker of the quotation, "we" the country he speaks for; the author's own stay."""
        alone = node.lower in cues().pronouns.first_singular
        words = speaker.name if alone else speaker.country
        if words:
            _put(found, node, words)
            agree(found, node)
        elif speaker.name:
            found.ambiguous.add(id(node))

    def _pronoun(self, node: Node, tree: Tree, speaker: Speaker, found: Resolved) -> None:
        if _means_the_condition(node):
            return
        scored = [s for s in self._scored(node, tree, found) if not is_own_quoter(node, s[1], speaker)]
        best = best_of(scored, lead_needed(node, scored))
        if best is None:
            found.ambiguous.add(id(node))
            return
        _put(found, node, best.words)
        if best.sentence == self._sentence:
            found.antecedents[id(node)] = id(best.node)
        found.notes[id(node)] = f"{node.text!r} read as {best.words!r}"

    def _scored(self, node: Node, tree: Tree, found: Resolved) -> list[tuple[float, Mention]]:
        here = [
            m
            for m in mentions_of(
                tree, self._sentence, self._entity_at, lambda nodes: self._render(nodes, found.words)
            )
            if not any(n is node for n in descend(m.node)) and fits(node, m)
        ]
        clause = clause_of(node)
        scored: list[tuple[float, Mention]] = []
        for mention in here:
            score = score_here(node, mention, clause)
            if score is not None:
                scored.append((score - number_penalty(node, mention), mention))
        for mention in self._mentions:
            age = self._sentence - mention.sentence
            if age <= _WINDOW and fits(node, mention):
                scored.append((score_before(mention, age) - number_penalty(node, mention), mention))
        return scored

    def _description(self, node: Node, tree: Tree, found: Resolved) -> None:
        """ "the country", "both nations", "this support"."""
        words = cues().pronouns
        determiner = node.kid("det")
        if determiner is None or determiner.lower not in {"the", "this", "that", "both", "these", "those"}:
            return
        if node.lemma in words.pair_nouns and node.tag == "NNS":
            self._pair(node, determiner, tree, found)
        elif node.lemma in words.country_nouns and node.tag == "NN":
            self._country(node, determiner, tree, found)
        elif determiner.lower == "this" and node.tag == "NN":
            self._same_noun(node, determiner, found)

    def _country(self, node: Node, determiner: Node, tree: Tree, found: Resolved) -> None:
        own_subject = subject_of(clause_of(node))
        here = [m for m in self._here(tree, found) if m.node.i < node.i]
        near = [m for m in here if m.node is not own_subject] or [
            m for m in self._mentions if self._sentence - m.sentence == 1
        ]
        names = list(dict.fromkeys(m.key for m in near if m.kind == "country" and not m.plural))
        own = {m.key for m in here if m.node is own_subject}
        names = [n for n in names if n not in own]
        if len(names) == 1:
            mention = next(m for m in near if m.key == names[0])
            self._put_phrase(node, determiner, mention.words, found)
        elif names:
            found.ambiguous.add(id(node))

    def _pair(self, node: Node, determiner: Node, tree: Tree, found: Resolved) -> None:
        """Both of the two countries (or persons) that the text speaks of just before."""
        counted = any(c.lower == "two" for c in node.kids("nummod"))
        if not (determiner.lower == "both" or counted or node.lemma in {"country", "nation"}):
            return
        here = [m for m in self._here(tree, found) if m.node.i < node.i]
        recent = [*self._mentions, *here]
        for mention in recent:
            if mention.kind == "country":
                self._spelling[mention.key] = mention.words
        pair = self._leading_pair()
        if pair is None:
            found.ambiguous.add(id(node))
            return
        a, b = (self._spelling.get(name, name) for name in pair)
        self._put_phrase(node, determiner, f"{a} and {b}", found)

    def _leading_pair(self) -> tuple[str, str] | None:
        """The two countries a document speaks of most, if it is clear that these are its two."""
        ranked = sorted(self._countries.items(), key=lambda item: -item[1])
        if len(ranked) < 2 or (len(ranked) > 2 and ranked[1][1] < 1.5 * ranked[2][1]):
            return None
        first, second = ranked[0][0], ranked[1][0]
        order = list(self._countries)
        return (first, second) if order.index(first) < order.index(second) else (second, first)

    def _same_noun(self, node: Node, determiner: Node, found: Resolved) -> None:
        """ "This support" stands for the support of the sentence before."""
        earlier = [
            m for m in self._mentions if m.node.lemma == node.lemma and self._sentence - m.sentence == 1
        ]
        if (
            len(earlier) == 1
            and len(earlier[0].words.split()) > 1
            and not earlier[0].words.lower().startswith("this")
        ):
            self._put_phrase(node, determiner, earlier[0].words, found)

    def _here(self, tree: Tree, found: Resolved) -> list[Mention]:
        return list(
            mentions_of(tree, self._sentence, self._entity_at, lambda nodes: self._render(nodes, found.words))
        )

    def _put_phrase(self, node: Node, determiner: Node, words: str, found: Resolved) -> None:
        found.words[id(determiner)] = ""
        for child in node.kids("nummod", "preconj", "predet"):
            found.words[id(child)] = ""
        found.words[id(node)] = words
        found.notes[id(node)] = f"{determiner.text} {node.text!r} read as {words!r}"


def _put(found: Resolved, node: Node, words: str) -> None:
    possessive = node.tag == "PRP$"
    first, _, rest = words.partition(" ")
    if rest and first in {
        "The",
        "A",
        "An",
        "This",
        "These",
        "Some",
        "Many",
        "Several",
        "Its",
        "Their",
        "Our",
        "His",
        "Her",
    }:
        words = f"{first.lower()} {rest}"
    found.words[id(node)] = (
        f"{words}'" if possessive and words.endswith("s") else f"{words}'s" if possessive else words
    )


def _means_the_condition(node: Node) -> bool:
    """ "If X does A, it will do B": "it" is X or the doing of A, and stands well where it is."""
    if node.lower not in {"it", "this", "that"} or node.dep not in {"nsubj", "nsubjpass"}:
        return False
    return any(c.dep == "advcl" and c.i < node.i and c.kid("mark") is not None for c in node.head.children)


def _is_pleonastic(node: Node) -> bool:
    """ "It is clear that P", "it is X that does", "it rains"."""
    if node.lower != "it":
        return False
    verb = node.head
    if node.dep == "expl" or (verb.lemma in cues().pronouns.pleonastic_predicates and node.dep == "nsubj"):
        return True
    clausal = [
        c for c in descend(verb) if c.dep in {"ccomp", "xcomp", "csubj", "advcl", "acl"} and c.i > node.i
    ]
    if verb.lemma == "be":
        complement = verb.kid("acomp", "attr")
        inside = complement.kids("relcl", "ccomp", "xcomp", "acl", "advcl") if complement is not None else []
        return bool(inside) or (
            complement is not None
            and any(c.head is verb and c.dep in {"ccomp", "xcomp", "advcl"} for c in clausal)
        )
    return verb.tag == "VBN" and any(c.dep == "ccomp" for c in verb.children)
