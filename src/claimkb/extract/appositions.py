"""Appositions and verbless insertions as statements with the verb "be".

A list misread as an apposition would make a false statement of identity, so
whatever may be one item of a list is refused.
"""

from claimkb.extract.amounts import conjuncts
from claimkb.extract.antecedents import antecedent_nodes
from claimkb.extract.attachment import is_date
from claimkb.extract.clauses import Clause
from claimkb.extract.detach import head_of
from claimkb.extract.holders import names_nobody
from claimkb.extract.inflect import be
from claimkb.extract.number import is_plural
from claimkb.extract.tree import (
    FINITE_TAGS,
    NAME_TAGS,
    NOUN_TAGS,
    Node,
    Tree,
    descend,
    is_amount,
    left_edge,
    right_edge,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues
from claimkb.lexicon.gazetteer import gazetteer

_COMPASS = frozenset({"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest"})
_NARROWS = frozenset(
    {"particularly", "especially", "notably", "mainly", "mostly", "chiefly", "including", "even", "primarily"}
)
_OPENS_ITEM = NOUN_TAGS | {"DT", "PRP$", "JJ", "CD"}


def appositive(node: Node, tree: Tree) -> Clause | None:
    """ "X, the head of Y," as "X is the head of Y"; None where the apposition only renames or lists."""
    noun = _person_of(node, _place(node.head))
    if (
        not _after_comma(node, tree)
        or node.kids("appos")
        or (node.kids("conj", "cc") and not _is_double(node))
        or not (node.is_noun or _is_one_of(node))
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
    name_last = (
        node.tag in NAME_TAGS
        and noun.tag not in NAME_TAGS
        and not any(c.lower in {"a", "an"} for c in node.kids("det"))
    )  # "the man, a Scot": no name of his
    if own[-1].text[:1].isupper() and len(own) <= 3 and any(n.text == "-" for n in own):
        return None  # a party and state ("D-Ohio"), a code
    if noun.tag == "NNS" and node.tag in {"NN", "NNP"}:
        return None  # the members of a list, not one thing under two names
    if noun.tag in NAME_TAGS and all(n.tag in NAME_TAGS for n in _core(node, own)):
        return None  # a name beside a title or another name: it stays where it is
    if node.lower in _COMPASS and not node.kids("npadvmod"):
        return None  # "on the A1, north of the town": where on it
    if any(n.lower in _NARROWS for n in own[:2]):
        return None  # "members, particularly small states": some of them, not what they are
    if own[0].tag in {"WDT", "WP", "WRB"} or own[0].lower in {"not", "never"} or _is_circumstance(node):
        return None  # "a club, not a party": of whatever is called a club
    if is_date(noun) and node.lemma in cues().pronouns.time_nouns:
        return None  # "on Monday, a day after the vote": when, not what Monday is
    if [n.lower for n in own] == [n.lower for n in antecedent_nodes(noun, node)]:
        return None  # "my child, my child"
    turned = name_last or _defines(node, noun)
    before = own[0].i - noun.i == 2 or (name_last and _is_long_role(noun, own, tree))
    if turned and not (before and noun.kids("det", "poss", "amod", "compound")):
        return None
    first, second = (own, antecedent_nodes(noun, node)) if turned else (antecedent_nodes(noun, node), own)
    verb = be(plural=is_plural(noun), is_past=False)
    if turned:
        made = Clause(node, "apposition", own)
        made.appended = (verb, *second)
    else:
        article = ("a",) if own[0] is node and node.lower in cues().clauses.partisans else ()
        made = Clause(node, "apposition", own, subject=tuple(first), prefix=(verb, *article))
    made.notes.append("apposition read as a statement of identity")
    return made


def _defines(node: Node, noun: Node) -> bool:
    """ "A farmer, the man": of an indefinite and a definite noun it is the definite one that something is said of."""
    return any(c.lower in {"a", "an"} for c in noun.kids("det")) and any(
        c.lower in {"the", "this", "that"} for c in node.kids("det")
    )


def _is_long_role(noun: Node, own: list[Node], tree: Tree) -> bool:
    """ "A professor of law in Leeds, Ann Lee, ...": a person's role with what belongs to it, then a full name."""
    words = cues()
    person = noun.lemma in words.pronouns.person_nouns or noun.lemma in words.clauses.describing
    last = own[-1].i - tree.nodes[0].i
    closed = last + 1 < len(tree.nodes) and tree.nodes[last + 1].text == ","
    named = len(own) in {2, 3} and all(n.tag == "NNP" and n.text[:1].isupper() for n in own)
    return person and closed and named and not any(n.lower in gazetteer().words["titles"] for n in own[:1])


def opens_with_role(node: Node, head: Node, tree: Tree) -> bool:
    """ "A farmer from Hull, the man ...": whether an indefinite noun before the subject tells what the subject is."""
    if not node.is_noun or node.dep in {"prep", "nsubj", "ccomp"}:
        return False
    subject = subject_of(head)
    if subject is None or node.i > subject.i:
        return False
    if subject.i > head.i or not any(c.lower in {"a", "an"} for c in node.kids("det")) or node.kids("conj"):
        return False
    if (node.lemma in cues().pronouns.time_nouns or node.lemma in cues().clauses.spans) or is_plural(subject):
        return False
    own = [n.i - tree.nodes[0].i for n in descend(node) if n.dep != "punct"]
    start = left_edge(subject) - tree.nodes[0].i
    before = [n for n in tree.nodes[: min(own)] if n.dep != "punct" and n.tag != "CC"]
    return not before and max(own) + 2 == start and tree.nodes[start - 1].text == ","


def role_of(node: Node, subject: tuple[Node, ...]) -> Clause:
    """What an indefinite noun before its subject says of it."""
    last = right_edge(node)
    own = [n for n in subtree(node) if n.text != "," or n.i < last]
    made = Clause(node, "apposition", own, subject=subject, prefix=(be(plural=False, is_past=False),))
    made.notes.append("a noun before the subject read as a statement of what the subject is")
    return made


def _place(noun: Node) -> Node:
    """ "Troy, Michigan, a suburb of Detroit": what follows the second name is said of the first."""
    renamed = noun.dep == "appos" and noun.tag in NAME_TAGS and noun.head.tag in NAME_TAGS
    return noun.head if renamed and not noun.kids("det", "poss", "prep") else noun


def _person_of(node: Node, noun: Node) -> Node:
    """ "The mayor of Boston, a former judge": somebody's role is told of the person, not of the town."""
    prep = noun.head
    of_person = noun.tag in NAME_TAGS and prep.dep == "prep" and prep.head.tag in {"NN", "NNS"}
    persons = cues().pronouns.person_nouns
    return prep.head if of_person and node.lemma in persons and prep.head.lemma in persons else noun


def _core(node: Node, own: list[Node]) -> list[Node]:
    """The words of an apposition without the clauses hung on it."""
    hung = [n for c in node.kids("relcl", "appos", "acl", "advmod") for n in descend(c)]
    return [n for n in own if n not in hung and n.dep != "punct"]


def _is_circumstance(node: Node) -> bool:
    """ "X lay on the floor, the gun beside her": how things stood, not what X is."""
    return any(
        prep.lower not in {"of", "to", "for", "by", "with", "from"} and n.tag in {"PRP", "PRP$"}
        for prep in node.kids("prep")
        for n in descend(prep)
    )


def _is_double(node: Node) -> bool:
    """ "X, the judge and feminist icon," describes one person: a second article would make a list of it."""
    fellows = node.kids("conj")
    shared = node.kids("det") and not any(f.kids("det", "poss", "nummod", "conj", "cc") for f in fellows)
    singular = node.tag == "NN" and all(f.tag == "NN" for f in fellows)
    return bool(shared) and singular and len(fellows) == 1 and node.head.tag in NAME_TAGS


def _after_comma(node: Node, tree: Tree) -> bool:
    first = left_edge(node) - tree.nodes[0].i
    return first > 0 and tree.nodes[first - 1].text == ","


def _is_one_of(node: Node) -> bool:
    """ "one of the worst-hit districts"."""
    if node.lower != "one" or is_plural(node.head):
        return False
    groups = (p.kid("pobj") for p in node.kids("prep") if p.lower == "of")
    return any(group is not None and group.is_noun for group in groups)


def _in_list(node: Node, tree: Tree) -> bool:
    """Whether a supposed apposition is one item of a list ("A, B, and C")."""
    if node.head.kids("cc", "conj") or (node.kids("poss") and node.head.kids("poss")):
        return True  # "the state's bid, the city's effort": each has its own
    last = right_edge(node) - tree.nodes[0].i
    after = tree.nodes[last + 1 : last + 4]
    if len(after) == 3 and after[0].text == "," and after[2].tag in {"VBD", "VBZ"} and after[2].dep == "conj":
        return False  # "his closest ally, and told her": a second verb follows, no further item
    following = [n.lower for n in after[:2]]
    if following[:1] == [","] and following[1:2] not in (["and"], ["or"]):
        return _row_goes_on(tree.nodes[last + 2 :])
    return bool(following) and (following[0] in {"and", "or"} or following[:1] == [","])


def _row_goes_on(after: tuple[Node, ...]) -> bool:
    """Whether what follows the comma is the next item of a row ("..., the rise of prices, and hunger are")."""
    if not after or after[0].tag not in _OPENS_ITEM:
        return False
    for node in after:
        if node.lower in {"and", "or"} and node.dep == "cc" and node.head.is_noun:
            return True
        if node.tag in FINITE_TAGS or node.tag in {"WDT", "WP"} or node.text in {";", ":"}:
            return False
    return False


def anchored(root: Node, nodes: tuple[Node, ...], anchor: list[Node]) -> Clause | None:
    """A verbless insertion ("—currently worth $5 million—") as a statement about the noun before it."""
    own = list(nodes)
    joined = next((n.dep == "cc" for n in own if n.dep != "punct"), False)
    while own and own[0].dep in {"punct", "cc"}:
        own.pop(0)
    while own and own[-1].dep == "punct" and own[-1].text not in {'"', "'"}:
        own.pop()
    if len(own) < 2 or not anchor or names_nobody(anchor):
        return None  # "no town (a place of some size) has": of nothing
    if joined and root.is_noun and not is_amount(root):
        return None  # "firms — and frankly any business — pay": one more, not what they are
    amounts = [n for n in [root, *conjuncts(root)] if is_amount(n)]
    noun = head_of(tuple(anchor))
    plural = is_plural(noun)
    listed = len(amounts) > 1 or bool(root.kids("conj"))
    if plural and not listed and root.tag in {"NN", "NNP"}:
        return None  # one thing is not many: the insertion is about something else
    if not plural and not amounts and root.tag == "NNS":
        return None
    verb = ("include" if plural else "includes") if len(amounts) > 1 else be(plural=plural, is_past=False)
    made = Clause(root, "insertion", own, subject=tuple(anchor), prefix=(verb,))
    made.notes.append("insertion read as a statement about the noun before it")
    return made
