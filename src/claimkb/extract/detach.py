"""Turns a detached constituent into a clause that can stand by itself.

Relative clauses get their antecedent back, participles a finite form, an
apposition or a verbless insertion the verb "be", coordinated amounts a clause
each. Verb forms follow the tense of the clause they were cut from.
"""

import re

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.inflect import be, past, present
from claimkb.extract.tree import (
    AUXILIARIES,
    NAME_TAGS,
    Node,
    Tree,
    comma_before,
    descend,
    is_amount,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues

_PLURAL_TAGS = frozenset({"NNS", "NNPS"})
_PLURAL_PRONOUNS = frozenset({"they", "we", "these", "those", "both", "many", "few", "you", "i"})


def is_plural(noun: Node) -> bool:
    """Whether a noun phrase takes a plural verb."""
    return (
        noun.tag in _PLURAL_TAGS
        or noun.lower in _PLURAL_PRONOUNS
        or any(c.lower == "and" for c in noun.kids("cc"))
    )


def is_past(verb: Node) -> bool:
    """Whether a clause is told in the past tense."""
    if verb.tag == "VBD":
        return True
    return any(a.tag == "VBD" for a in verb.kids(*AUXILIARIES))


def _modal(verb: Node) -> Node | None:
    return next((a for a in verb.kids("aux") if a.tag == "MD"), None)


def _shared_modal(verb: Node) -> Node | None:
    """The modal that a participle takes over; what someone can or cannot do says nothing of what else they do."""
    modal = _modal(verb)
    negated = any(c.dep == "neg" for c in verb.children)
    return None if modal is None or negated or modal.lower == "can" else modal


def _governing(clause: Clause) -> Node:
    """The finite verb whose tense a clause cut from `clause` takes."""
    return clause.head


def participle(verb: Node, clause: Clause, subject: tuple[Node, ...] | None, tree: Tree) -> Clause | None:
    """A participial clause as a finite one; None where it has no subject to take.

    A participle of result after a comma ("signalling a shift") has the whole
    main event for its subject; any other that of the main clause, or its noun.
    """
    own = [n for n in subtree(verb) if not (n.dep == "mark" and n.head is verb)]
    while own and own[0].dep in {"punct", "cc"}:
        own.pop(0)
    if not own:
        return None
    made = Clause(verb, "participle", own)
    governing = _governing(clause)
    trailing = verb.i > governing.i and comma_before(tree.nodes, verb) and verb.dep != "conj"
    if trailing and verb.tag == "VBG" and _is_result(verb, clause):
        made.event = clause
    elif subject:
        made.subject = subject
    if made.event is None and made.subject is None:
        return None
    head_noun = _head_of(made.subject) if made.subject else None
    plural = is_plural(head_noun) if head_noun is not None else False
    _finite(made, verb, governing, plural=plural)
    return made


def _is_result(verb: Node, clause: Clause) -> bool:
    """Whether the whole event of `clause`, not its subject, does what a trailing participle says.

    People who say or may do something are themselves the ones who go on.
    """
    lexicon = cues()
    if verb.lemma not in lexicon.clauses.result_verbs or clause.kind == "saying" or _is_reflexive(verb):
        return False
    spoken = clause.head.lemma in lexicon.attribution.verbs | lexicon.attribution.factive
    return not spoken and _modal(clause.head) is None and not clause.governors


def _is_reflexive(verb: Node) -> bool:
    obj = verb.kid("dobj")
    return obj is not None and obj.lower.endswith(("self", "selves"))


def _head_of(nodes: tuple[Node, ...]) -> Node:
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if id(n.head) not in inside or n.head is n), nodes[-1])


def _finite(made: Clause, verb: Node, governing: Node, *, plural: bool) -> None:
    """Give a participle the tense and modal of the clause it was cut from."""
    modal = _shared_modal(governing)
    told_in_past = is_past(governing) or (governing.tag == "VBN" and not governing.kids("auxpass"))
    if verb.kids("auxpass", "aux"):
        _finite_auxiliary(made, verb, told_in_past=told_in_past, plural=plural)
        return
    if verb.tag == "VBN":
        leading = [n for n in verb.kids("advmod") if n.i < verb.i and n in made.own]
        first = min([*leading, verb], key=lambda n: n.i)
        made.replace(first, be(plural=plural, is_past=told_in_past or _is_dated(verb)), first)
        return
    if modal is not None:
        made.governors = (modal,)
        adverbs = [n for n in verb.kids("advmod") if n.i < verb.i and n in made.own]
        made.replace(verb, verb.lemma)
        first = min([*adverbs, verb], key=lambda n: n.i)
        rest: Piece = first if first is not verb else verb.lemma
        made.replace(first, modal.text, rest)
    elif verb.dep == "acl" and verb.i < governing.i:
        made.replace(verb, be(plural=plural, is_past=told_in_past), verb)
    else:
        made.replace(verb, past(verb.lemma) if told_in_past else present(verb.lemma, plural=plural))


def finite_content(made: Clause, saying: Node) -> None:
    """ "expects growth to slow" hands over "growth will slow"; "believing it to be a waste", "it is a waste"."""
    verb = made.head
    to = next((a for a in verb.kids("aux") if a.lower == "to"), None)
    if to is None:
        return
    if saying.lemma in {"expect", "predict", "forecast", "project", "anticipate"}:
        made.replace(to, "will")
        return
    made.replace(to)
    subject = subject_of(verb)
    made.replace(verb, present(verb.lemma, plural=subject is not None and is_plural(subject)))


def _is_dated(verb: Node) -> bool:
    """Whether a past participle tells of a time gone by ("proposed last year", "founded in 1998")."""
    words = [n for child in verb.kids("npadvmod", "prep", "advmod") for n in subtree(child)]
    return any(
        n.lower in {"last", "ago", "yesterday", "earlier", "previously"}
        or re.fullmatch(r"1[5-9]\d\d|20[0-4]\d", n.text)
        for n in words
    )


def _finite_auxiliary(made: Clause, verb: Node, *, told_in_past: bool, plural: bool) -> None:
    first = verb.kids("aux", "auxpass")[0]
    if first.lower == "being":
        made.replace(first, be(plural=plural, is_past=told_in_past))
    elif first.lower == "having":
        made.replace(first, "had" if told_in_past else ("have" if plural else "has"))


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


def appositive(node: Node, tree: Tree) -> Clause | None:
    """ "X, the head of Y," as "X is the head of Y"; None where the apposition only renames or lists."""
    noun = node.head
    if (
        not _after_comma(node, tree)
        or node.kids("conj", "cc", "appos")
        or not node.is_noun
        or _in_list(node, tree)
    ):
        return None
    own = subtree(node)
    while own and own[0].dep == "punct" and own[0].text not in {'"', "'"}:
        own.pop(0)
    described = any(
        c.dep in {"det", "poss", "amod", "prep", "relcl", "acl", "compound"} for c in node.children
    )
    if not described or not own or not noun.is_noun:
        return None
    name_last = node.tag in NAME_TAGS and noun.tag not in NAME_TAGS
    if noun.tag == "NNS" and node.tag in {"NN", "NNP"}:
        return None  # the members of a list, not one thing under two names
    if all(n.tag in NAME_TAGS for n in own) and noun.tag in NAME_TAGS:
        return None  # a name beside a title or another name: it stays where it is
    if name_last and (own[0].i - noun.i != 2 or not noun.kids("det", "poss", "amod", "compound")):
        return None
    first, second = (own, antecedent_nodes(noun, node)) if name_last else (antecedent_nodes(noun, node), own)
    verb = be(plural=is_plural(noun), is_past=False)
    if name_last:
        made = Clause(node, "apposition", own)
        made.appended = (verb, *second)
    else:
        made = Clause(node, "apposition", own, subject=tuple(first), prefix=(verb,))
    made.notes.append("apposition read as a statement of identity")
    return made


def _after_comma(node: Node, tree: Tree) -> bool:
    first = min(n.i for n in descend(node)) - tree.nodes[0].i
    return first > 0 and tree.nodes[first - 1].text == ","


def _in_list(node: Node, tree: Tree) -> bool:
    """Whether a supposed apposition is one item of a list ("A, B, and C")."""
    if node.head.kids("cc", "conj"):
        return True
    last = max(n.i for n in descend(node)) - tree.nodes[0].i
    following = [n.lower for n in tree.nodes[last + 1 : last + 3]]
    return bool(following) and (
        following[0] in {"and", "or"} or (following[:1] == [","] and following[1:2] in (["and"], ["or"]))
    )


def anchored(root: Node, nodes: tuple[Node, ...], anchor: list[Node]) -> Clause | None:
    """A verbless insertion ("—currently worth $5 million—") as a statement about the noun before it."""
    own = list(nodes)
    while own and own[0].dep in {"punct", "cc"}:
        own.pop(0)
    while own and own[-1].dep == "punct" and own[-1].text not in {'"', "'"}:
        own.pop()
    if len(own) < 2 or not anchor:
        return None
    amounts = [n for n in [root, *_conjuncts(root)] if is_amount(n)]
    noun = _head_of(tuple(anchor))
    plural = is_plural(noun)
    verb = ("include" if plural else "includes") if len(amounts) > 1 else be(plural=plural, is_past=False)
    made = Clause(root, "insertion", own, subject=tuple(anchor), prefix=(verb,))
    made.notes.append("insertion read as a statement about the noun before it")
    return made


def conjoined_amounts(clause: Clause) -> list[Clause]:
    """A clause with coordinated amounts ("lost $5 million and 20 jobs") as one clause an amount."""
    inside = {id(n) for n in clause.own}
    for node in clause.own:
        chain = [node, *_conjuncts(node)]
        if len(chain) < 2 or node.dep == "conj" or not all(id(n) in inside for n in chain):
            continue
        if all(is_amount(n) for n in chain) and node.dep in {
            "dobj",
            "pobj",
            "attr",
            "nsubj",
            "nsubjpass",
            "ROOT",
        }:
            return [_only(clause, chain, n) for n in chain]
    return [clause]


def _conjuncts(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.kids("conj"):
        found += [child, *_conjuncts(child)]
    return found


def _only(clause: Clause, chain: list[Node], keep: Node) -> Clause:
    """`clause` with only one of its coordinated amounts."""
    first = chain[0]
    own = list(clause.own)
    gone: set[int] = set()
    for node in chain:
        if node is keep:
            continue
        others = [n for n in chain if n is not node]
        gone |= {id(n) for n in subtree(node, others)}
    for node in chain:
        gone |= {id(c) for c in node.children if c.dep in {"cc", "punct", "preconj"} and c.i > first.i}
    gone -= {id(n) for n in descend(keep) if n.dep not in {"conj", "cc"}} - {
        id(n) for other in chain if other is not keep for n in subtree(other, [keep])
    }
    made = Clause(
        clause.head, "quantity", [n for n in own if id(n) not in gone], clause.subject, clause.front
    )
    made.prefix, made.swap, made.governors = clause.prefix, clause.swap, clause.governors
    made.negated_from_above, made.voice, made.appended, made.event = (
        clause.negated_from_above, clause.voice, clause.appended, clause.event,
    )  # fmt: skip
    return made


__all__ = [
    "antecedent_nodes",
    "appositive",
    "conjoined_amounts",
    "is_past",
    "is_plural",
    "participle",
    "put_antecedent",
    "relative",
    "subject_of",
]
