"""What the definite nouns of a document take up: the readings in the order in which they are tried.

A country, city or body ("the country", "the court"); whoever bears a title or
role ("the president", "the suspect"); somebody ("the man"); the same noun said
in full before ("the ruling"); an event that a verb told ("the shooting").
"""

from collections.abc import Sequence

from claimkb.extract.bearers import Bearers
from claimkb.extract.descriptions import Descriptions, points
from claimkb.extract.events import Events
from claimkb.extract.mention import Mention, described_as
from claimkb.extract.overview import Overview
from claimkb.extract.persons import bare_title
from claimkb.extract.repeats import Repeats
from claimkb.extract.resolution import Resolved
from claimkb.extract.somebody import Scene, resolve_somebody
from claimkb.extract.spots import resolve_spot
from claimkb.extract.tree import Node, subtree
from claimkb.extract.undertakings import Undertakings
from claimkb.lexicon.cues import cues

_MODIFIERS = ("compound", "amod", "poss", "prep", "relcl", "acl")


class Nouns:
    """The definite nouns of one document, read after what has been learned of it so far."""

    def __init__(self, overview: Overview) -> None:
        self._descriptions = Descriptions(overview.countries, overview.spoken_of)
        self._bearers = Bearers(overview)
        self._repeats = Repeats()
        self._events = Events(overview.names)
        self._undertakings = Undertakings()

    def read(self, mention: Mention, found: Resolved) -> Mention:
        """A mention by the name of what it describes, as far as that is known."""
        mention = self._bearers.read(mention)
        meant = found.meant.get(id(mention.node))
        return described_as(mention, meant) if meant is not None else mention

    def learn(self, nodes: Sequence[Node], here: Sequence[Mention], sentence: int) -> None:
        """Remember what a sentence names and tells."""
        self._descriptions.learn(here)
        self._repeats.learn(here)
        self._events.learn(nodes, here, sentence)
        self._undertakings.learn(nodes, sentence)

    def resolve(self, node: Node, scene: Scene, found: Resolved) -> None:
        """Resolve one definite noun."""
        if not bare_title(node) and any(not _is_aside(c) for c in node.kids(*_MODIFIERS)):
            if node.lemma in cues().pronouns.country_nouns and not node.kids("poss", "prep", "relcl", "acl"):
                self._alone(node, scene, found)
            elif node.lemma in cues().pronouns.person_nouns:
                self._bearers.resolve(node, scene.here, scene.sentence, found)  # "the Democratic senator"
            return
        quoted = scene.speaker.is_quoted(node.start)
        if node.lemma in cues().pronouns.country_nouns and node.tag == "NN" and quoted:
            if points(node):
                self._descriptions.alone(node, scene.here, found)
            return  # his own country
        if not (quoted and points(node)):  # "this campaign": the one around him
            self._descriptions.resolve(node, scene.here, scene.before, scene.sentence, found)
        self._bearers.resolve(node, scene.here, scene.sentence, found)
        resolve_somebody(node, scene, found)
        self._repeats.resolve(node, scene.here, scene.sentence, found, quoted=quoted)
        self._events.resolve(node, scene.sentence, found)
        self._undertakings.resolve(node, scene.sentence, found)
        if not quoted:
            resolve_spot(node, scene.here, scene.before, scene.sentence, found)

    def _alone(self, node: Node, scene: Scene, found: Resolved) -> None:
        """ "The southern African nation": the only country, without what told of it."""
        self._descriptions.alone(node, scene.here, found)
        if id(node) in found.words:
            below = [n for c in node.kids("compound", "amod") for n in subtree(c)]
            found.words |= {id(n): "" for n in below}


def _is_aside(modifier: Node) -> bool:
    """Whether a relative clause only adds something ("the island, which is flat"), and does not tell which is meant."""
    noun = modifier.head
    return modifier.dep == "relcl" and any(c.text == "," and noun.i < c.i < modifier.i for c in noun.children)
