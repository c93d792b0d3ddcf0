"""What a relative word stands for, put where the word leaves its gap."""

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.detach import head_of
from claimkb.extract.tree import Node, descend, subject_of, subtree
from claimkb.lexicon.cues import cues

_SHORT = 12  # words of a clause that "in X" may follow


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
        event = word.lower == "when" and _is_event(antecedent)
        if word.lower == "where" and made.own and made.own[0] is word and len(made.own) > _SHORT:
            made.replace(
                word, "in", *antecedent, ","
            )  # at the end it would seem to go with what stands there
        else:
            made.appended = ("during" if event else "on" if day else _place(antecedent), *antecedent)
    elif word.dep.startswith("nsubj"):
        made.replace(word, *antecedent)
    elif word.dep in {"dobj", "attr"}:
        if word.head.lemma == "do":
            return False  # "to raise money, which she does by taxes": what she does is to raise it
        made.replace(word)
        made.replace(word.head, word.head, *antecedent)
    elif word.dep == "pobj" and word.head.i > word.i:
        made.replace(word)
        made.replace(word.head, word.head, *antecedent)  # "which doctors had warned about"
    elif word.dep in {"pobj", "det", "poss"}:
        made.replace(word, *antecedent)
        _move_fronted_preposition(made, word, antecedent)
    else:
        return False
    if word in made.own:
        made.notes.append(f"relative word {word.text!r} stands for its antecedent")
    return True


def _place(antecedent: tuple[Piece, ...]) -> str:
    """The preposition that a place has where it is named ("at the scene, where"), "in" elsewhere."""
    nodes = tuple(n for n in antecedent if isinstance(n, Node))
    top = head_of(nodes) if nodes else None
    prep = top.head.lower if top is not None and top.dep == "pobj" else ""
    return prep if prep in {"at", "on", "near", "outside"} else "in"


def _is_event(antecedent: tuple[Piece, ...]) -> bool:
    """ "Sunday's debate, when": no day, month or year, but what went on then."""
    last = antecedent[-1] if antecedent else ""
    dated = cues().clauses.calendar | cues().clauses.spans | cues().pronouns.time_nouns
    return isinstance(last, Node) and last.tag == "NN" and last.lemma not in dated


def _move_fronted_preposition(made: Clause, word: Node, antecedent: tuple[Piece, ...]) -> None:
    """ "in which China invested" reads "China invested in the corridor"."""
    prep = word.head
    subject = subject_of(made.head)
    part = subject is not None and subject.i == word.i + 1 and subject.tag in {"CD", "DT", "JJ", "JJR", "JJS"}
    if prep.lower == "of" and part and subject is not None and made.own and made.own[0] is prep:
        made.replace(word)
        made.replace(prep)
        made.replace(subject, subject, "of", *antecedent)  # "of which three" are three of them
    elif prep.dep == "prep" and made.own and made.own[0] is prep and prep.head is made.head:
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
