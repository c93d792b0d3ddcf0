"""Makes claims of what stood between dashes or in brackets.

An insertion was parsed by itself (see units.py). A full sentence stands as it
is; a relative clause or a verbless phrase is about the noun phrase right
before it; a participle has the subject of the sentence it was cut from.
"""

from claimkb.extract.antecedents import antecedent_nodes, put_antecedent
from claimkb.extract.appositions import anchored
from claimkb.extract.borrowing import subject_nodes
from claimkb.extract.clauses import Clause
from claimkb.extract.connectives import idle_words
from claimkb.extract.detach import head_of, participle
from claimkb.extract.inflect import is_participle
from claimkb.extract.relatives import agrees
from claimkb.extract.split import Splitter
from claimkb.extract.tree import (
    Node,
    Tree,
    is_amount,
    is_finite,
    move,
    subject_of,
    subtree,
)
from claimkb.extract.units import Unit

_MIN_WORDS = 3  # of an insertion that is worth its dashes
_RELATIVES = frozenset({"WDT", "WP", "WP$"})


def insertion_clauses(tree: Tree, unit: Unit, host: Tree, main: Clause | None) -> list[Clause]:
    """The claims of one insertion; `host` is the sentence it was cut from, `main` its first clause."""
    root, first = tree.root, tree.nodes[0]
    anchor = _anchor(host, unit.anchor or 0, many=any(n.tag == "NNS" for n in tree.nodes))
    if first.lower in {"or", "nor"} or [n.lower for n in tree.nodes[:3]] == ["as", "well", "as"]:
        return []  # an alternative, which is not stated of what stands before it
    if first.dep == "mark" and first.head is root and first.tag == "IN":
        return []  # "(as is the case elsewhere)", "(if they agree)": how or when, not what
    if unit.opener == ",":
        return [_aged(first, anchor)] if anchor else []
    if _is_naming(tree):
        return []
    if first.tag in _RELATIVES and first.head is root and is_finite(root) and anchor:
        return _relative(tree, first, tuple(anchor))
    tree = _amount_with_participle(tree)
    root = tree.root
    if is_finite(root) and subject_of(root) is not None:
        idle = idle_words(tree)
        clauses = Splitter(tree).split()
        for clause in clauses:
            clause.own = [n for n in clause.own if id(n) not in idle]
        return [c for c in clauses if c.own]
    if root.tag in {"VBG", "VBN"} and subject_of(root) is None and main is not None and unit.opener == "—":
        made = participle(root, main, _subject_before(host, unit) or subject_nodes(main), tree)
        return Splitter(tree).finish(made) if made is not None else []
    if root.is_verb or not anchor or not _says_something(root, tree):
        return []
    if unit.opener == "—" and tree.nodes[0].dep == "punct" and tree.nodes[0].text in {'"', "'", "''", "``"}:
        return []  # words that somebody says of a thing: what of it they are, nobody tells
    if (
        unit.opener == "("
        and _ends_in_amount(anchor, host)
        and (is_amount(root) or tree.nodes[0].tag == "CD")
    ):
        return []  # the same amount in another measure: "2 million euros ($2.6 million)"
    made = anchored(root, tree.nodes, anchor)
    return Splitter(tree).finish(made) if made is not None else []


def _subject_before(host: Tree, unit: Unit) -> tuple[Node, ...] | None:
    """ "marched when some broke away — drawing police —": the subject of the verb right before the dash.

    Between a subject and its verb ("the ban — drafted in May — failed") it is that subject.
    """
    place = unit.anchor or 0
    whole = subject_of(host.root)
    if whole is not None and whole.start < place <= host.root.start:
        return tuple(n for n in subtree(whole) if n.end <= place)
    verbs = [n for n in host.nodes if n.end <= (unit.anchor or 0) and n.is_verb]
    subject = subject_of(verbs[-1]) if verbs else None
    return tuple(subtree(subject)) if subject is not None and subject.is_noun else None


def keep_in_place(tree: Tree, unit: Unit, host: Tree, clauses: list[Clause]) -> bool:
    """Put what stood between dashes and states nothing by itself back where it was; whether that could be done."""
    words = [n for n in tree.nodes if n.dep != "punct"]
    before = [n for n in host.nodes if n.end <= (unit.anchor or 0)]
    if unit.opener != "—" or len(words) < _MIN_WORDS or not before or words[0].lower in {"or", "nor"}:
        return False
    last = before[-1]
    for clause in clauses:
        if any(n is last for n in clause.own) and id(last) not in clause.swap and not clause.template:
            ends = all(n.dep == "punct" for n in host.nodes if n.i > last.i)
            inner = [n for n in tree.nodes if n.text != "."]
            clause.replace(last, last, "—", *inner, *([] if ends else ["—"]))
            return True
    return False


def _ends_in_amount(anchor: list[Node], host: Tree) -> bool:
    """Whether the words before an insertion end in an amount, wherever its number hangs ("a 2 billion euro")."""
    last = anchor[-1]
    before = host.nodes[max(last.i - host.nodes[0].i - 1, 0)]
    return is_amount(last) or (last.is_noun and before.tag == "CD")


def _aged(age: Node, anchor: list[Node]) -> Clause:
    """ "Ann Lee, 43," says how old she is."""
    made = Clause(age, "insertion", [age], subject=tuple(anchor), prefix=("is",))
    made.notes.append("an age read as a statement about the name before it")
    return made


def _amount_with_participle(tree: Tree) -> Tree:
    """ "70,000 lives lost and $5 million in damage": the verb without object is a participle of the amount."""
    root = tree.root
    subject = subject_of(root)
    if (
        not is_participle(root.lower)
        or subject is None
        or not is_amount(subject)
        or root.kids("dobj", "aux", "auxpass")
    ):
        return tree
    for child in [c for c in root.children if c is not subject]:
        if child.dep in {"conj", "cc"} or (child.dep == "punct" and child.i > root.i):
            move(child, subject, child.dep)
    root.children = [c for c in root.children if c is not subject]
    subject.head, subject.dep = subject, "ROOT"
    root.head, root.dep, root.tag = subject, "acl", "VBN"
    subject.children = sorted([*subject.children, root], key=lambda n: n.i)
    return Tree(tree.nodes, subject)


def _relative(tree: Tree, word: Node, antecedent: tuple[Node, ...]) -> list[Clause]:
    if word.dep.startswith("nsubj") and not agrees(head_of(antecedent), tree.root):
        return []
    splitter = Splitter(tree)
    clauses = splitter.split()
    for clause in clauses:
        if any(n is word for n in clause.own):
            put_antecedent(clause, word, antecedent)
            clause.kind = "relative"
        elif clause.subject is not None and any(n is word for n in clause.subject):
            clause.subject = antecedent
    return clauses


def _anchor(host: Tree, place: int, *, many: bool) -> list[Node]:
    """The noun phrase right before the insertion; of "ten letters of thanks" the letters, if it tells of many."""
    before = [n for n in host.nodes if n.end <= place]
    if not before or not (before[-1].is_noun or before[-1].tag == "CD"):
        return []
    noun = before[-1]
    while noun.dep in {"compound", "nmod"} and noun.head.end <= place:
        noun = noun.head
    above = noun.head.head
    if (
        many
        and not noun.children
        and noun.head.lower == "of"
        and (above.tag == "NNS" or above.kids("nummod"))
    ):
        return [n for n in subtree(above) if n.end <= place]
    return [n for n in antecedent_nodes(noun, noun) if n.end <= place] or [
        n for n in subtree(noun) if n.end <= place
    ]


def _is_naming(tree: Tree) -> bool:
    """An acronym, a number, a date or a bare name in brackets only renames what stands before it."""
    words = [n for n in tree.nodes if n.dep != "punct"]
    return len(words) <= 2 or all(n.tag in {"NNP", "NNPS", "CD", "SYM", ","} for n in words)


def _says_something(root: Node, tree: Tree) -> bool:
    """A noun phrase with a determiner or an amount, or an adjective with its complement."""
    if root.lower in {"one", "another", "others", "some", "all", "none", "most", "both"}:
        return False
    if root.is_noun or root.tag in {"CD", "$"}:
        return any(
            n.tag in {"DT", "PRP$", "CD", "$"} or n.dep in {"amod", "prep", "poss"} for n in root.children
        )
    return root.tag.startswith("JJ") and len(tree.nodes) > 2
