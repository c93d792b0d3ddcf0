"""Relative clauses with their antecedent in the place of the relative word."""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.tree import (
    Node,
    Tree,
    descend,
    subtree,
)


def relative(verb: Node, tree: Tree) -> Clause | None:
    """A relative clause with its antecedent in the place of the relative word; None if there is none to replace."""
    noun = verb.head
    own = subtree(verb)
    while own and own[0].dep == "punct":
        own.pop(0)
    word = next(
        (
            n
            for n in own[:4]
            if n.tag in {"WDT", "WP", "WP$", "WRB"} or (n.lower == "that" and n.dep.startswith("nsubj"))
        ),
        None,
    )
    if word is None:
        return None
    antecedent = tuple(antecedent_nodes(noun, verb))
    made = Clause(verb, "relative", own)
    return made if put_antecedent(made, word, antecedent) else None


def put_antecedent(made: Clause, word: Node, antecedent: tuple[Piece, ...]) -> bool:
    """Put the antecedent where the relative word leaves its gap; False where it cannot be said."""
    if word.tag == "WP$":
        made.replace(word, *antecedent, "'s")
    elif word.tag == "WRB":
        if word.lower != "where":
            return False
        made.replace(word)
        made.appended = ("in", *antecedent)
    elif word.dep.startswith("nsubj"):
        made.replace(word, *antecedent)
    elif word.dep in {"dobj", "attr"}:
        made.replace(word)
        made.replace(word.head, word.head, *antecedent)
    elif word.dep in {"pobj", "det", "poss"}:
        made.replace(word, *antecedent)
        _move_fronted_preposition(made, word, antecedent)
    else:
        return False
    if word in made.own:
        made.notes.append(f"relative word {word.text!r} stands for its antecedent")
    return True


def _move_fronted_preposition(made: Clause, word: Node, antecedent: tuple[Piece, ...]) -> None:
    """ "in which China invested" reads "China invested in the corridor"."""
    prep = word.head
    if prep.dep == "prep" and made.own and made.own[0] is prep and prep.head is made.head:
        made.replace(word)
        made.replace(prep)
        made.appended = (prep.text.lower(), *antecedent)


def antecedent_nodes(noun: Node, verb: Node) -> list[Node]:
    """The noun phrase a relative clause or apposition is about, without clauses hung on it."""
    loose = [
        n
        for n in descend(noun)
        if n is verb
        or (n is not noun and n.dep in {"relcl", "appos", "parataxis", "conj", "cc"} and n.head is noun)
    ]
    nodes = subtree(noun, loose)
    before = [n for n in nodes if n.i < min(m.i for m in descend(verb))]
    while before and before[-1].dep == "punct" and before[-1].text not in {'"', "'"}:
        before.pop()
    return before or nodes
