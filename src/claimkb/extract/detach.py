"""Turns a detached constituent into a clause that can stand by itself.

Relative clauses get their antecedent back, participles a finite form, an
apposition or a verbless insertion the verb "be", coordinated amounts a clause
each. Verb forms follow the tense of the clause they were cut from.
"""

import re

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.inflect import be, past, present
from claimkb.extract.number import is_plural
from claimkb.extract.tree import (
    AUXILIARIES,
    Node,
    Tree,
    comma_before,
    subject_of,
    subtree,
)
from claimkb.lexicon.cues import cues


def is_past(verb: Node) -> bool:
    """Whether a clause is told in the past tense."""
    if verb.tag == "VBD":
        return True
    return any(a.tag == "VBD" for a in verb.kids(*AUXILIARIES))


def has_happened(verb: Node) -> bool:
    """Whether a clause tells what happened, in the past or the perfect tense."""
    return is_past(verb) or (_modal(verb) is None and any(a.lemma == "have" for a in verb.kids("aux")))


def _modal(verb: Node) -> Node | None:
    return next((a for a in verb.kids("aux") if a.tag == "MD"), None)


def _shared_modal(verb: Node) -> Node | None:
    """The modal that a participle takes over; what someone can or cannot do says nothing of what else they do."""
    modal = _modal(verb)
    negated = any(c.dep == "neg" for c in verb.children)
    return None if modal is None or negated or modal.lower == "can" else modal


def _governing(clause: Clause) -> Node:
    """The finite verb whose tense a clause cut from `clause` takes."""
    return clause.governing or clause.head


def participle(verb: Node, clause: Clause, subject: tuple[Node, ...] | None, tree: Tree) -> Clause | None:
    """A participial clause as a finite one; None where it has no subject to take.

    A participle of result after a comma ("signalling a shift") has the whole
    main event for its subject; any other that of the main clause, or its noun.
    """
    own = [n for n in subtree(verb) if not (n.dep == "mark" and n.head is verb)]
    while own and own[0].dep in {"punct", "cc"}:
        own.pop(0)
    if not own:
        return None
    governing = _governing(clause)
    made = Clause(verb, "participle", own, governing=governing)
    trailing = verb.i > governing.i and comma_before(tree.nodes, verb) and verb.dep != "conj"
    if trailing and verb.tag == "VBG" and _is_result(verb, clause):
        made.event = clause
    elif subject:
        made.subject = subject
    if made.event is None and made.subject is None:
        return None
    plural = made.subject is not None and _are_many(made.subject)
    _finite(made, verb, governing, plural=plural)
    return made


def _are_many(nodes: tuple[Node, ...]) -> bool:
    """Whether a phrase is plural; what is joined to its noun elsewhere is not."""
    noun = head_of(nodes)
    joined = any(n.lower == "and" and n in nodes for n in noun.kids("cc"))
    return is_plural(noun) and (joined or not noun.kids("cc"))


def done_before(prep: Node, clause: Clause, subject: tuple[Node, ...] | None) -> Clause | None:
    """ "after losing the vote" as "X lost the vote"."""
    verb = prep.kid("pcomp")
    if verb is None or not subject:
        return None
    made = Clause(verb, "participle", subtree(verb), subject, governing=clause.head)
    passive = verb.kid("auxpass")
    if passive is not None:
        made.replace(passive, be(plural=is_plural(head_of(subject)), is_past=True))
    else:
        made.replace(verb, past(verb.lemma))
    return made


def _goes_on(verb: Node) -> bool:
    """ "fell while climbing": he was climbing, and may not have got up."""
    mark = verb.kid("mark")
    return mark is not None and mark.lower == "while"


def _is_result(verb: Node, clause: Clause) -> bool:
    """Whether the whole event of `clause`, not its subject, does what a trailing participle says.

    People who say or may do something are themselves the ones who go on.
    """
    lexicon = cues()
    if verb.lemma not in lexicon.clauses.result_verbs or clause.kind == "saying" or _is_reflexive(verb):
        return False
    if any(n.tag == "PRP" for prep in verb.kids("prep") for n in prep.kids("pobj")):
        return False  # "widened the list, adding five to it": whoever widened it added them
    if verb.lemma in {"make", "drive", "help", "end"} and verb.kids("prt"):
        return False  # "making off with jewels"
    if verb.lemma == "contribute" and verb.kid("dobj") is not None:
        return False  # "contributing 5 million": whoever gave them
    if (
        verb.lemma in _DONE_BY_PEOPLE
        and _is_somebody(subject_of(clause.head))
        and not clause.head.kids("auxpass")
    ):
        return False  # "questioned the vote, encouraging his supporters to watch it"
    spoken = (
        clause.head.lemma in lexicon.attribution.verbs or clause.head.lemma in lexicon.attribution.factive
    )
    return not spoken and _modal(clause.head) is None and not clause.governors


# Of the verbs that tell what an event brought about, those that people do as well.
_DONE_BY_PEOPLE = frozenset({"add", "deal", "encourage", "reveal", "shift", "signal"})


def _is_somebody(subject: Node | None) -> bool:
    """A name, a person's role or a personal pronoun."""
    if subject is None:
        return False
    persons = cues().pronouns
    return subject.tag == "NNP" or subject.lemma in persons.person_nouns or subject.lower in persons.person


def _is_reflexive(verb: Node) -> bool:
    obj = verb.kid("dobj")
    return obj is not None and obj.lower.endswith(("self", "selves"))


def head_of(nodes: tuple[Node, ...]) -> Node:
    """The node of a phrase whose head lies outside it."""
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if id(n.head) not in inside or n.head is n), nodes[-1])


def _finite(made: Clause, verb: Node, governing: Node, *, plural: bool) -> None:
    """Give a participle the tense and modal of the clause it was cut from."""
    modal = _shared_modal(governing)
    bare = governing.tag == "VBN" and not governing.kids(*AUXILIARIES)
    told_in_past = is_past(governing) or bare
    told_in_past = told_in_past or (verb.tag == "VBG" and has_happened(governing))
    if verb.kids("auxpass", "aux"):
        _finite_auxiliary(made, verb, told_in_past=told_in_past, plural=plural)
        return
    if verb.tag == "VBN":
        ties = cues().discourse.ties  # "also known as": left out of the claim
        leading = [n for n in verb.kids("advmod") if n.i < verb.i and n in made.own and n.lower not in ties]
        first = min([*leading, verb], key=lambda n: n.i)
        made.replace(
            first, be(plural=plural, is_past=told_in_past or is_dated(verb) or verb.lower in _ONCE), first
        )
        return
    if modal is not None and verb.i < governing.i:
        # "Facing losses, the bank should sell": what comes first is how things are
        first = min(
            [*(n for n in verb.kids("advmod") if n.i < verb.i and n in made.own), verb], key=lambda n: n.i
        )
        made.replace(first, be(plural=plural, is_past=False), first)
    elif modal is not None:
        made.governors = (modal,)
        adverbs = [n for n in verb.kids("advmod") if n.i < verb.i and n in made.own]
        made.replace(verb, verb.lemma)
        first = min([*adverbs, verb], key=lambda n: n.i)
        rest: Piece = first if first is not verb else verb.lemma
        made.replace(first, modal.text, rest)
    elif (verb.dep == "acl" and verb.i < governing.i) or _goes_on(verb):
        made.replace(verb, be(plural=plural, is_past=told_in_past), verb)
    else:
        made.replace(verb, past(verb.lemma) if told_in_past else present(verb.lemma, plural=plural))


def finite_content(made: Clause, saying: Node) -> None:
    """ "expects growth to slow" hands over "growth will slow"; "believing it to be a waste", "it is a waste"."""
    verb = made.head
    to = next((a for a in verb.kids("aux") if a.lower == "to"), None)
    if to is None:
        first = min([verb, *verb.kids(*AUXILIARIES, "neg")], key=lambda n: n.i)
        made.replace(first, "should", first)  # "(demanded) that he not be paid"
        return
    _as_subject(made, subject_of(verb))
    if saying.lemma in {"expect", "predict", "forecast", "project", "anticipate"}:
        made.replace(to, "will")
        return
    made.replace(to)
    subject = subject_of(verb)
    made.replace(verb, present(verb.lemma, plural=subject is not None and is_plural(subject)))


# What happens to a thing once, at its beginning: told of what is, too ("Founded to feed the poor, the charity is").
_ONCE = frozenset({"born", "founded", "established", "created", "invented", "discovered"})
_NOMINATIVE = {"them": "they", "him": "he", "her": "she", "us": "we", "me": "I"}


def _as_subject(made: Clause, subject: Node | None) -> None:
    """ "expects them to fall": the object pronoun is the subject now."""
    if subject is not None and subject.lower in _NOMINATIVE:
        made.replace(subject, _NOMINATIVE[subject.lower])


def is_dated(verb: Node) -> bool:
    """Whether a past participle tells of a time gone by ("proposed last year", "founded in 1998")."""
    words = [n for child in verb.kids("npadvmod", "prep", "advmod") for n in subtree(child)]
    return any(
        n.lower in {"last", "ago", "yesterday", "earlier", "previously", "formerly", "once", "originally"}
        or (n.tag == "NNP" and n.lower in cues().pronouns.time_nouns)
        or re.fullmatch(r"1[5-9]\d\d|20[0-4]\d", n.text)
        for n in words
    )


def _finite_auxiliary(made: Clause, verb: Node, *, told_in_past: bool, plural: bool) -> None:
    first = verb.kids("aux", "auxpass")[0]
    if first.lower == "being":
        made.replace(first, be(plural=plural, is_past=told_in_past))
    elif first.lower == "having":
        made.replace(first, "had" if told_in_past else ("have" if plural else "has"))
