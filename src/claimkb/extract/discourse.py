"""Finds what pronouns and definite descriptions stand for, so that a claim can be read alone.

Candidates are scored by salience: the subject of the same clause first, then
earlier subjects, nearer before farther, names before common nouns (after
Lappin and Leass 1994 and Hobbs 1978, reduced to what a parse without entity
types bears). Where the two best differ too little, nothing is guessed: the
pronoun stays and is reported as ambiguous.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claimkb.extract.acquaintances import Acquaintances
from claimkb.extract.agreement import fits, pronoun_gender, same_person
from claimkb.extract.binding import (
    clause_of,
    holds,
    is_possessive,
    means_the_condition,
    subject_for,
    thanked,
)
from claimkb.extract.candidates import candidates
from claimkb.extract.choice import best_of, is_own_quoter, lead_needed, quoted_aside, spoke_of_another
from claimkb.extract.descriptions import may_describe
from claimkb.extract.expletives import is_pleonastic
from claimkb.extract.firstperson import first_person, is_numeral, put_words, second_person, spell_out
from claimkb.extract.mention import Mention, Words, taken_up
from claimkb.extract.mentions import mentions_of
from claimkb.extract.namesakes import EntityAt
from claimkb.extract.nouns import Nouns
from claimkb.extract.overview import Overview
from claimkb.extract.pronoun_kinds import (
    is_acronym,
    is_anybody,
    is_both,
    is_shared_out,
    is_strangers,
    means_side,
    stands_alone,
    unnamed_sayer,
)
from claimkb.extract.protagonist import only_one
from claimkb.extract.resolution import Resolved, Speaker
from claimkb.extract.somebody import Scene
from claimkb.extract.tree import NOUN_TAGS, Node, Tree
from claimkb.extract.whereabouts import points_there, resolve_there
from claimkb.lexicon.cues import cues

_SOME = frozenset(
    {"those", "some", "others", "many", "most", "all", "several", "few", "both", "anyone", "everyone"}
)
_MEMORY = 4  # sentences whose noun phrases are kept
_TAKING_UP = NOUN_TAGS | {"PRP", "PRP$", "DT", "RB"}  # tags of words that may stand for something
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})


class Discourse:
    """The memory of one document, fed sentence by sentence; `overview` is what is known of all of it before."""

    def __init__(
        self,
        entity_at: EntityAt,
        render: Callable[[list[Node], dict[int, str]], str],
        overview: Overview,
    ) -> None:
        self._names = overview.names
        self._nouns = Nouns(overview)
        self._entity_at = entity_at
        self._render = render
        self._mentions: list[Mention] = []
        self._topics = overview.topics
        self._sentence = 0
        # mentions of a sentence at one state of resolution
        self._seen: tuple[Tree, int, list[Mention]] | None = None
        self._known = Acquaintances(overview.heralds)
        self._meant: dict[str, tuple[Node, int]] = {}  # key -> its last pronoun, the sentence of that
        self._taken: dict[int, Mention] = {}  # the pronouns of a sentence as mentions of what they stand for

    def read(self, tree: Tree, speaker: Speaker, inserted: Sequence[Tree] = ()) -> Resolved:
        """Resolve one sentence, then remember its noun phrases; `speaker` is who says it.

        What was `inserted` into it is read after it and then forgotten.
        """
        found = self._read(tree, speaker)
        kept, sentence = self._mentions, self._sentence
        for aside in inserted:
            found.add(self._read(aside, speaker))
            self._mentions, self._sentence = kept, sentence
        return found

    def _read(self, tree: Tree, speaker: Speaker) -> Resolved:
        found = Resolved()
        self._taken = {}
        speaker = self._named(speaker, tree, found)
        for node in tree.nodes:
            if node.tag in _TAKING_UP:
                self._resolve(node, tree, speaker, found)
        here = self._here(tree, found)
        found.names.update(self._names.surnames(tree, self._entity_at))
        self._nouns.learn(tree.nodes, here, self._sentence)
        self._known.remember(here)
        mentions = [*self._mentions, *here]
        self._mentions = [m for m in mentions if self._sentence - m.sentence < _MEMORY]
        self._sentence += 1
        return found

    def _named(self, speaker: Speaker, tree: Tree, found: Resolved) -> Speaker:
        """The speaker of "...," he said, by the name that "he" stands for."""
        if speaker.name.lower() not in cues().pronouns.person:
            return speaker
        own = (n for n in tree.nodes if n.text == speaker.name and not speaker.is_quoted(n.start))
        node = next(own, None)
        best = self._pronoun(node, tree, replace(speaker, name="", keys=frozenset()), found) if node else None
        name = best.words if best is not None else ""
        return replace(speaker, name=name, keys=frozenset({best.key}) if best is not None else frozenset())

    def _resolve(self, node: Node, tree: Tree, speaker: Speaker, found: Resolved) -> None:
        words = cues().pronouns
        if node.tag in {"PRP", "PRP$"} and node.lower not in _REFLEXIVE and node.lower != "one":
            if node.lower in words.second:
                second_person(node, speaker, found)
            elif node.lower in words.first_plural or node.lower in words.first_singular:
                if is_numeral(node, tree):
                    return
                first_person(node, speaker, found)
            elif (
                is_both(node, tree)
                or is_anybody(node)
                or (speaker.is_quoted(node.start) and is_strangers(node))
            ):
                found.ambiguous.add(id(node))
            elif not is_pleonastic(node) and not is_acronym(node, tree) and not is_shared_out(node, tree):
                self._pronoun(node, tree, speaker, found)
        elif may_describe(node):
            here = self._here(tree, found)
            scene = Scene(here, self._mentions, self._sentence, speaker, self._known.genders)
            self._nouns.resolve(node, scene, found)
        elif points_there(node):
            if not speaker.is_quoted(node.start):
                resolve_there(node, self._here(tree, found), self._mentions, self._sentence, found)
        elif node.tag == "DT" and node.lower in words.demonstrative and stands_alone(node):
            found.ambiguous.add(id(node))

    def _pronoun(self, node: Node, tree: Tree, speaker: Speaker, found: Resolved) -> Mention | None:
        """Resolve one pronoun of the third person; the mention it stands for, None where that is not clear."""
        if id(node) in found.words or means_the_condition(node) or self._bound(node, found):
            return None
        scored = [
            (score - quoted_aside(node, mention, speaker), mention)
            for score, mention in self._scored(node, tree, found)
            if not is_own_quoter(node, mention, speaker)
        ]
        best = best_of(scored, lead_needed(node, scored), self._topics, self._sentence)
        if best is None and node.lower in cues().pronouns.person:
            best = self._only_one(node, tree, speaker, found)
        before = best is not None and best.sentence < self._sentence
        loose = best is None or before or best.words.startswith(speaker.side.words)
        if loose and means_side(node, speaker):
            put_words(found, node, speaker.side.words)
            return None
        if best is None or (before and spoke_of_another(node, best, self._meant)):
            found.ambiguous.add(id(node))
            return None
        if best.is_loose:
            found.ambiguous.add(id(node))
            return None
        if best.kind == "person":
            words = self._names.of(best.words, best.key)
            best = replace(best, said=Words(lambda: words))
        put_words(found, node, best.words)
        spell_out(found, node)
        self._taken[id(node)] = taken_up(best, node, self._sentence)
        self._meant[best.key] = node, self._sentence
        if best.kind == "person" and (best.named or best.sentence == self._sentence):
            self._known.genders.setdefault(best.key, best.gender or pronoun_gender(node))
        named = self._named_here(node, best, tree, found)
        if named:
            found.antecedents[id(node)] = named
        found.meant[id(node)] = best
        found.notes[id(node)] = f"{node.text!r} read as {best.words!r}"
        return best

    def _only_one(self, node: Node, tree: Tree, speaker: Speaker, found: Resolved) -> Mention | None:
        """The only person of a pronoun's sex whom the text has named up to it."""
        before = [m for m in self._here(tree, found) if m.node.i < node.i]
        cast = dict(self._known.cast)
        cast |= {m.key: m for m in before if m.kind == "person" and m.named and not m.plural}
        near = [*self._mentions, *before]
        return only_one(node, cast.values(), near, self._sentence, speaker, self._known.genders)

    def _named_here(self, node: Node, best: Mention, tree: Tree, found: Resolved) -> frozenset[int]:
        """What names in its own sentence the thing that a pronoun stands for, where nothing else there fits it."""
        before = [m for m in self._here(tree, found) if m.node.i < node.i]
        rivals = any(m.named and m.key != best.key and fits(node, m, self._known.genders) for m in before)
        said = set() if rivals else {id(m.node) for m in before if m.key == best.key}
        return frozenset(said | ({id(best.node)} if best.sentence == self._sentence else set()))

    def _bound(self, node: Node, found: Resolved) -> bool:
        """Whether a possessive is bound by the pronoun that is its clause's subject ("it backed its man")."""
        sayer = unnamed_sayer(node)
        if sayer is not None:  # "others said they had felt nothing"
            put_words(found, node, sayer.lower)
            found.antecedents[id(node)] = frozenset({id(sayer)})
            return True
        if thanked(node) is not None:
            return False
        subject = subject_for(clause_of(node)) if is_possessive(node) else None
        if subject is not None and subject.lower in _SOME and not holds(subject, node):
            return True  # "those who lost their homes"
        if subject is None or subject.tag != "PRP" or not same_person(subject, node):
            return False
        if found.words.get(id(subject)):
            put_words(found, node, found.words[id(subject)])
            if id(subject) in self._taken:
                self._taken[id(node)] = taken_up(self._taken[id(subject)], node, self._sentence)
            found.antecedents[id(node)] = frozenset({id(subject)})
        elif id(subject) in found.ambiguous:
            found.ambiguous.add(id(node))
        else:
            return False  # the subject comes later
        return True

    def _scored(self, node: Node, tree: Tree, found: Resolved) -> list[tuple[float, Mention]]:
        return candidates(node, self._here(tree, found), self._mentions, self._sentence, self._known)

    def _here(self, tree: Tree, found: Resolved) -> list[Mention]:
        """The mentions of a sentence as far as it is resolved; a bare title goes by its bearer's name."""
        if self._seen is not None and self._seen[0] is tree and self._seen[1] == len(found.words):
            return self._seen[2]
        render = self._render  # not through `self`, which keeps the mentions
        said = mentions_of(tree, self._sentence, self._entity_at, lambda nodes: render(nodes, found.words))
        mentions = [self._nouns.read(mention, found) for mention in said]
        mentions = sorted([*mentions, *self._taken.values()], key=lambda m: m.node.start)
        self._seen = (tree, len(found.words), mentions)
        return mentions
