"""The verb of a clause inside a label: what denies it, its modal, its particle, the word that asks."""

from claimkb.extract.inflect import past
from claimkb.extract.label_phrases import is_infinitive
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, subject_of
from claimkb.lexicon.labels import label_words


def is_content(clause: Node, noun: Node) -> bool:
    """Whether a clause after a noun tells what the noun is about ("the fear that prices rise")."""
    own = subject_of(clause)
    marked = any(c.lower == "that" and c.tag == "IN" for c in clause.children)
    marked = marked or (clause.dep == "acl" and clause.tag in {"VBD", "VBZ", "VBP"})  # "evidence they lied"
    return clause.is_verb and clause.i > noun.i and marked and own is not None and own.lower != "that"


def inner_subject(clause: Node) -> Node | None:
    """The subject of a clause, also where the parser hangs it on the auxiliary."""
    heads = (clause, *clause.kids("auxpass", "aux"))
    return next((own for n in heads if (own := subject_of(n)) is not None), None)


def asking(clause: Node) -> str:
    """The word that opens an indirect question: "whether", "how"."""
    long = next((c for c in clause.kids("advmod") if c.kids("advmod") and c.i < clause.i), None)
    if (
        long is not None
        and (how := next((c for c in long.kids("advmod") if c.tag == "WRB"), None)) is not None
    ):
        return f"{how.lower} {long.lower}"  # "how long"
    below = (g for c in clause.kids("prep", "acomp", "attr", "dobj", "auxpass") for g in c.children)
    words = (c for c in (*clause.children, *below) if c.i < clause.i)
    return next((c.lower for c in words if c.tag in {"WRB", "WP"} or c.lower in {"whether", "if"}), "")


def governed(verb: Node, words: list[str], view: Wording) -> tuple[list[str], Node]:
    """The words of a verb with the infinitive it governs ("attempt to remove"), and the verb below it."""
    inner = next((c for c in verb.kids("xcomp") if is_infinitive(c) and view.shows(c)), None)
    if inner is None or verb.kids("dobj") or inner.kids("auxpass"):
        return words, verb
    no = ["not"] if inner.kids("neg") else []
    if (
        verb.lemma in label_words().implicative
        and not no
        and words == [verb.lower]
        and verb.tag in {"VBD", "VBN"}
    ):
        return [past(inner.lemma)], inner  # "companies managed to shelter" is "companies sheltered"
    return [*words, *no, "to", *base(inner)], inner


def inner_verb(inner: Node) -> list[str]:
    """The verb of an inner clause with what denies it and its modal; the copula is left out."""
    denying = [
        c.lower
        for c in inner.kids("neg", "advmod")
        if c.lower in label_words().near_negators or c.dep == "neg"
    ]
    no = ["not" if d in {"n't", "n’t"} else d for d in denying]
    if "longer" in no:
        no = ["no", "longer"]
    after = [c.lower for c in inner.kids("prt", "prep") if c.dep == "prt" or _is_stranded(c)]
    modal = [a.lower for a in inner.kids("aux") if a.tag == "MD"]
    support = next((a for a in inner.kids("aux") if a.lemma == "do"), None)
    if no == ["not"] and support is not None:
        return [f"{support.lower}n't", inner.lower, *after]
    to = ["to"] if inner.tag == "VB" and any(a.lower == "to" for a in inner.kids("aux")) else []
    passive = ["be"] if (to or modal) and inner.kids("auxpass") else []
    if (said := inner.kid("acomp", "attr")) is not None and inner.lemma == "be":
        return [*modal, *no, *(["be"] if modal else [inner.lower] if said.is_noun else [])]
    return [*(no + to if to else modal + no), *passive, inner.lower, *after]


def _is_stranded(prep: Node) -> bool:
    """Whether a preposition has lost its noun to the front ("where it came from")."""
    return prep.i > prep.head.i and all(c.i < prep.i for c in prep.children)


def base(verb: Node) -> list[str]:
    """A verb's base form with its particle."""
    return [verb.lemma, *(c.lower for c in verb.kids("prt"))]
