"""Who speaks in a quotation that runs over several sentences.

Only one sentence of a quotation names its speaker, the first or the last; the
others inherit it. Straight and typographic marks are both counted.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from itertools import zip_longest

from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.holders import holder_nodes, is_finding, is_hearsay, names_nobody
from claimkb.extract.tree import Node, Tree
from claimkb.lexicon.cues import cues

_LONG, _MOST = 8, 0.7  # words of a sentence, and the share of them that is quoted
_NEAR = 3  # sentences of the author's after which a quotation of its own still goes on
_MUTE = frozenset({"it", "there", "this", "that", "which", "who", "what", "i", "we", "you"})


@dataclass(slots=True)
class QuotedSentence:
    """A sentence with its clauses and whether it stands wholly inside a quotation."""

    tree: Tree
    clauses: list[Clause]
    inside: bool
    voice: Voice | None = None  # who says what is quoted, once it is known


def stands_inside(text: str, tree: Tree, is_quoted: Callable[[int], bool]) -> bool:
    """Whether every word of a sentence stands inside a quotation."""
    return all(
        is_quoted(n.start) for n in tree.nodes if n.text[:1].isalnum() and text[n.start : n.end].strip()
    )


def spread_speakers(sentences: list[QuotedSentence]) -> None:
    """Give the sentences of each quotation the speaker that one of them names (changes the clauses in place).

    The speaker is always named outside the quotation marks: who is named
    inside them ("you know that P") is at most the holder of that one clause.
    A quotation that names nobody continues the speech before it.
    """
    speaker: Voice | None = None
    waiting: list[QuotedSentence] = []
    last, since = None, 0  # who spoke last, and how many sentences ago
    addressing: Voice | None = None  # who may be quoted next without another word: "X urged people to wait."
    for sentence in sentences:
        if sentence.inside:
            waiting.append(sentence)
            continue
        quoted = quoted_nodes(sentence.tree)
        _release_lead(sentence, quoted)
        voice = _outer_speaker(sentence, quoted)
        begins_quoted = _begins_quoted(sentence.tree, quoted)
        continued = bool(waiting) and begins_quoted and not _closes(waiting[-1].tree)
        unsaid = speaker is None and addressing is None
        theirs = voice if voice is not None and (continued or (unsaid and begins_quoted)) else speaker
        _give_all(waiting, theirs or addressing or (last if since <= _NEAR else None))
        goes_on = voice is None and theirs is not None and begins_quoted and bool(waiting)
        waiting = []
        if goes_on:
            voice = theirs
        if voice is None and (
            _quotes_first_person(sentence, quoted) or (begins_quoted and _is_mostly(sentence, quoted))
        ):
            voice = theirs or addressing
        if voice is not None:
            _give(sentence, voice, quoted)
        speaker = voice
        last, since = (voice, 0) if voice is not None else (last, since + 1)
        addressing = None if voice is not None else _addressing(sentence.tree, quoted)
    _give_all(waiting, speaker or addressing or (last if since <= _NEAR else None))


def _quotes_first_person(sentence: QuotedSentence, quoted: set[int]) -> bool:
    """ "Later, “I went home and slept.”": whoever was speaking goes on to speak of himself."""
    return any(
        n.lower in {"i", "we", "my", "our"} and id(n) in quoted and id(n.head) in quoted
        for n in sentence.tree.nodes
    )


def _is_mostly(sentence: QuotedSentence, quoted: set[int]) -> bool:
    """ "“The towns are empty and the roads are shut” up there.": a quotation with a few words of the author's."""
    words = [n for n in sentence.tree.nodes if n.text[:1].isalnum()]
    return len(words) >= _LONG and sum(id(n) in quoted for n in words) >= _MOST * len(words)


def _addressing(tree: Tree, quoted: set[int]) -> Voice | None:
    """The subject of a sentence that tells what somebody urged, denied, praised ... in words of the author's."""
    words = cues().attribution
    kinds = (words.addressing, words.mandating, words.verbs, words.denying, words.quoting)
    verbs = [
        v
        for v in (tree.root, *tree.root.kids("conj"))
        if (any(v.lemma in lemmas for lemmas in kinds) or _hands_out_words(v)) and not v.kids("auxpass")
    ]
    return _first_speaker(verbs, quoted)


def _hands_out_words(verb: Node) -> bool:
    """ "The mayor issued a statement", "the bank sent a letter": the words that follow are theirs."""
    return any(o.lemma in cues().attribution.occasions for o in verb.kids("dobj"))


def _give_all(sentences: list[QuotedSentence], voice: Voice | None) -> None:
    if voice is not None:
        for sentence in sentences:
            _give(sentence, voice)


def _closes(tree: Tree) -> bool:
    """Whether a sentence ends with a closing mark, a single one inside it aside."""
    last = next((n for n in reversed(tree.nodes) if n.text != "'"), tree.nodes[-1])
    return _is_mark(last)


def quoted_nodes(tree: Tree) -> set[int]:
    """The ids of the nodes of a sentence that stand between quotation marks.

    A mark opens if white space stands before it and none after, one between
    two spaces if none is open; a sentence whose first mark closes began
    inside a quotation.
    """
    marks = [
        (n, _opens(n, before))
        for before, n in zip([None, *tree.nodes], tree.nodes, strict=False)
        if _is_mark(n)
    ]
    if not marks:
        return set()
    first = marks[0][1]
    state = not first if first is not None else len(marks) % 2 == 1 and marks[0][0].i > tree.nodes[0].i
    changes = {id(n): opens for n, opens in marks}
    quoted: set[int] = set()
    for node in tree.nodes:
        if id(node) in changes:
            opens = changes[id(node)]
            state = not state if opens is None else opens
        elif state:
            quoted.add(id(node))
    return quoted


def _is_mark(node: Node) -> bool:
    return node.text in {'"', "''", "``"}


def _opens(mark: Node, before: Node | None) -> bool | None:
    """Whether a mark opens or closes; None for one that stands apart from the words on both sides."""
    apart = before is None or before.space
    if mark.space and apart:
        return True if before is None else None
    return not mark.space and (before is None or apart or before.text in {"(", "[", "—", "-", ":"})


def _begins_quoted(tree: Tree, quoted: set[int]) -> bool:
    first = next((n for n in tree.nodes if n.text[:1].isalnum()), None)
    return first is not None and id(first) in quoted


def _outer_speaker(sentence: QuotedSentence, quoted: set[int]) -> Voice | None:
    """The first holder that a sentence names outside its quotation marks, or who introduces it with a colon."""
    for clause in sentence.clauses:
        voice = clause.voice
        if voice is None or not voice.nodes or any(id(n) in quoted for n in voice.nodes):
            continue
        if len(voice.nodes) > 1 or voice.nodes[0].lower not in _MUTE:
            return voice
    return _introduced(sentence.tree, quoted) or _beside_the_marks(sentence.tree, quoted)


def _release_lead(sentence: QuotedSentence, quoted: set[int]) -> None:
    """ "Berg scolded them: “We lost,” she said.": only what is quoted is hers, the scolding the author's."""
    colon = _opening_colon(sentence.tree)
    if colon is None:
        return
    for clause in sentence.clauses:
        nodes = clause.voice.nodes if clause.voice is not None else ()
        leads = clause.head.i < colon.i and id(clause.head) not in quoted
        if leads and nodes and all(n.i > colon.i for n in nodes):
            clause.voice = None


def _opening_colon(tree: Tree) -> Node | None:
    """The colon that opens a quotation."""
    pairs = zip_longest(tree.nodes, tree.nodes[1:])
    return next((a for a, b in pairs if a.text == ":" and (b is None or _is_mark(b))), None)


def _introduced(tree: Tree, quoted: set[int]) -> Voice | None:
    """ "Smith was blunt: “We lost.”": the subject before a colon that opens a quotation speaks."""
    colon = _opening_colon(tree)
    return _first_speaker([n for n in tree.nodes if n.i < colon.i], quoted) if colon is not None else None


def _beside_the_marks(tree: Tree, quoted: set[int]) -> Voice | None:
    """ "“How many more?” Smith said.": what is quoted need not be a claim for its speaker to be named."""
    marks = [n.i for n in tree.nodes if _is_mark(n)]
    if not marks:
        return None
    words = cues().attribution
    saying = [n for n in tree.nodes if (n.lemma in words.verbs or n.lemma in words.quoting)]
    found = _first_speaker(sorted(saying, key=lambda n: min(abs(n.i - i) for i in marks)), quoted)
    return found or _name_after(tree, marks[-1], saying)


def _name_after(tree: Tree, mark: int, saying: Sequence[Node]) -> Voice | None:
    """ "“P,” Ann Lee, the head of the unit, told us.": the name right after the mark, whatever the parse."""
    name: list[Node] = []
    after: Node | None = None
    for after in tree.nodes[mark - tree.nodes[0].i + 1 :]:
        if not after.is_noun:
            break
        name.append(after)
    if after is None or not name or name[-1].tag != "NNP" or not (after.text == "," or after in saying):
        return None
    name = name[max((k + 1 for k, n in enumerate(name) if n.tag != "NNP"), default=0) :]
    verb = next((n for n in saying if name and n.i > name[-1].i and n.tag in {"VBD", "VBZ"}), None)
    return Voice(tuple(name), verb.lower) if verb is not None else None


def _first_speaker(nodes: Sequence[Node], quoted: set[int]) -> Voice | None:
    """The first verb among `nodes` outside the marks with a subject that can speak."""
    for verb in nodes:
        subject = verb.kid("nsubj") if verb.is_verb and id(verb) not in quoted else None
        if subject is None or id(subject) in quoted or subject.lower in _MUTE or names_nobody([subject]):
            continue
        return Voice(tuple(holder_nodes(subject)), verb.lower)
    return None


def _give(sentence: QuotedSentence, voice: Voice, quoted: set[int] | None = None) -> None:
    """Make `voice` the holder of the clauses of a sentence; of those that begin inside quotation marks, if `quoted`."""
    sentence.voice = voice
    for clause in sentence.clauses:
        if quoted is not None and id(clause.head) not in quoted:
            continue
        if clause.voice is None or is_filler(clause.voice) or is_finding(clause.voice):
            clause.voice = replace(voice, rejected=False, endorsed=False)


def is_filler(voice: Voice) -> bool:
    """A pronoun that names nobody but the speaker or the thing at hand ("it shows", "you know")."""
    mute = len(voice.nodes) == 1 and voice.nodes[0].lower in {"it", "this", "that", "you", "we", "i"}
    return mute or is_hearsay(voice)
