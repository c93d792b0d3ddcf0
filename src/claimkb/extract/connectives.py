"""Words that hold a text together and say nothing by themselves: found here, left out of every claim.

Openers ("However,", "On the other hand,"), asides between commas (", in
turn,"), and the correlatives "not only ... but also", whose "not" denies nothing.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import Node, Tree, subject_of
from claimkb.lexicon.cues import cues

_COUNTING = frozenset(
    {
        "first",
        "second",
        "third",
        "fourth",
        "fifth",
        "sixth",
        "seventh",
        "now",
        "then",
        "next",
        "again",
        "first of all",
        "too",
        "rather",
        "well",
        "no",
        "yes",
        "so",
    }
)
_LONGEST = 5  # words of the longest opener


def idle_words(tree: Tree) -> set[int]:
    """The ids of the nodes that a claim of this sentence does without."""
    gone = _opener(tree)
    gone |= _asides(tree, gone)
    gone |= _not_only(tree)
    gone |= _closing(tree)
    return gone


def _closing(tree: Tree) -> set[int]:
    """ "No toll was given however": a connective that ends the sentence."""
    last = next((n for n in reversed(tree.nodes) if n.dep != "punct"), tree.root)
    return (
        {id(last)} if last.dep == "advmod" and last.lower in {"however", "though", "nonetheless"} else set()
    )


def without_ties(clause: Clause) -> list[Node]:
    """The words of a clause without those that only tie it to what precedes: "so" and "also" first, "then" anywhere."""
    subject = subject_of(clause.head)
    verb = clause.head
    first = next((n for n in clause.own if n.dep != "punct"), verb)
    left = subject.i if subject is not None and clause.subject is None else first.i - 1
    if verb.kids("neg") or (verb.kid("advcl") is not None and first.lower == "if"):
        return clause.own
    return [n for n in clause.own if not (_ties(n, verb) and (n is first or _is_then(n, left, verb)))]


def _ties(word: Node, verb: Node) -> bool:
    """Whether an adverb of the clause's own verb only ties it to another."""
    bare = word.dep in {"advmod", "cc", "mark"} and word.head is verb and not word.children
    return bare and word.lower in cues().discourse.ties


def _is_then(word: Node, left: int, verb: Node) -> bool:
    """ "They then left": between the subject and its verb."""
    return word.lower != "also" and left < word.i < verb.i


def _opener(tree: Tree) -> set[int]:
    gone: set[int] = set()
    position = 0
    while position < len(tree.nodes):
        if tree.nodes[position].text in {",", "-", "—", "*", "•", ":", ";", "''", "``"}:
            gone.add(id(tree.nodes[position]))
            position += 1
            continue
        if tree.nodes[position].text == '"' and _opener_at(tree.nodes, position + 1):
            position += 1  # the mark stays: the quotation goes on
        length = _opener_at(tree.nodes, position)
        if not length:
            break
        gone |= {id(n) for n in tree.nodes[position : position + length]}
        position += length
    return gone if position < len(tree.nodes) else set()


def _opener_at(nodes: tuple[Node, ...], start: int) -> int:
    """How many nodes from `start` are an opener; one of a single word needs a comma, unless it can be nothing else."""
    for length in range(min(_LONGEST, len(nodes) - start - 1), 0, -1):
        words = " ".join([n.lower for n in nodes[start : start + length]])
        if words not in cues().discourse.openers:
            continue
        following = nodes[start + length]
        if following.text == ",":
            return length + 1
        first = nodes[start]
        if length == 1 and first.dep == "cc":
            return 1
        if (
            length == 1
            and first.dep == "advmod"
            and first.lower in {"however", "therefore", "thus", "hence", "moreover", "furthermore"}
        ):
            return 1
        if (
            length > 1
            and following.is_noun is False
            and following.tag in {"DT", "PRP", "PRP$", "EX"}
            and words not in {"at the same time"}
        ):
            return length
    return 0


def _asides(tree: Tree, known: set[int]) -> set[int]:
    """ ", meanwhile," and ", in turn," inside a sentence."""
    gone: set[int] = set()
    nodes = tree.nodes
    for index, node in enumerate(nodes[:-2]):
        if node.text != "," or id(node) in known:
            continue
        for length in range(min(_LONGEST, len(nodes) - index - 2), 0, -1):
            words = " ".join(n.lower for n in nodes[index + 1 : index + 1 + length])
            if (
                nodes[index + 1 + length].text == ","
                and words in cues().discourse.openers
                and words not in _COUNTING
            ):
                gone |= {id(n) for n in nodes[index : index + 2 + length]}
                break
    return gone


def _not_only(tree: Tree) -> set[int]:
    gone: set[int] = set()
    nodes = tree.nodes
    for index, node in enumerate(nodes[:-1]):
        if node.lower in {"not", "n't"} and nodes[index + 1].lower in {"only", "just", "merely", "simply"}:
            rest = nodes[index + 2 :]
            if not any(n.lower in {"but", "also"} or n.text == ";" for n in rest):
                continue
            gone |= {id(node), id(nodes[index + 1])}
            gone |= {id(n) for n in rest if n.lower == "also"}
            for but in (n for n in rest if n.lower == "but" and n.dep in {"cc", "preconj"}):
                joined = next((c for c in but.head.children if c.dep == "conj" and c.i > but.i), None)
                if joined is None or joined.is_verb:
                    gone.add(id(but))
                else:
                    but.text = "and"  # "not only safe but also rich": safe and rich
    return gone
