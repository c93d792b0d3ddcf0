"""Relative clauses with their antecedent in the place of the relative word."""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.number import is_plural
from claimkb.extract.tree import (
    AUXILIARIES,
    NAME_TAGS,
    Node,
    Tree,
    descend,
    subtree,
)

_SHORT = 12  # words of a clause that "in X" may follow


def relative(verb: Node, tree: Tree) -> Clause | None:
    """A relative clause with its antecedent in the place of the relative word; None if there is none to replace."""
    noun = verb.head
    if noun.dep == "appos" and noun.tag in NAME_TAGS and noun.head.tag in NAME_TAGS and not noun.kids("det"):
        noun = noun.head  # "in Troy, Michigan, where ..."
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
    if word.dep.startswith("nsubj") and not agrees(noun, verb):
        nearest = _nearest_noun(word, tree)
        if nearest is None:
            return None
        noun = nearest
        if not agrees(noun, verb):
            return None
    antecedent = tuple(antecedent_nodes(noun, verb))
    made = Clause(verb, "relative", own)
    return made if put_antecedent(made, word, antecedent) else None


def brought_about(verb: Node, clause: Clause) -> Clause | None:
    """ "X has admitted it, which makes him an outlier": the whole event does so, not the noun before the comma."""
    word = verb.kid("nsubj")
    if word is None or word.lower != "which" or verb.tag != "VBZ" or clause.kind == "saying":
        return None
    makes = verb.lemma == "make" and any(
        n.tag == "PRP" for c in verb.kids("dobj", "ccomp") for n in (c, *c.kids("nsubj"))
    )
    if not makes and verb.lemma != "mean":
        return None
    made = Clause(verb, "relative", [n for n in subtree(verb) if n is not word and n.dep != "punct"])
    made.event = clause
    return made


def agrees(noun: Node, verb: Node) -> bool:
    """Whether noun and verb agree in number, as far as their forms show."""
    group = [verb, *verb.kids(*AUXILIARIES)]
    if any(n.lower in {"are", "were", "have", "do"} for n in group) or (
        verb.tag == "VBP" and not verb.kids("aux")
    ):
        singular = noun.tag == "NN" or (noun.tag == "NNP" and not noun.lower.endswith("s"))
        return not singular or is_plural(noun) or bool(noun.kids("conj"))
    if any(n.lower in {"is", "was", "has", "does"} for n in group):
        return noun.tag != "NNS" or bool(noun.kids("conj"))
    return True


def _nearest_noun(word: Node, tree: Tree) -> Node | None:
    """The noun right before the comma of a relative clause."""
    before = [n for n in tree.nodes if n.i < word.i and n.dep != "punct"]
    return before[-1] if before and before[-1].is_noun else None


def put_antecedent(made: Clause, word: Node, antecedent: tuple[Piece, ...]) -> bool:
    """Put the antecedent where the relative word leaves its gap; False where it cannot be said."""
    if word.tag == "WP$":
        made.replace(word, *antecedent, "'s")
    elif word.tag == "WRB":
        made.replace(word)
        if word.lower not in {"where", "when"}:
            return False
        first = antecedent[0] if antecedent else ""
        day = isinstance(first, Node) and first.lower.endswith("day")
        if word.lower == "where" and made.own and made.own[0] is word and len(made.own) > _SHORT:
            made.replace(
                word, "in", *antecedent, ","
            )  # at the end it would seem to go with what stands there
        else:
            made.appended = ("on" if day else "in", *antecedent)
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
