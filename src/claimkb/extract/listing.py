"""Gives verbless list items the predicate of the sentence that introduces their list.

"Several factors will shape the course. First, the crises at home." reads "The
crises at home will shape the course": the item takes the place of the noun
that the introduction counts.
"""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.inflect import be, present
from claimkb.extract.number import is_plural
from claimkb.extract.tree import Node, Tree, is_finite, subtree
from claimkb.lexicon.roles import role_words

_COMMON = frozenset({"DT", "JJ", "JJR", "NN", "NNS", "VBG", "VBN"})  # tags of words that are no names
MAX_ITEM = 40  # words


def is_item(tree: Tree) -> bool:
    """Whether a sentence is a verbless list item announced by an ordinal."""
    words = role_words()
    first = tree.nodes[0].lower
    announced = first.removesuffix("ly") in words.ordinals or first in words.last_ordinals
    if first == "last" and tree.nodes[1:2] and tree.nodes[1].text != ",":
        return False  # "Last year."
    return announced and not states(tree)


def states(tree: Tree) -> bool:
    """Whether a sentence has a finite verb outside of what only describes its nouns."""
    return any(is_finite(n) and n.dep not in {"relcl", "acl", "ccomp"} for n in tree.nodes)


def counted_noun(clause: Clause) -> Node | None:
    """The plural noun of an introduction that its list spells out, or None."""
    counted = role_words().counted
    inside = {id(n) for n in clause.own}
    plural = [
        n for n in clause.own if n.tag == "NNS" and n.dep in {"nsubj", "nsubjpass", "dobj", "pobj", "attr"}
    ]
    for noun in plural:
        if any(c.lower in counted or c.dep == "nummod" for c in noun.children if id(c) in inside):
            return noun
    last = plural[-1] if plural else None
    return last if last is not None and last.i >= clause.own[-1].i - 2 else None


def completed(item: Tree, idle: set[int], intro: Clause, noun: Node) -> Clause | None:
    """The item in the place of the noun its introduction counts; None where nothing is left of it.

    Of "There are three things that drive prices" the items take what is said of the things.
    """
    own = _words_of(item, idle)
    if not own or len(own) > MAX_ITEM:
        return None
    replaced = {id(n) for n in subtree(noun)}
    head, sentence = intro.head, [*(intro.subject or ()), *intro.own] if intro.subject else list(intro.own)
    if intro.head.kid("expl") is not None:
        said = _said_of(noun)
        if said is None:
            return None
        head, sentence = said.head, [said, *(n for n in subtree(said.head) if n is not said)]
        replaced = {id(said)}
    template: list[Piece] = []
    done = False
    for node in sentence:
        if id(node) not in replaced:
            template.append(node)
        elif not done:
            template += _item_pieces(own)
            done = True
    if not done:
        return None
    if template[0] in {*own, own[0].lower} and not is_plural(item.root):
        template = [_singular(piece, head) for piece in template]
    made = Clause(head, "list item", own, template=tuple(template))
    made.voice = intro.voice
    made.governors = intro.governors if head is intro.head else ()
    made.notes.append("predicate taken from the sentence that introduces the list")
    return made


def _words_of(item: Tree, idle: set[int]) -> list[Node]:
    """The words of an item, without the points that end it and what joins it to the next."""
    own = [
        n for n in item.nodes if id(n) not in idle and not (n.dep == "punct" and n.text in {".", ":", ";"})
    ]
    while own and own[0].dep == "punct":
        own.pop(0)
    while own and own[-1].text == ",":
        own.pop()
    return own


def _said_of(noun: Node) -> Node | None:
    """The relative word that is the subject of what a relative clause says of a noun."""
    for verb in noun.kids("relcl"):
        subject = verb.kid("nsubj", "nsubjpass")
        if subject is not None and subject.lower in {"that", "which", "who"}:
            return subject
    return None


def _singular(piece: Piece, head: Node) -> Piece:
    """A finite verb of the clause as a singular subject has it."""
    if isinstance(piece, str) or not (piece is head or piece.head is head):
        return piece
    if piece.lower in {"are", "were"}:
        return be(plural=False, is_past=piece.lower == "were")
    return present(piece.lemma, plural=False) if piece.tag == "VBP" else piece


def _item_pieces(own: list[Node]) -> list[Piece]:
    first = own[0]
    common = first.tag in _COMMON and first.text[1:] == first.lower[1:]
    return (
        [first.lower, *own[1:]] if common or first.lower in {"the", "a", "an", "this", "that"} else list(own)
    )
