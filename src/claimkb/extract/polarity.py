"""Whether a claim affirms or denies its proposition.

Every word that denies within the scope of the clause's own predicate is
counted, and the parity decides, so that a double negation affirms. The words
found are kept, for explanations. "not only" never counts: its words are idle.
A word that denies only a part ("without its captain", "not the goalkeeper",
"rather than fight") leaves the clause affirmed; the part stays in its text.
"""

from collections.abc import Iterator

from claimkb.extract.clauses import Clause
from claimkb.extract.denials import denials
from claimkb.extract.tree import Node, descend, is_finite, subject_of
from claimkb.lexicon.cues import cues
from claimkb.model import Polarity


def polarity(clause: Clause, idle: set[int]) -> tuple[Polarity, tuple[str, ...]]:
    """The polarity of a clause and the words that decided it."""
    shown = {id(n) for n in clause.own}
    denying = list(denials(clause.head, idle))
    denying = list(
        {id(n): n for n in (*denying, *_neither_after(clause, denying), *_strays(clause, idle))}.values()
    )
    found = [n.text for n in denying if id(n) in shown]
    if clause.negated_from_above:
        found.append("(from above)")
    return (Polarity.NEGATED if len(found) % 2 else Polarity.AFFIRMED), tuple(found)


def _neither_after(clause: Clause, denying: list[Node]) -> Iterator[Node]:
    """The "neither" right after the copula, whatever the parser hung it on: "is neither fair nor legal"."""
    known = {id(n) for n in denying}
    head = clause.head
    if head.lemma == "be":
        yield from (
            n for n in clause.own if n.lower == "neither" and n.i == head.i + 1 and id(n) not in known
        )


def _strays(clause: Clause, idle: set[int]) -> Iterator[Node]:
    """A "not" of this clause that the parser hung elsewhere.

    Right after the copula it denies the clause, whatever it hangs on ("were not
    accredited guests"); so does that of a finite verb left without a subject.
    """
    head = clause.head
    if clause.doubtful and not head.is_verb:  # kept whole without a verb for its root: its first one counts
        passed = {"relcl", "advcl", "ccomp", "csubj", "aux", "auxpass"}
        verbs = [n for n in clause.own if n.is_verb and is_finite(n) and n.dep not in passed]
        yield from verbs[0].kids("neg") if verbs else ()
        return
    for node in clause.own:
        if node.dep != "neg" or node.head is head or id(node) in idle or node.lower not in {"not", "n't"}:
            continue
        verb = node.head
        orphan = verb.is_verb and is_finite(verb) and subject_of(verb) is None
        if (head.lemma == "be" and node.i == head.i + 1) or (
            orphan and verb.dep in {"advcl", "ccomp", "dep"}
        ):
            yield node


def has_negation(node: Node) -> bool:
    """Whether any negator stands below a node (used to keep doubtful sentences whole)."""
    return any(n.dep == "neg" or n.lower in cues().polarity.negators for n in descend(node))
