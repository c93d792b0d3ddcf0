"""Who speaks each sentence of a document: whoever a clause names, or whoever has the turn.

A turn of a transcript belongs to one person, by the full name that the text
gives anywhere. A speaker's country is the one named with him or with his
office before, for what "we" is said of.
"""

from collections.abc import Callable, Mapping, Sequence

from claimkb.extract.annotations import Annotations
from claimkb.extract.clauses import Voice
from claimkb.extract.quotation import is_filler
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Speaker
from claimkb.extract.sentences import ReadSentence
from claimkb.extract.tree import Node, subtree
from claimkb.lexicon.cues import cues
from claimkb.model import EntityMention


def turn_name(text: str, turn: tuple[int, int], found: Annotations) -> str:
    """The name of whoever has a turn: the one person in the text with that surname, else as it stands."""
    label = text[turn[0] : turn[1]]
    surname = label.split()[-1].lower()
    full = {m.name for m in found.entities if m.kind == "person" and m.name.split()[-1].lower() == surname}
    if len(full) == 1:
        return full.pop()
    return label.title() if label.isupper() and len(label) > 3 else label


def speak(item: ReadSentence, name: str) -> None:
    """Make `name` the holder of what a sentence puts forward in nobody else's name."""
    item.speaker = name
    for clause in item.clauses:
        if clause.voice is None or is_filler(clause.voice):
            clause.voice = Voice((), "says", name)


def speaker_of(
    item: ReadSentence,
    found: Annotations,
    is_quoted: Callable[[int], bool],
    offices: Mapping[str, str],
    said: Mapping[int, str],
) -> Speaker:
    """Who says the sentence; the country a speaker stands for is named with him, or with his office before.

    `said` names whom the pronouns of earlier sentences stand for: a quotation
    may go on after "he said".
    """
    if item.speaker:
        return Speaker(item.speaker, "", frozenset({item.speaker}), "person", lambda place: True)
    voice = next((c.voice for c in item.clauses if c.voice is not None and c.voice.nodes), None)
    if voice is None:
        return Speaker("the author" if not item.inside else "", is_quoted=is_quoted)
    mentions = [m for m in (found.entity_at(n.start, n.end) for n in voice.nodes) if m is not None]
    countries = {m.name for m in mentions if m.kind == "country"}
    office = offices.get(voice.nodes[-1].lower, "")
    country = next(iter(countries)) if len(countries) == 1 else "" if countries else office
    keys = frozenset(m.name for m in mentions)
    kind = _kind(voice.nodes, mentions)
    return Speaker(phrase(_name(voice.nodes, kind), said), country, keys, kind, is_quoted)


def _name(nodes: tuple[Node, ...], kind: str) -> tuple[Node, ...]:
    """A person's name without what follows it ("Ann Lee, of Hull, who left")."""
    inside = {id(n) for n in nodes}
    top = next((n for n in nodes if id(n.head) not in inside), nodes[-1])
    return tuple(n for n in nodes if n.i <= top.i) if kind == "person" and top.tag == "NNP" else nodes


def _kind(nodes: Sequence[Node], mentions: Sequence[EntityMention]) -> str:
    """What speaks: one person, a body, or people; "" for a document or the like."""
    words = cues().pronouns
    inside = {id(n) for n in nodes}
    top = next((n for n in nodes if id(n.head) not in inside), nodes[-1])
    own = next((m for m in mentions if m.start <= top.start and top.end <= m.end), None)
    if (own is not None and own.kind == "person") or top.lemma.lower() in words.person_nouns:
        return "people" if top.tag in {"NNS", "NNPS"} or top.kids("conj") else "person"
    if own is not None and own.kind in {"organisation", "country"}:
        return "body"
    if top.lemma in words.group_nouns | words.plural_bodies:
        return "body"
    return "person" if top.tag == "NNP" else ""


def offices_of(read: Sequence[ReadSentence], found: Annotations) -> dict[str, str]:
    """The country whose office a bare title means, where the text names but one ("X's prime minister ... the PM")."""
    countries: dict[str, set[str]] = {}
    for node in (n for item in read for n in item.tree.nodes if n.lemma in cues().pronouns.person_nouns):
        for near in subtree(node):
            mention = found.entity_at(near.start, near.end)
            if near is not node and mention is not None and mention.kind == "country":
                countries.setdefault(node.lemma, set()).add(mention.name)
    short = {"minister": "pm"}
    named = {title: next(iter(names)) for title, names in countries.items() if len(names) == 1}
    return named | {short[t]: c for t, c in named.items() if t in short}
