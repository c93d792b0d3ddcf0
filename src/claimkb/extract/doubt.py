"""Signs that a sentence was parsed wrongly, so that it is better kept whole than cut.

Each sign is something that no right parse of a newspaper sentence shows: a
person or thing that is "said", a verb that does not agree with the subject it
would borrow.
"""

from claimkb.extract.clauses import Clause
from claimkb.extract.detach import head_of
from claimkb.extract.number import is_plural
from claimkb.extract.tree import AUXILIARIES, Node, Tree

_SAYABLE = frozenset(
    {
        "word",
        "thing",
        "prayer",
        "name",
        "goodbye",
        "hello",
        "thank",
        "sorry",
        "yes",
        "no",
        "line",
        "mass",
        "sentence",
        "amen",
        "much",
        "lot",
    }
)
_BORROWING = frozenset({"coordinate", "adverbial", "participle"})


def is_misread(tree: Tree, clauses: list[Clause]) -> bool:
    """Whether a sentence shows a sign that its parse is wrong."""
    return any(_says_a_thing(n) for n in tree.nodes if n.lemma == "say") or any(
        _disagrees(c) for c in clauses
    )


def _says_a_thing(verb: Node) -> bool:
    """ "Police said two women choked": nobody says women."""
    noun = verb.kid("dobj")
    if noun is None or verb.kids("ccomp", "xcomp") or noun.i < verb.i:
        return False
    quoted = any(n.text in {'"', "''", "``"} for n in (*verb.children, *noun.children))
    counted = noun.tag == "NNS" and bool(noun.kids("nummod", "conj", "acl", "relcl"))
    return counted and noun.lemma not in _SAYABLE and not quoted


def _disagrees(clause: Clause) -> bool:
    """Whether a finite present verb cannot have the subject that its clause borrows."""
    if clause.kind not in _BORROWING or not clause.subject or clause.prefix or clause.swap or clause.template:
        return False
    group = [clause.head, *clause.head.kids(*AUXILIARIES)]
    noun = head_of(clause.subject)
    if noun.lower in {"i", "you", "who", "which", "that"} or not (noun.is_noun or noun.tag == "PRP"):
        return False
    if any(n.tag == "MD" for n in group):
        return False
    singular_verb = any(n.tag == "VBZ" for n in group)
    return (
        singular_verb
        and is_plural(noun)
        and noun.tag in {"NNS", "NN", "NNP"}
        and noun.kid("conj", "nummod") is not None
    )
