"""Relative clauses about a part: "advisers, some of whom have left", "states, the last of which voted".

The parser hangs their verb anywhere: on the main verb, as its conjunct, or as
the main verb itself. It belongs to the noun phrase before the comma, and of
several such phrases to the nearest one that has parts.
"""

from claimkb.extract.number import is_plural
from claimkb.extract.tree import Node, Tree, ancestors, is_finite, move, subject_of
from claimkb.lexicon.cues import cues

_LONGEST = 5  # words of "more than two thirds" before "of whom"
_WHOLE = frozenset({"half", "most", "much", "all", "part", "some", "%", "percent", "none", "any"})


def partitive_relative(tree: Tree) -> None:
    """Hang the verb of each "some of whom" on the noun that it tells of a part of."""
    for word in tree.nodes:
        if word.lower in {"whom", "which"} and word.dep == "pobj" and word.head.lower == "of":
            _hang(word, tree)


def _hang(word: Node, tree: Tree) -> None:
    part = word.head.head
    if part.dep == "appos":
        _read_as_subject(part, tree)
    verb = part.head
    subject = part.dep in {"nsubj", "nsubjpass"} and is_finite(verb) and verb.i > word.i
    comma = _comma_before(word, tree)
    if not subject or comma is None or comma < 1:
        return
    noun = _whole(tree.nodes[comma - 1], part, word)
    if noun is None or (verb.dep == "relcl" and verb.head is noun):
        return
    if verb in ancestors(noun) and not _step_down(verb, part):
        return
    move(verb, noun, "relcl")


def _read_as_subject(part: Node, tree: Tree) -> None:
    """ "covers A and B, the last of which voted": B is what is covered, and the last of both is who voted."""
    noun = part.head
    verb = noun.head
    above = verb.head
    between = any(n.is_verb for n in tree.nodes if part.i < n.i < verb.i and n.dep not in {"aux", "auxpass"})
    if noun.dep not in {"nsubj", "nsubjpass"} or verb.dep != "ccomp" or not above.i < noun.i or between:
        return
    move(part, verb, noun.dep)
    move(noun, above, "dobj")


def _comma_before(word: Node, tree: Tree) -> int | None:
    """The place of the comma before the words that name the part."""
    last = word.i - tree.nodes[0].i - 2
    for place in range(last, max(last - _LONGEST, 0), -1):
        if tree.nodes[place].text in {",", ";"}:
            return place
        if tree.nodes[place].is_verb:
            return None
    return None


def _whole(before: Node, part: Node, word: Node) -> Node | None:
    """What a part is named of: the nearest noun phrase of many things, or of one thing that has halves."""
    chain: list[Node] = []
    for node in (before, *ancestors(before)):
        chain.append(node)
        if node.is_verb:
            subject = subject_of(node)
            chain += [subject] if subject is not None and subject is not part else []
            break
    nouns = [n for n in chain if n.is_noun and n.i < word.i and n.dep != "conj"]
    whole = [n for n in nouns if is_plural(n) or n.kids("conj")]
    if word.lower == "whom":
        persons = [n for n in whole if n.lemma in cues().pronouns.person_nouns]
        return next(iter(persons or whole), None)
    if nouns and nouns[0] not in whole and part.lower in _WHOLE:
        return nouns[0]
    return next(iter(whole), None)


def _step_down(verb: Node, part: Node) -> bool:
    """Let a clause before the comma take the place of the verb that was read as governing it."""
    for other in verb.kids("advcl", "ccomp"):
        bare = all(m.lower == "that" for m in other.kids("mark"))
        if other.i < part.i and subject_of(other) is not None and is_finite(other) and bare:
            _take_place(other, verb)
            for child in [c for c in verb.children if c.i < part.i and c.dep in {"mark", "punct", "cc"}]:
                move(child, other, child.dep)
            return True
    return False


def _take_place(below: Node, above: Node) -> None:
    """Put a node where its head hangs, and leave that one without a place."""
    head, dep = above.head, above.dep
    above.children = [c for c in above.children if c is not below]
    if head is above:
        below.head, below.dep = below, "ROOT"
        above.head, above.dep = below, "dep"
        below.children = sorted([*below.children, above], key=lambda n: n.i)
    else:
        move(above, below, "dep")
        head.children = sorted([*head.children, below], key=lambda n: n.i)
        below.head, below.dep = head, dep
