"""A holder named beside the clause, not above it.

"According to X, P", "P, X said on Monday, Q", "as X notes, P", "in the view of
X, P", "the ship is believed to have sunk": the clause stays what it is, the
words that name the holder are left out of it.
"""

from collections.abc import Callable, Iterator
from functools import cache

from claimkb.extract.clauses import Voice
from claimkb.extract.holders import (
    agent_of,
    holder_nodes,
    is_authors_own,
    is_passive,
    names_nobody,
    unnamed,
)
from claimkb.extract.tree import (
    NAME_TAGS,
    Node,
    ancestors,
    descend,
    is_finite,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues

_NAMED = NAME_TAGS | {"NNS"}
Aside = tuple[Voice, tuple[Node, ...]]

_OWN_CLAUSES = frozenset({"relcl", "acl", "ccomp", "csubj", "advcl", "parataxis"})
_HUNG = frozenset({"advcl", "parataxis", "ccomp", "dep"})
_EDGES = frozenset({",", '"', "''", "``", "'", "—", "-", "--", ";", ":", ".", "!", "?", "...", "…"})


def outer_voice(head: Node) -> Aside | None:
    """The holder named beside the clause of `head`, and the nodes to leave out of the claim."""
    below = list(head.children)
    for node in below:  # the list grows while it is read
        below += node.children
    signs = {n.lower for n in below}
    signs.update([n.dep for n in below])
    for find, needed in _FINDERS:
        found = None if needed.isdisjoint(signs) else find(head)
        if found is not None:
            voice, nodes = found
            return voice, (*nodes, *_commas(nodes, head))
    return None


def _within(head: Node, *, conjuncts: bool = True) -> Iterator[Node]:
    """The nodes below a predicate, without what is inside a clause of its own."""
    stack = [head]
    while stack:
        node = stack.pop()
        yield node
        closed = _OWN_CLAUSES if conjuncts else _OWN_CLAUSES | {"conj"}
        told = node is not head and node.is_verb and subject_of(node) is not None
        if not (told and (node.dep in closed or _after_semicolon(node))):
            stack.extend(reversed(node.children))


def _after_semicolon(verb: Node) -> bool:
    """ "A; B, according to X": X has spoken of B."""
    return any(c.text == ";" and verb.head.i < c.i < verb.i for c in verb.head.children)


def _sentence(node: Node) -> list[Node]:
    return subtree([node, *ancestors(node)][-1])


def _commas(nodes: tuple[Node, ...], head: Node) -> list[Node]:
    """The commas that only set an aside off; one stays between what opens the sentence and its subject."""
    if not nodes:
        return []
    first, last = min(n.i for n in nodes), max(n.i for n in nodes)
    subject = subject_of(head)
    fronted = subject is not None and subject.i > last
    beside = {last + 1} if fronted else {first - 1, last + 1}
    return [n for n in subtree(head) if n.i in beside and n.text == ","]


def _according(head: Node) -> Aside | None:
    for node in _within(head):
        if node.lower != "according" or node is head:
            continue
        inner = node.kid("prep", "pcomp", "aux") or node
        name = inner.kid("pobj") or _misread_name(inner)
        if name is not None:
            return Voice(tuple(holder_nodes(name)), "according to"), tuple(subtree(node))
    return None


def _misread_name(inner: Node) -> Node | None:
    """ "according to show insiders", read as if someone showed insiders."""
    verb = inner.kid("pcomp")
    return verb.kid("dobj") if verb is not None else None


def _per(head: Node) -> Aside | None:
    """ "The plan is dead, per two aides": "per" with a phrase of its own, set off by a comma; never a rate."""
    for prep in head.kids("prep"):
        name = prep.kid("pobj")
        if prep.lower != "per" or name is None or not (name.kids("det", "poss") or name.tag in _NAMED):
            continue
        if _set_off(prep, head):
            return Voice(tuple(holder_nodes(name)), "per"), tuple(subtree(prep))
    return None


def _in_the_view_of(head: Node) -> Aside | None:
    words = cues().attribution
    for child in head.kids("prep"):
        noun = child.kid("pobj")
        if noun is None or noun.lemma not in words.view_phrases or child.lower not in {"in", "by", "from"}:
            continue
        if child.lower == "by" and noun.lemma in {"view", "word", "eye"}:
            continue
        of = next((c for c in noun.kids("prep") if c.lower == "of"), None)
        owner = of.kid("pobj") if of is not None else noun.kid("poss")
        if owner is None and child.lower == "by" and noun.lemma in {"account", "estimate", "reckoning"}:
            owner = noun  # "by one estimate", "by most accounts"
        if owner is None or owner.lower in {"my", "our"} or not _set_off(child, head):
            continue
        nodes = [n for n in holder_nodes(owner) if n.dep != "case"]
        return Voice(tuple(nodes), noun.lower), tuple(subtree(child))
    return None


def _set_off(child: Node, head: Node) -> bool:
    """Whether an adverbial opens the sentence or stands between commas."""
    sentence = _sentence(head)
    own = [n.i for n in descend(child) if n.dep != "punct"]  # its commas may hang on it or on its host
    first, last = min(own), max(own)
    before = next((n for n in sentence if n.i == first - 1), None)
    after = next((n for n in sentence if n.i == last + 1), None)
    return (before is None or before.text in _EDGES) and (after is None or after.text in _EDGES)


def _verb_of_saying(head: Node) -> Aside | None:
    for node in _within(head, conjuncts=False):
        if node is head or node.dep not in _HUNG or not _is_aside(node):
            continue
        subject = subject_of(node)
        mark = node.kid("mark")
        if subject is None or subject.lower in {"it", "that", "this"} or names_nobody([subject]):
            continue
        nodes = tuple(holder_nodes(subject))
        if is_authors_own(nodes, node) or not _set_off(node, head):
            continue
        endorsed = mark is not None and node.lemma in cues().stance.endorsing_as
        return Voice(nodes, node.lower, endorsed=endorsed), tuple(subtree(node))
    return None


def _is_aside(verb: Node) -> bool:
    """A finite verb of saying that has a subject and no clause of its own: "X said", "as X puts it"."""
    words = cues().attribution
    obj = verb.kid("dobj")
    mark = verb.kid("mark") or next((c for c in verb.kids("advmod") if c.lower == "as"), None)
    if mark is not None and mark.lower != "as":
        return False
    if is_passive(verb) or any(c.tag == "WRB" for c in verb.children):
        return False  # "when a million jobs were added" says when, and nobody's words
    puts_it = verb.lemma == "put" and obj is not None and obj.lower == "it" and mark is not None
    if not puts_it and verb.lemma not in _saying():
        return False
    hearer = obj is not None and verb.lemma in words.with_listener
    if (obj is not None and not puts_it and not hearer) or verb.kids(
        "ccomp", "xcomp", "neg", "acomp", "oprd"
    ):
        return False
    if any(a.lower in {"may", "might", "could"} for a in verb.kids("aux")):
        return False  # "as many may have noticed"
    finite = is_finite(verb) or (verb.tag == "VB" and not verb.kids("aux"))  # "aides say" is often tagged VB
    return subject_of(verb) is not None and finite


@cache
def _saying() -> frozenset[str]:
    """The verbs that hand the clause beside them to their subject."""
    words = cues().attribution
    return words.verbs | words.factive | (words.quoting - words.volition)


def _raising(head: Node) -> Aside | None:
    """ "The ship is believed to have sunk": the words stay, the view is not the author's own."""
    if head.tag != "VBN" or not is_passive(head) or head.lemma not in cues().attribution.raising:
        return None
    if not any(any(a.lower == "to" for a in x.kids("aux")) for x in head.kids("xcomp")):
        return None
    agent = agent_of(head)
    return (Voice(agent, head.lower) if agent else unnamed(head)), ()


# Each with the words and relations of which one must stand below the predicate: most predicates have none of them.
_FINDERS: tuple[tuple[Callable[[Node], Aside | None], frozenset[str]], ...] = (
    (_according, frozenset({"according"})),
    (_per, frozenset({"per"})),
    (_in_the_view_of, frozenset({"in", "by", "from"})),
    (_verb_of_saying, _HUNG),
    (_raising, frozenset({"xcomp"})),
)
