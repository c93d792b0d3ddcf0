"""Relative clauses with their antecedent in the place of the relative word."""

from claimkb.extract.antecedents import antecedent_nodes, put_antecedent
from claimkb.extract.attribution import reported_in_relative
from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.number import is_plural
from claimkb.extract.phrases import without_clauses
from claimkb.extract.tree import (
    AUXILIARIES,
    NAME_TAGS,
    Node,
    Tree,
    subtree,
)
from claimkb.lexicon.cues import cues

_PLACING = frozenset({"in", "at", "from", "near", "outside"})
_PARTED = 7  # words in which "of whom" begins a clause
_FAR = 3  # prepositions between a noun and its relative clause
_REPEATED = 14  # words of an event that may be said again


def relative(verb: Node, tree: Tree) -> Clause | None:
    """A relative clause with its antecedent in the place of the relative word; None if there is none to replace."""
    noun = verb.head
    if not noun.is_noun and noun.tag not in {"CD", "DT", "PRP", "JJ", "JJS"}:
        return None
    if noun.dep == "appos" and noun.tag in NAME_TAGS and noun.head.tag in NAME_TAGS and not noun.kids("det"):
        noun = noun.head  # "in Troy, Michigan, where ..."
    own = subtree(verb)
    while own and own[0].dep == "punct":
        own.pop(0)
    word = _relative_word(own)
    if word is None:
        return None
    if word.lower == "who" and word.dep == "nsubj":
        noun = _person_above(noun)
    elif word.lower == "whose" and noun.tag == "NNP" and noun.dep == "pobj" and noun.head.lower in _PLACING:
        above = noun.head.head  # "a mother in Hull, whose house": hers
        if above.lemma in cues().pronouns.person_nouns:
            return _whose(above, noun.head, verb, own, word)
    if word.dep.startswith("nsubj") and not agrees(noun, verb):
        nearest = _nearest_noun(word, tree)
        if nearest is None:
            return None
        noun = nearest
        if not agrees(noun, verb):
            return None
    parted = word.dep == "pobj" and word.head.lower == "of" and word.lower in {"whom", "which"}
    noun = _named_before(noun, verb, word, tree)
    antecedent: tuple[Piece, ...] = tuple(antecedent_nodes(noun, verb))
    if parted or (word.dep == "pobj" and word.head.lower == "of"):
        antecedent = _parts(noun, verb)
    made = Clause(verb, "relative", own)
    return made if put_antecedent(made, word, antecedent) else None


def _whose(person: Node, place: Node, verb: Node, own: list[Node], word: Node) -> Clause | None:
    """ "A mother and son in Hull, whose home burned": the home of those who are there."""
    phrase = [n for n in subtree(person, [verb, place]) if n.i < place.i]
    while phrase and phrase[-1].dep == "punct":
        phrase.pop()
    made = Clause(verb, "relative", own)
    return made if put_antecedent(made, word, tuple(phrase)) else None


def _relative_word(own: list[Node]) -> Node | None:
    """The word that stands for the antecedent, among the first of a relative clause."""
    for node in own[:4]:
        if node.tag in {"WDT", "WP", "WP$", "WRB"} or (node.lower == "that" and node.dep.startswith("nsubj")):
            return node
    parted = (n for n in own[4:_PARTED] if n.tag in {"WDT", "WP"} and n.head.lower == "of")
    return next(parted, None)  # "more than two thirds of whom"


def _person_above(noun: Node) -> Node:
    """ "a woman outside the bank, who wept": who weeps is the woman."""
    persons = cues().pronouns.person_nouns
    if noun.tag not in {"NN", "NNS"} or noun.lemma in persons or noun.dep != "pobj":
        return noun
    above = noun.head.head
    return above if noun.head.dep == "prep" and above.lemma in persons else noun


def _named_before(noun: Node, verb: Node, word: Node, tree: Tree) -> Node:
    """ "the site of a robbery at a shop in Paris, which is a city": far off, "is" tells of the name before it."""
    nearest = _nearest_noun(word, tree)
    if (
        nearest is None
        or nearest is noun
        or verb.lemma != "be"
        or word.dep != "nsubj"
        or not verb.kids("attr")
    ):
        return noun
    far = sum(n.dep == "prep" for n in tree.nodes if noun.i < n.i < word.i) >= _FAR
    return nearest if far and nearest.tag == "NNP" and noun.tag not in NAME_TAGS else noun


def _parts(noun: Node, verb: Node) -> tuple[Piece, ...]:
    """What a part is named of: all of "Hull, York and Leeds, the last of which", of "all of the guns" the guns."""
    inner = next((p.kid("pobj") for p in noun.kids("prep") if p.lower == "of"), None)
    if inner is not None and noun.tag in {"DT", "CD", "PDT"}:
        noun = inner
    joined = bool(noun.kids("conj"))
    nodes = [n for n in without_clauses(noun) if n.i < verb.i] if joined else antecedent_nodes(noun, verb)
    bare = nodes[0].tag in {"JJ", "NNS", "NN", "CD", "VBN"} and not noun.kids("det", "poss")
    return ("the", *nodes) if bare else tuple(nodes)


def brought_about(verb: Node, clause: Clause) -> Clause | None:
    """ "X has admitted it, which makes him an outlier": the whole event does so, not the noun before the comma."""
    word = verb.kid("nsubj")
    if word is None or word.lower != "which" or verb.tag != "VBZ" or clause.kind == "saying":
        return None
    makes = verb.lemma == "make" and any(
        n.tag == "PRP" for c in verb.kids("dobj", "ccomp") for n in (c, *c.kids("nsubj"))
    )
    if not makes and verb.lemma != "mean":
        return None
    made = Clause(verb, "relative", [n for n in subtree(verb) if n is not word and n.dep != "punct"])
    made.event = clause
    return made


def follows_event(verb: Node) -> Node | None:
    """The "which" of ", after which Y was restored", where it stands for an event."""
    prep = next((c for c in verb.kids("prep") if c.lower == "after" and c.i < verb.i), None)
    word = prep.kid("pobj") if prep is not None else None
    return word if word is not None and word.lower == "which" else None


def happened_after(verb: Node, clause: Clause) -> Clause | None:
    """ "X failed, after which Y was restored": Y was restored after X failed; None where X is too long to repeat."""
    word = follows_event(verb)
    prep = word.head if word is not None else None
    event: list[Piece] = [*(clause.subject or ()), *clause.prefix, *clause.own]
    while event and isinstance(event[-1], Node) and event[-1].dep == "punct":
        event.pop()
    if prep is None or word is None or len(event) > _REPEATED or clause.swap:
        return None
    made = Clause(verb, "relative", [n for n in subtree(verb) if n not in {prep, word}])
    while made.own and made.own[0].dep == "punct":
        made.own.pop(0)
    made.appended = ("after", *event)
    made.notes.append("'after which' read as after the event before it")
    return made


def reported_relative(verb: Node, tree: Tree) -> Clause | None:
    """ "the firm, which rivals say is broke": what rivals say of the firm."""
    found = reported_in_relative(verb)
    if found is None:
        return None
    content, voice = found
    word = next(c for c in content.children if c.tag in {"WDT", "WP"})
    noun: Node | None = verb.head
    if word.dep.startswith("nsubj") and not agrees(verb.head, content):
        noun = _nearest_noun(word, tree)
    made = Clause(content, "relative", subtree(content), voice=voice)
    if noun is None or not put_antecedent(made, word, tuple(antecedent_nodes(noun, verb))):
        return None
    return made


def agrees(noun: Node, verb: Node) -> bool:
    """Whether noun and verb agree in number, as far as their forms show."""
    group = [verb, *verb.kids(*AUXILIARIES)]
    if any(n.lower in {"are", "were", "have", "do"} for n in group) or (
        verb.tag == "VBP" and not verb.kids("aux")
    ):
        singular = noun.tag == "NN" or (noun.tag == "NNP" and not noun.lower.endswith("s"))
        return not singular or is_plural(noun) or bool(noun.kids("conj"))
    if any(n.lower in {"is", "was", "has", "does"} for n in group):
        return noun.tag != "NNS" or bool(noun.kids("conj"))
    return True


def _nearest_noun(word: Node, tree: Tree) -> Node | None:
    """The noun right before the comma of a relative clause."""
    before = [n for n in tree.nodes if n.i < word.i and n.dep != "punct"]
    return before[-1] if before and before[-1].is_noun else None
