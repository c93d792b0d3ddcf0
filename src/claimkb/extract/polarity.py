"""Whether a claim affirms or denies its proposition.

Every word that denies within the scope of the clause's own predicate is
counted, and the parity decides, so that a double negation affirms. The words
found are kept, for explanations. "not only" never counts: its words are idle.
A word that denies only a part ("without its captain", "not the goalkeeper",
"rather than fight") leaves the clause affirmed; the part stays in its text.
"""

from collections.abc import Iterator

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import Node, descend, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues
from claimkb.model import Polarity

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "oprd", "pobj", "expl"})
_COMPLEMENTS = frozenset({"acomp", "prep", "advmod", "amod", "npadvmod"})


def polarity(clause: Clause, idle: set[int]) -> tuple[Polarity, tuple[str, ...]]:
    """The polarity of a clause and the words that decided it."""
    shown = {id(n) for n in clause.own}
    denying = list(_denials(clause.head, idle))
    denying += _neither_after(clause, denying)
    found = [n.text for n in [*denying, *_strays(clause, idle)] if id(n) in shown]
    if clause.negated_from_above:
        found.append("(from above)")
    return (Polarity.NEGATED if len(found) % 2 else Polarity.AFFIRMED), tuple(found)


def _denials(head: Node, idle: set[int]) -> Iterator[Node]:
    words = cues().polarity
    for child in head.children:
        if id(child) in idle or _is_contrast(child):
            continue
        if child.dep == "neg" or _is_denying_adverb(child):
            yield child
        elif child.dep in _ARGUMENTS:
            yield from _denying_determiner(child)
        elif child.dep in _COMPLEMENTS:
            yield from _denying_complement(child, head)
        elif child.dep == "xcomp":
            yield from (c for c in child.kids("neg") if id(c) not in idle)
            if head.lemma in words.failing_verbs:
                yield head
            elif (
                head.lemma in words.lasting_verbs
                and child.lemma in words.failing_verbs
                and child.kid("xcomp")
            ):
                yield child  # "continues to refuse to pay"
            yield from (y for y in head.kids("advmod") if y.lower == "yet" and head.lemma in {"have", "be"})
    if head.lemma == "deny" and head.kid("dobj", "ccomp") is not None:
        yield head


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


def _is_denying_adverb(child: Node) -> bool:
    words = cues().polarity
    return child.dep in {"advmod", "preconj"} and child.lower in words.near_negators | {
        "neither",
        "never",
        "nowhere",
    }


def _is_contrast(child: Node) -> bool:
    """ "Closed, not sold": what is set against something else denies only that."""
    return child.dep == "neg" and child.i > child.head.i and not _follows_verb(child)


def _follows_verb(child: Node) -> bool:
    """The plain "not" after a copula or a modal left as head ("is not", "can not")."""
    return child.head.lemma in {"be", "have", "do"} or child.head.tag == "MD" or child.i == child.head.i + 1


def _denying_determiner(noun: Node) -> Iterator[Node]:
    words = cues().polarity
    if noun.lower in words.no_one | words.near_quantities and not noun.kids("det"):
        if not _but_follows(noun):
            yield noun
        return
    if noun.lower == "anything" and _but_follows(noun):
        yield noun
        return
    affirms = noun.lemma in words.certainty_nouns  # "there is no doubt that P"
    for child in noun.children:
        if affirms and child.lower in words.no_one | words.near_quantities:
            continue
        if _is_denying_word(child, noun) or _is_near_none(child, noun):
            yield child


def _is_denying_word(child: Node, noun: Node) -> bool:
    words = cues().polarity
    if child.dep in {"det", "preconj", "neg", "cc"} and child.lower in {"no", "neither"}:
        return True
    if child.dep in {"neg", "preconj", "advmod"} and child.lower in {"not", "n't"}:
        return child.i < noun.i and any(
            c.lower in {"all", "every", "everyone", "everything"} for c in [noun, *noun.children]
        )
    if child.dep == "advmod":
        return child.lower in words.near_negators
    if child.dep in {"det", "nummod", "amod"}:  # "hardly any rain", "not one passenger", "not a single vote"
        first = next(iter(child.children), None)
        return (
            first is not None
            and first.lower in words.near_negators | {"not"}
            and child.lower in {"any", "one", "single"}
        )
    return False


def _is_near_none(child: Node, noun: Node) -> bool:
    """ "Few farmers", "little progress"; "a few", "the few", "little girls" are something else."""
    if child.dep != "amod" or child.lower not in cues().polarity.near_quantities:
        return False
    if noun.kids("det", "poss", "nummod") or any(c.lower in {"so", "a"} for c in child.children):
        return child.lower == "few" and any(c.lower in {"so", "very", "too"} for c in child.children)
    return child.lower == "few" or noun.tag == "NN"


def _but_follows(noun: Node) -> bool:
    """ "nothing but lies" affirms the lies."""
    near = [*noun.children, *noun.head.children]
    return any(c.lower in {"but", "except", "less", "short"} and c.i == noun.i + 1 for c in near)


def _denying_complement(child: Node, head: Node) -> Iterator[Node]:
    words = cues().polarity
    bare_copula = head.lemma == "be" and head.kid("attr", "acomp") is None
    if (
        (child.lower in words.negative_predicates and not child.tag.startswith("NNP"))
        or (child.lower == "without" and bare_copula)
        or (child.lower == "far" and _is_far_from(child, head))
        or (
            child.dep == "advmod" and child.lower == "longer" and any(c.lower == "no" for c in child.children)
        )
        or " ".join(n.lower for n in subtree(child)) in words.negative_phrases
    ):
        yield child


def _is_far_from(child: Node, head: Node) -> bool:
    """ "is far from certain", but not "the farm is far from the river"."""
    source = next((c for c in child.children if c.lower == "from"), None)
    if source is None or head.lemma not in {"be", "remain", "seem", "look", "appear"}:
        return False
    places = (c for c in source.children if c.dep == "pobj")
    return not any(c.kids("det", "poss") or any(n.tag == "NNP" for n in (c, *c.children)) for c in places)


def has_negation(node: Node) -> bool:
    """Whether any negator stands below a node (used to keep doubtful sentences whole)."""
    return any(n.dep == "neg" or n.lower in cues().polarity.negators for n in descend(node))
