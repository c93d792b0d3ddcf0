"""The words that name a holder, and the subjects that are nobody's voice but the author's.

"I think P", "we know P", "you know P" and "this shows that P" leave P with
the author (or, inside a quotation, with the person quoted). "Nobody believes
that P" hands P to no one at all.
"""

from functools import cache

from claimkb.extract.clauses import Voice
from claimkb.extract.tree import Node, descend, subject_of, subtree
from claimkb.lexicon.cues import cues

_LOOSE = frozenset({"relcl", "appos", "acl", "advcl", "parataxis"})
_SINGULAR = {"are": "is", "were": "was", "have": "has", "'re": "is", "'ve": "has"}
_APART = frozenset({"including", "like", "during"})


def _is_when(prep: Node) -> bool:
    """ "On Tuesday night", "in a statement" tell when and where, not who."""
    noun = prep.kid("pobj")
    if noun is None or prep.lower not in {"on", "in", "at"}:
        return False
    year = noun.tag == "CD" and len(noun.text) == 4 and noun.text.isdigit()
    words = cues()  # "Roe in a statement (said)" tells on what occasion, not who
    return year or noun.lower in words.pronouns.time_nouns or noun.lemma in words.attribution.occasions


def _is_bare_name(node: Node, noun: Node) -> bool:
    """ "Witness Ann Lee", "the governor-general", "the head of the team, Ann Lee": it is part of who speaks."""
    if node.dep == "appos" and node.i == noun.i + 2 and any(c.text == "-" for c in node.children):
        return True  # "the governor-general"
    return node.dep == "appos" and node.tag == "NNP" and noun.tag == "NN" and node.head is noun


def holder_nodes(noun: Node) -> list[Node]:
    """The words that name a holder, without clauses, appositions and "including ..." hung on them."""
    loose = [
        n
        for n in descend(noun)
        if n is not noun
        and (
            (n.dep in _LOOSE and not _is_bare_name(n, noun))
            or (n.dep == "npadvmod" and n.i > noun.i)
            or (n.dep == "prep" and (n.lower in _APART or _is_when(n)))
        )
    ]
    nodes = subtree(noun, loose)
    while nodes and nodes[-1].dep == "punct" and nodes[-1].text not in {'"', "'"}:
        nodes.pop()
    while nodes and nodes[0].dep in {"punct", "cc", "preconj"}:
        nodes.pop(0)
    return nodes


def names_nobody(nodes: tuple[Node, ...] | list[Node]) -> bool:
    """Whether a subject denies that anyone speaks: "nobody", "no expert", "none of", "few", "neither side"."""
    words = cues().polarity
    first = next((n for n in nodes if n.dep != "punct"), None)
    return first is not None and (first.lower in words.no_one or first.lower in words.near_quantities)


def is_authors_own(nodes: tuple[Node, ...], verb: Node) -> bool:
    """Whether the subject of a verb of saying leaves the clause with whoever is speaking already."""
    if _shows_only(nodes, verb):
        return True
    if len(nodes) != 1:
        return False
    words = cues().attribution
    word = nodes[0].lower
    return (
        word in {"i", "we"}
        or (word in {"you", "one"} and (verb.lemma in words.factive or verb.lemma in words.perceiving))
        or (word in {"this", "that", "these", "those"} and verb.lemma in words.evidential)
        or (word == "it" and verb.dep == "ccomp" and verb.lemma in words.evidential)
    )


def _shows_only(nodes: tuple[Node, ...], verb: Node) -> bool:
    """ "The debate proved that P": what neither speaks nor is written shows P to whoever tells of it."""
    words = cues()
    inside = {id(n) for n in nodes}
    top = next((n for n in nodes if id(n.head) not in inside), None)
    if top is None or top.tag not in {"NN", "NNS"} or verb.lemma not in words.attribution.evidential:
        return False
    lemma = "data" if top.lower == "data" else top.lemma
    nouns = words.pronouns
    speaks = (nouns.person_nouns, nouns.group_nouns, nouns.plural_bodies)
    told = (words.attribution.telling, words.attribution.nouns)
    if any(lemma in kind for kind in (*speaks, *told)):
        return False
    return not lemma.endswith(("er", "or", "ist", "ian", "ee", "ant", "ic"))


def unnamed(verb: Node) -> Voice:
    """The voice of an impersonal passive ("it is argued"), whose holder the text does not name."""
    found = [a for a in verb.kids("aux", "auxpass") if a.lower != "to"]
    known = {**_SINGULAR, "'s": "has" if any(a.lower == "been" for a in found) else "is"}
    auxiliaries = [known.get(a.lower, a.text) for a in found]
    return Voice((), verb.lower, " ".join(["it", *(auxiliaries or ["was"]), verb.text]))


def agent_of(verb: Node) -> tuple[Node, ...]:
    """The words after "by" that name who does what a passive says; empty where the text names nobody."""
    agent = verb.kid("agent")
    name = agent.kid("pobj") if agent is not None else None
    if name is None or name.lower in cues().pronouns.time_nouns:
        return ()  # "expected by Friday"
    return tuple(holder_nodes(name))


def is_impersonal(verb: Node) -> bool:
    """Whether a verb of saying is passive with "it" for a subject, or with "there"."""
    subject = subject_of(verb)
    if subject is None:
        return False
    return subject.dep == "expl" or (
        subject.lower in {"it", "there"} and verb.tag == "VBN" and is_passive(verb)
    )


def is_passive(verb: Node) -> bool:
    """Whether a participle is a passive rather than a perfect ("has said")."""
    return bool(verb.kids("auxpass")) or any(a.lemma == "be" for a in verb.kids("aux"))


@cache
def _hearsay_words() -> dict[str, str]:
    return dict(pair.split("=") for pair in cues().attribution.hearsay)


def hearsay(head: Node) -> Voice | None:
    """ "The broker allegedly stole it": the words stay, and it is said by somebody whom the text does not name."""
    for adverb in head.kids("advmod"):
        words = _hearsay_words().get(adverb.lower)
        if words is not None:
            return Voice((), adverb.lower, words)
    return None


def is_hearsay(voice: Voice | None) -> bool:
    """Whether a voice is nobody's by name, so that any holder named for the sentence takes its place."""
    return voice is not None and not voice.nodes and voice.cue in _hearsay_words()


def is_finding(voice: Voice | None) -> bool:
    """ "Initial estimates": what somebody who is named goes by, without an owner of its own."""
    if voice is None or not voice.nodes:
        return False
    inside = {id(n) for n in voice.nodes}
    top = next((n for n in voice.nodes if id(n.head) not in inside), voice.nodes[-1])
    owned = top.kids("poss") or any(c.lower in {"of", "by", "from"} for c in top.kids("prep"))
    return top.lemma in cues().attribution.findings and not owned
