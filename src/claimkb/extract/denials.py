"""The words below a predicate that deny it: its own negators, its arguments', its complements'.

What a verb governs is denied apart from the verb. "Urged them not to drive"
urges; only where the infinitive is what the sentence tells ("seems not to
care", "decided not to run", "was found not to be safe") is its "not" the claim's.
"""

from collections.abc import Iterator

from claimkb.extract.tree import Node, is_amount, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues, denies_through

_ARGUMENTS = frozenset({"nsubj", "nsubjpass", "dobj", "attr", "pobj", "oprd", "expl"})
_COMPLEMENTS = frozenset({"acomp", "prep", "advmod", "amod", "npadvmod"})
_LINKING = frozenset(
    {"be", "seem", "appear", "look", "remain", "become", "feel", "sound", "prove", "stay", "get"}
)
_ONLY = frozenset({"only", "just", "merely", "simply", "solely"})
_NEVER = frozenset({"neither", "never", "nowhere"})
_LEFT_UNDONE = frozenset({"short", "from"})
_CAN = frozenset({"can", "ca", "could"})
_FORBIDDING = frozenset({"can", "could", "ca", "should", "must", "ought", "may"})


def denials(head: Node, idle: set[int]) -> Iterator[Node]:
    """Every word that denies the predicate `head`, once or more; `idle` are the ids of nodes that say nothing."""
    for child in head.children:
        if id(child) in idle or _is_contrast(child):
            continue
        if child.dep == "neg" or _is_denying_adverb(child):
            if not _is_idle_negation(child, head):
                yield child
        elif child.dep in _ARGUMENTS:
            yield from _denying_determiner(child)
        elif child.dep in _COMPLEMENTS:
            yield from (
                _undone(child, head) if child.lower in _LEFT_UNDONE else _denying_complement(child, head)
            )
        elif child.dep == "xcomp":
            yield from _governed(child, head, idle)
        elif child.dep == "ccomp" and child.kid("mark") is None and not is_finite(child):
            thing = subject_of(child)  # "has no cash left", "found nobody hurt": the object of the main verb
            yield from _denying_determiner(thing) if thing is not None else ()
    if head.lemma in cues().polarity.withholding_verbs and _withholds(head):
        yield head


def _governed(infinitive: Node, head: Node, idle: set[int]) -> Iterator[Node]:
    """What denies through an infinitive: "seems not to care", "failed to stop", "has yet to pay"."""
    words = cues().polarity
    if denies_through(head.lemma, is_passive=bool(head.kids("auxpass"))):
        yield from (c for c in infinitive.kids("neg") if id(c) not in idle)
    if head.lemma in words.failing_verbs:
        yield head
    elif (
        head.lemma in words.lasting_verbs
        and infinitive.lemma in words.failing_verbs
        and infinitive.kid("xcomp")
    ):
        yield infinitive  # "continues to refuse to pay"
    yield from (y for y in head.kids("advmod") if y.lower == "yet" and head.lemma in {"have", "be"})


def _undone(child: Node, head: Node) -> Iterator[Node]:
    """What is not done, with an -ing form: "stopped short of saying", "refrained from voting"."""
    if child.lower == "short":
        of = next((p for p in (*child.kids("prep"), *head.kids("prep")) if p.lower == "of"), None)
        if head.lemma == "stop" and of is not None and _doing(of):
            yield child
    elif head.lemma in {"refrain", "abstain"} and _doing(child):
        yield head


def _doing(prep: Node) -> bool:
    return any(c.tag in {"VBG", "VBN"} for c in prep.kids("pcomp", "pobj"))


def _withholds(head: Node) -> bool:
    """ "Denied the charges", "refused treatment", "declined an offer"; not "sales declined 3 percent"."""
    thing = head.kid("dobj")
    if thing is None:
        return head.lemma == "deny" and head.kid("ccomp") is not None
    return head.kid("xcomp") is None and not (head.lemma == "decline" and is_amount(thing))


def _is_idle_negation(child: Node, head: Node) -> bool:
    """A negator that bounds or adds rather than denies: "not just a clerk", "no more than $20"."""
    if (
        head.lemma == "wait"
        and head.kids("xcomp", "advcl")
        and any(a.lower in _CAN for a in head.kids("aux"))
    ):
        return True  # "can't wait to start": is eager to
    after = next((n for n in subtree(head) if n.i == child.i + 1), None)
    if after is None:
        return False
    if child.lower in {"not", "n't"} and after.lower in _ONLY:
        return not any(a.lower in _FORBIDDING for a in head.kids("aux"))
    if child.lower not in {"no", "not"}:
        return False
    than = next((n for n in subtree(head) if n.i == child.i + 2), None)
    bounds = after.lower in {"more", "later", "earlier"} and than is not None and than.lower == "than"
    return bounds or after.lower in {"less", "fewer"}


def _is_denying_adverb(child: Node) -> bool:
    words = cues().polarity
    if child.lower == "barely" and (child.head.lemma in words.achieving_verbs or child.i > child.head.i):
        return False  # "barely survived": did
    if child.lower == "little" and child.dep == "advmod":  # "Little did they know"
        return any(child.i < a.i < child.head.i for a in child.head.kids("aux")) and child.i < child.head.i
    denies = child.lower in words.near_negators or child.lower in _NEVER
    return denies and child.dep in {"advmod", "preconj"}


def _is_contrast(child: Node) -> bool:
    """ "Closed, not sold": what is set against something else denies only that."""
    return child.dep == "neg" and child.i > child.head.i and not _follows_verb(child)


def _follows_verb(child: Node) -> bool:
    """The plain "not" after a copula or a modal left as head ("is not", "can not")."""
    return child.head.lemma in {"be", "have", "do"} or child.head.tag == "MD" or child.i == child.head.i + 1


def _denying_determiner(noun: Node) -> Iterator[Node]:
    words = cues().polarity
    if (noun.lower in words.no_one or noun.lower in words.near_quantities) and not noun.kids("det"):
        if not _but_follows(noun):
            yield noun
        return
    if noun.lower == "anything" and _but_follows(noun):
        yield noun
        return
    affirms = noun.lemma in words.certainty_nouns  # "there is no doubt that P"
    hung = (d for c in noun.kids("compound", "amod", "nmod") for d in c.kids("det") if d.lower == "no")
    for child in (*noun.children, *hung):  # "no tsunami risk": the parser may hang "no" on the first noun
        if affirms and (child.lower in words.no_one or child.lower in words.near_quantities):
            continue
        if child.lower == "no" and (_but_follows(noun) or _is_idle_negation(child, noun)):
            continue  # "had no choice but to resign", "is no more than a rumour"
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
            and (first.lower == "not" or first.lower in words.near_negators)
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
        (
            child.lower in words.negative_predicates
            and not child.tag.startswith("NNP")
            and child.text.islower()
        )
        or (child.lower == "without" and bare_copula)
        or (child.lower == "far" and _is_far_from(child, head))
        or (
            child.dep == "advmod" and child.lower == "longer" and any(c.lower == "no" for c in child.children)
        )
        or " ".join(n.lower for n in subtree(child)) in words.negative_phrases
    ):
        yield child
    elif child.dep in {"acomp", "advmod"}:
        yield from _denied_quality(child, head)


def _denied_quality(child: Node, head: Node) -> Iterator[Node]:
    """A negator hung on the adjective: "is no better", "was “not true”", "is likely not to run"."""
    linking = head.lemma in _LINKING
    compared = child.tag in {"JJR", "RBR"} or child.lower == "different"
    for word in child.children:
        denies = compared if word.lower == "no" else word.dep == "neg" and child.dep == "acomp" and linking
        if denies and not _is_idle_negation(word, child):
            yield word
    if head.lemma == "be" and child.dep == "acomp":
        infinitive = child.kid("xcomp")
        yield from (
            infinitive.kids("neg")
            if infinitive is not None and denies_through(child.lemma, is_passive=True)
            else ()
        )


def _is_far_from(child: Node, head: Node) -> bool:
    """ "is far from certain", but not "the farm is far from the river"."""
    source = next((c for c in child.children if c.lower == "from"), None)
    if source is None or head.lemma not in {"be", "remain", "seem", "look", "appear"}:
        return False
    places = (c for c in source.children if c.dep == "pobj")
    return not any(c.kids("det", "poss") or any(n.tag == "NNP" for n in (c, *c.children)) for c in places)
