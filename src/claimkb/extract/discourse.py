"""Finds what pronouns and definite descriptions stand for, so that a claim can be read alone.

Candidates are scored by salience: the subject of the same clause first, then
earlier subjects, nearer before farther, names before common nouns (after
Lappin and Leass 1994 and Hobbs 1978, reduced to what a parse without entity
types bears). Where the two best differ too little, nothing is guessed: the
pronoun stays and is reported as ambiguous.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace

from claimkb.extract.agreement import agreement, fits, pronoun_gender, same_person
from claimkb.extract.bearers import Bearers
from claimkb.extract.binding import (
    barred,
    binder,
    clause_of,
    holds,
    is_possessive,
    means_the_condition,
    names_its_own,
    place_of,
    says,
    subject_for,
    thanked,
)
from claimkb.extract.choice import best_of, is_own_quoter, lead_needed, quoted_aside, spoke_of_another
from claimkb.extract.descriptions import Descriptions, may_describe, points
from claimkb.extract.events import Events
from claimkb.extract.expletives import is_pleonastic
from claimkb.extract.firstperson import first_person, is_numeral, put_words, spell_out
from claimkb.extract.mention import Mention, Words, described_as, taken_up
from claimkb.extract.mentions import EntityAt, mentions_of
from claimkb.extract.overview import Overview
from claimkb.extract.persons import bare_title, titles_of
from claimkb.extract.repeats import Repeats
from claimkb.extract.resolution import Resolved, Speaker
from claimkb.extract.salience import informing, score_before, score_here
from claimkb.extract.somebody import Scene, resolve_somebody
from claimkb.extract.tree import Node, Tree, ancestors, subject_of
from claimkb.extract.whereabouts import points_there, resolve_there
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

_WHERE = frozenset({"at", "in", "near", "inside", "outside"})
_SOME = frozenset(
    {"those", "some", "others", "many", "most", "all", "several", "few", "both", "anyone", "everyone"}
)
_SAYERS = frozenset({"others", "some", "many", "most", "several", "few"})
_GOES_ON = 2.0  # "..., she continued": whoever spoke last, however long the quotation was
_WINDOW = 2  # sentences to look back
_MEMORY = 4  # sentences whose noun phrases are kept
_NEAR = 6  # words
_REFLEXIVE = frozenset({"itself", "himself", "herself", "themselves"})
_MODIFIERS = ("compound", "amod", "poss", "prep", "relcl", "acl")


class Discourse:
    """The memory of one document, fed sentence by sentence; `overview` is what is known of all of it before."""

    def __init__(
        self,
        entity_at: EntityAt,
        render: Callable[[list[Node], dict[int, str]], str],
        overview: Overview,
    ) -> None:
        self._names = overview.names
        self._descriptions = Descriptions(overview.countries, overview.spoken_of)
        self._repeats = Repeats()
        self._events = Events(overview.names)
        self._entity_at = entity_at
        self._render = render
        self._mentions: list[Mention] = []
        self._speaker: Mention | None = None  # the last person named as saying something
        self._topics = overview.topics
        self._places: set[str] = set()  # keys of what something was said to be at or in
        # keys of officials who tell the press what happened
        self._informers = {k for n in cues().pronouns.informers for k in overview.heralds.bearers.get(n, ())}
        self._acting: set[str] = set()  # keys of persons who did something
        self._sentence = 0
        # mentions of a sentence at one state of resolution
        self._seen: tuple[Tree, int, list[Mention]] | None = None
        self._genders: dict[str, Gender] = {}
        self._meant: dict[str, tuple[Node, int]] = {}  # key -> its last pronoun, the sentence of that
        self._taken: dict[int, Mention] = {}  # the pronouns of a sentence as mentions of what they stand for
        self._bearers = Bearers(overview)

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
            self._resolve(node, tree, speaker, found)
        here = self._here(tree, found)
        found.names.update(self._names.surnames(tree, self._entity_at))
        self._descriptions.learn(here)
        self._repeats.learn(here)
        self._events.learn(tree.nodes, here, self._sentence)
        self._remember(here)
        mentions = [*self._mentions, *here]
        self._mentions = [m for m in mentions if self._sentence - m.sentence < _MEMORY]
        self._sentence += 1
        return found

    def _remember(self, here: Sequence[Mention]) -> None:
        """Who spoke last, and what is a place, whatever its name looks like ("at Ground Zero")."""
        for mention in here:
            if mention.kind == "person" and mention.named and mention.node.dep == "nsubj":
                self._acting.add(mention.key)
                self._speaker = mention if says(mention.node) else self._speaker
            told = mention.gender or titles_of(mention.node) or " " not in mention.key
            told = told or mention.key in self._genders or mention.key in self._acting
            if not told and mention.node.dep == "pobj" and mention.node.head.lower in _WHERE:
                self._places.add(mention.key)

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
        if node.tag in {"PRP", "PRP$"} and node.lower not in _REFLEXIVE:
            if node.lower in words.second:
                found.ambiguous.add(id(node))
            elif node.lower in words.first_plural | words.first_singular:
                if is_numeral(node, tree):
                    return
                first_person(node, speaker, found)
            elif _is_both(node, tree):
                found.ambiguous.add(id(node))
            elif not is_pleonastic(node) and not _is_acronym(node, tree) and not _is_shared_out(node, tree):
                self._pronoun(node, tree, speaker, found)
        elif may_describe(node) and (bare_title(node) or not node.kids(*_MODIFIERS)):
            self._describe(node, tree, speaker, found)
        elif may_describe(node) and node.lemma in words.person_nouns:
            self._bearers.resolve(node, self._here(tree, found), self._sentence, found)
        elif points_there(node):
            if not speaker.is_quoted(node.start):
                resolve_there(node, self._here(tree, found), self._mentions, self._sentence, found)
        elif node.tag == "DT" and node.lower in words.demonstrative and _stands_alone(node):
            found.ambiguous.add(id(node))

    def _describe(self, node: Node, tree: Tree, speaker: Speaker, found: Resolved) -> None:
        """Resolve one definite description."""
        here = self._here(tree, found)
        quoted = speaker.is_quoted(node.start)
        if node.lemma in cues().pronouns.country_nouns and node.tag == "NN" and quoted:
            self._descriptions.alone(node, here, found)  # his own country
            return
        if not (quoted and points(node)):  # "this campaign": the one around him
            self._descriptions.resolve(node, here, self._mentions, self._sentence, found)
        self._bearers.resolve(node, here, self._sentence, found)
        resolve_somebody(node, Scene(here, self._mentions, self._sentence, speaker, self._genders), found)
        self._repeats.resolve(node, self._sentence, found, quoted=quoted)
        self._events.resolve(node, self._sentence, found)

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
        before = best is not None and best.sentence < self._sentence
        loose = best is None or before or best.words.startswith(speaker.side.words)
        if loose and _means_side(node, speaker):
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
            self._genders.setdefault(best.key, best.gender or pronoun_gender(node))
        named = self._named_here(node, best, tree, found)
        if named:
            found.antecedents[id(node)] = named
        found.meant[id(node)] = best
        found.notes[id(node)] = f"{node.text!r} read as {best.words!r}"
        return best

    def _named_here(self, node: Node, best: Mention, tree: Tree, found: Resolved) -> frozenset[int]:
        """What names in its own sentence the thing that a pronoun stands for, where nothing else there fits it."""
        before = [m for m in self._here(tree, found) if m.node.i < node.i]
        rivals = any(m.named and m.key != best.key and fits(node, m, self._genders) for m in before)
        said = set() if rivals else {id(m.node) for m in before if m.key == best.key}
        return frozenset(said | ({id(best.node)} if best.sentence == self._sentence else set()))

    def _bound(self, node: Node, found: Resolved) -> bool:
        """Whether a possessive is bound by the pronoun that is its clause's subject ("it backed its man")."""
        sayer = _unnamed_sayer(node)
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
        clause = clause_of(node)
        scored: list[tuple[float, Mention]] = []
        here = self._here(tree, found)
        own_subject = binder(node, {id(m.node) for m in here if fits(node, m, self._genders)})
        denied = barred(node, here)
        for mention in here:
            own = names_its_own(node, mention) or thanked(node) is mention.node
            inside = holds(mention.node, node) and not own
            if inside or not fits(node, mention, self._genders):
                continue
            if mention.key in self._places and node.lower in cues().pronouns.person:
                continue
            score = score_here(node, mention, clause, own_subject)
            if score is not None:
                scored.append((score + agreement(node, mention, self._genders), mention))
        for mention in self._mentions:
            age = self._sentence - mention.sentence
            if mention.key in self._places and node.lower in cues().pronouns.person:
                continue
            if age <= _WINDOW and fits(node, mention, self._genders):
                scored.append(
                    (score_before(node, mention, age) + agreement(node, mention, self._genders), mention)
                )
        scored = [
            (score - informing(node, mention) if mention.key in self._informers else score, mention)
            for score, mention in scored
            if mention.key not in denied and place_of(mention) not in denied
        ]
        last = self._speaker
        if not scored and last is not None and says(node) and fits(node, last, self._genders):
            scored.append((_GOES_ON, last))
        return scored

    def _here(self, tree: Tree, found: Resolved) -> list[Mention]:
        """The mentions of a sentence as far as it is resolved; a bare title goes by its bearer's name."""
        if self._seen is not None and self._seen[0] is tree and self._seen[1] == len(found.words):
            return self._seen[2]
        render = self._render  # not through `self`, which keeps the mentions
        said = mentions_of(tree, self._sentence, self._entity_at, lambda nodes: render(nodes, found.words))
        mentions = [self._bearers.read(mention) for mention in said]
        mentions = [
            described_as(m, found.meant[id(m.node)]) if id(m.node) in found.meant else m for m in mentions
        ]
        mentions = sorted([*mentions, *self._taken.values()], key=lambda m: m.node.start)
        self._seen = (tree, len(found.words), mentions)
        return mentions


def _means_side(node: Node, speaker: Speaker) -> bool:
    """ "The chief executive of Alder said their clients": a single speaker's "they" are those he speaks for."""
    if node.lower not in cues().pronouns.plural or not speaker.side.words or speaker.kind != "person":
        return False
    told = [a for a in ancestors(node) if a.dep == "ccomp" and a.head.lemma in cues().attribution.verbs]
    return bool(told) and not speaker.is_quoted(node.start)


def _unnamed_sayer(node: Node) -> Node | None:
    """The "others" or "many" that say something of a "they" which is the subject of what they say."""
    if node.lower != "they" or node.dep not in {"nsubj", "nsubjpass"} or node.head.dep != "ccomp":
        return None
    subject = subject_of(node.head.head)
    return subject if subject is not None and subject.lower in _SAYERS else None


def _stands_alone(node: Node) -> bool:
    """Whether a demonstrative is a phrase by itself: not "this plan", "that of the others", "those who left"."""
    named = any(c.dep in {"relcl", "acl", "amod"} or c.lower in {"of", "with"} for c in node.children)
    named = named or (node.lower == "those" and node.dep == "dobj" and bool(node.head.kids("oprd", "acomp")))
    return node.dep in {"nsubj", "nsubjpass", "dobj", "pobj"} and not named


def _is_both(node: Node, tree: Tree) -> bool:
    """ "They both": two of them, who may stand in two sentences."""
    after = node.i - tree.nodes[0].i + 1
    return node.lower == "they" and after < len(tree.nodes) and tree.nodes[after].lower == "both"


def _is_shared_out(node: Node, tree: Tree) -> bool:
    """ "With each state given its own target": what belongs to each of several."""
    place = node.i - tree.nodes[0].i
    near = tree.nodes[max(0, place - _NEAR) : place]
    return is_possessive(node) and any(n.lower in {"each", "every"} and n.dep == "det" for n in near)


def _is_acronym(node: Node, tree: Tree) -> bool:
    """Whether what looks like a pronoun is a name in capitals ("the IT sector", "US")."""
    return len(node.text) > 1 and node.text.isupper() and node.i > tree.nodes[0].i
