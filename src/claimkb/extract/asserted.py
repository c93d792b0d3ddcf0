"""What a noun phrase states of a thing that is named beside it.

"X is a firm based in Hull" says that X is based in Hull; "16-year-old Ann Lee"
how old she is; "the Syrian city of Aleppo" what Aleppo is. The words stay
where they are; what they state is a claim beside it.
"""

from claimkb.extract.antecedents import put_antecedent
from claimkb.extract.clauses import Clause
from claimkb.extract.detach import participle
from claimkb.extract.inflect import be
from claimkb.extract.tree import Node, Tree, is_finite, subject_of, subtree

_POINTING = frozenset({"it", "this", "that", "there", "these", "those", "which", "who", "what", "one"})
_NAMING = frozenset({"call", "name", "know", "mean", "say", "think", "believe"})
_TOWNS = frozenset({"city", "town", "village"})
_NO_KIND = frozenset(
    {"capital", "main", "old", "entire", "whole", "home", "native", "other", "new", "same", "nearby", "twin"}
)
_KINDS_OF_TOWN = frozenset(
    {"port", "border", "resort", "seaside", "mountain", "mining", "market", "spa", "university"}
)


def tells_of_subject(verb: Node, head: Node) -> bool:
    """Whether a restrictive clause under the noun after "is a" tells what the subject does or is."""
    noun, subject = verb.head, subject_of(head)
    if (
        noun.dep != "attr"
        or noun.head is not head
        or noun.tag != "NN"
        or subject is None
        or not noun.kids("det")
    ):
        return False
    plain = head.lemma == "be" and is_finite(head) and not head.kids("neg", "aux") and not noun.kids("conj")
    if not plain or subject.lower in _POINTING or subject.i > head.i:
        return False
    if verb.dep == "acl":
        return verb.tag == "VBN" and bool(verb.kids("prep", "agent")) and verb.lemma not in _NAMING
    word = verb.kid("nsubj", "nsubjpass")
    relative = word is not None and word.tag in {"WP", "WDT"}
    return verb.dep == "relcl" and relative and is_finite(verb)


def told_of_subject(verb: Node, clause: Clause, subject: tuple[Node, ...], tree: Tree) -> Clause | None:
    """ "is a firm that makes boats" as "X makes boats", "is a writer based in Hull" as "X is based in Hull"."""
    if verb.dep == "acl":
        return participle(verb, clause, subject, tree)
    made = Clause(verb, "relative", subtree(verb))
    word = verb.kid("nsubj", "nsubjpass")
    return made if word is not None and put_antecedent(made, word, subject) else None


def tells_age(old: Node) -> bool:
    """Whether "old" ends "16-year-old" before a name."""
    if old.lower != "old" or old.dep != "amod" or old.head.tag != "NNP":
        return False
    years = old.kid("npadvmod")
    return years is not None and years.lemma == "year" and years.kid("nummod") is not None


def age(old: Node) -> Clause:
    """ "16-year-old Ann Lee" as "Ann Lee is 16 years old"."""
    name = [n for n in subtree(old.head) if old.i < n.i <= old.head.i]
    made = Clause(
        old, "apposition", subtree(old), subject=tuple(name), prefix=(be(plural=False, is_past=False),)
    )
    for node in made.own:
        if node.text == "-":
            made.replace(node)
        elif node.lemma == "year":
            made.replace(node, "years")
    made.notes.append("an age before a name read as a statement about it")
    return made


def names_town(name: Node) -> bool:
    """Whether a name stands in "the Syrian city of X"."""
    of, town = name.head, name.head.head
    if name.dep != "pobj" or of.lower != "of" or town.lemma not in _TOWNS or name.tag != "NNP":
        return False
    if not any(c.lower == "the" for c in town.kids("det")) or name.kids("det", "conj", "poss"):
        return False
    before = [c for c in town.children if c.i < town.i and c.dep != "det"]
    telling = all(_tells_kind(c) for c in before)
    of_a_country = any(c.text[:1].isupper() or c.dep == "compound" for c in before)
    return telling and of_a_country


def _tells_kind(word: Node) -> bool:
    if word.dep == "compound":
        return word.lower in _KINDS_OF_TOWN
    return word.dep == "amod" and word.tag in {"JJ", "NNP"} and word.lower not in _NO_KIND


def town(name: Node) -> Clause:
    """ "the Syrian city of Aleppo" as "Aleppo is a Syrian city"."""
    noun = name.head.head
    own = [n for n in subtree(noun) if n.i <= noun.i and n.dep != "det"]
    called = tuple(n for n in subtree(name) if n.i <= name.i)
    article = "an" if own[0].text[0] in "aeiouAEIOU" else "a"
    made = Clause(noun, "apposition", own, subject=called, prefix=("is", article))
    made.notes.append("a town's name read as what the town is called")
    return made
