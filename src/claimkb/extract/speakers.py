"""Who speaks each sentence of a document: whoever a clause names, or whoever has the turn.

A turn of a transcript belongs to one person, by the full name that the text
gives anywhere. A speaker's country is the one named with him or with his
office before, for what "we" is said of (`sides`).
"""

from collections.abc import Callable, Mapping, Sequence

from claimkb.extract.annotations import Annotations
from claimkb.extract.clauses import Voice
from claimkb.extract.mention import Mention
from claimkb.extract.quotation import is_filler
from claimkb.extract.realise import phrase
from claimkb.extract.resolution import Side, Speaker
from claimkb.extract.sentences import ReadSentence
from claimkb.extract.sides import Sides, top_of
from claimkb.extract.tree import Node, Tree, descend
from claimkb.lexicon.cues import cues
from claimkb.model import EntityMention


def turn_name(text: str, turn: tuple[int, int], found: Annotations) -> str:
    """The name of whoever has a turn: the one person in the text with that surname, else as it stands."""
    label = text[turn[0] : turn[1]]
    if label.endswith(".") and not label.endswith(("Jr.", "Sr.")):
        label = label[:-1]
    surname = label.split()[-1].lower()
    full = {m.name for m in found.entities if m.kind == "person" and m.name.split()[-1].lower() == surname}
    if len(full) == 1:
        return full.pop()
    return label.title() if label.isupper() and len(label) > 3 else label


def speak(item: ReadSentence, name: str) -> None:
    """Make `name` the holder of what a sentence puts forward in nobody else's name."""
    item.speaker = name
    item.quoted = Voice((), "says", name)
    for clause in item.clauses:
        if clause.voice is None or is_filler(clause.voice):
            clause.voice = Voice((), "says", name)


def speaker_of(
    item: ReadSentence, is_quoted: Callable[[int], bool], sides: Sides, said: Mapping[int, Mention]
) -> Speaker:
    """Who says the sentence, and for whom he speaks.

    `said` is what pronouns stand for, by node: a quotation may name its
    speaker by "he said" only, and after it.
    """
    if item.speaker:
        return Speaker(item.speaker, Side(), frozenset({item.speaker}), "person", lambda place: True)
    voice = voice_of(item, is_quoted)
    if voice is None:
        return Speaker("the author" if not item.inside else "", is_quoted=is_quoted)
    meant = said.get(id(voice[0])) if len(voice) == 1 else None
    if meant is not None and not is_own(voice[0], item):
        kind = "people" if meant.plural else "person" if meant.kind == "person" else "body"
        side = sides.by_person.get(meant.key, Side())
        return Speaker(meant.words, side, frozenset({meant.key}), kind, is_quoted)
    mentions = [m for m in (sides.found.entity_at(n.start, n.end) for n in voice) if m is not None]
    keys = frozenset(m.name for m in mentions)
    kind = _kind(voice, mentions)
    words = {node: m.words for node, m in said.items()}
    name = phrase(_name(voice, kind), words)
    return Speaker(name, sides.of(voice, mentions), keys, kind, is_quoted, _addressee(voice, sides))


def _addressee(voice: Sequence[Node], sides: Sides) -> str:
    """The one person named whom a speaker tells, asks or warns."""
    verb = top_of(voice).head
    told = [o for o in verb.kids("dobj", "dative") if verb.lemma in cues().pronouns.telling_verbs]
    named = [sides.found.entity_at(o.start, o.end) for o in told if not o.kids("conj")]
    persons = [m.name for m in named if m is not None and m.kind == "person" and m.text[:1].isupper()]
    return persons[0] if len(persons) == 1 and len(told) == 1 else ""


def voice_of(item: ReadSentence, is_quoted: Callable[[int], bool]) -> tuple[Node, ...] | None:
    """The words for who says a sentence; rather those outside a quotation ("They lied to me," Roe said)."""
    voices = [(c, c.voice.nodes) for c in item.clauses if c.voice is not None and c.voice.nodes]
    outside = [(c, v) for c, v in voices if not is_quoted(v[0].start)]
    theirs = [v for c, v in outside if is_quoted(c.head.start)]  # "X said Y called, saying “I am here”": Y
    teller = item.teller.nodes if item.teller is not None else ()
    told = [teller] if teller and not _breaks_off(teller[-1], item.tree) else []
    return next(iter(theirs or [v for _, v in outside] or told or [v for _, v in voices]), None)


def _breaks_off(last: Node, tree: Tree) -> bool:
    """Whether the words for a speaker end within a run of nouns, as a wrong parse has them ("Hull | police chief")."""
    following = next((n for n in tree.nodes if n.i == last.i + 1), None)
    if following is None or not following.tag.startswith("NN"):
        return False
    return following.lemma not in cues().pronouns.time_nouns


def is_own(node: Node, item: ReadSentence) -> bool:
    """Whether a word stands in a sentence itself."""
    return item.tree.start <= node.start < item.tree.end


def _name(nodes: tuple[Node, ...], kind: str) -> tuple[Node, ...]:
    """A person's name without what follows it ("Ann Lee, of Hull, who left")."""
    top = top_of(nodes)
    named = [a for a in top.kids("appos") if a.tag == "NNP" and a in nodes] if top.tag == "NN" else []
    if kind == "person" and named:  # "the head of the team, Ann Lee"
        first = min(n.i for n in descend(named[0]))
        return tuple(n for n in nodes if first <= n.i <= named[0].i)
    if kind != "person" or top.tag != "NNP" or all(n.tag == "NNP" for n in nodes):
        return nodes
    return tuple(n for n in nodes if n.i <= top.i)


def _kind(nodes: Sequence[Node], mentions: Sequence[EntityMention]) -> str:
    """What speaks: one person, a body, or people; "" for a document or the like."""
    words = cues().pronouns
    top = top_of(nodes)
    own = next((m for m in mentions if m.start <= top.start and top.end <= m.end), None)
    if (own is not None and own.kind == "person") or top.lemma.lower() in words.person_nouns:
        return "people" if top.tag in {"NNS", "NNPS"} or top.kids("conj") else "person"
    if own is not None and own.kind in {"organisation", "country", "other"}:
        return "body"  # a person is first named in full
    if top.lemma in words.group_nouns or top.lemma in words.plural_bodies:
        return "body"
    return "person" if top.tag == "NNP" else ""
