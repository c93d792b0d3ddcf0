"""Labels of clauses with a copula: "Minister unharmed", "Talks are last chance", "Only court can decide".

The copula goes where space is short and stays after a pronoun; a cleft gives
its inner clause, "there is" what there is.
"""

from dataclasses import replace

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past
from claimkb.extract.label_arguments import after, clause_of, with_content
from claimkb.extract.label_attributes import far_from
from claimkb.extract.label_choice import NOTHING, Part, Slot, part
from claimkb.extract.label_complements import predicate_parts
from claimkb.extract.label_modals import denial, modal_words
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_phrases import adjuncts, phrase_slots
from claimkb.extract.label_subjects import (
    PRONOUNS,
    SUBJECT,
    subject_of_clause,
    subject_parts,
)
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node, subject_of
from claimkb.model import Modality

_HEADLINE = 2  # words; a longer predicate is a headline by itself ("biggest cut since 2009")
_BARE = 1.5  # what a predicate loses that is down to its noun
_MANY = frozenset({"we", "they", "you", "these", "those", "others"})
_UNDONE = {w: f"un{w}" for w in ("clear", "certain", "known", "likely")}
_WRITTEN_OUT = {"be": "is", "been": "is", "being": "is", "'s": "is", "'re": "are", "'m": "am"}


def copular(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """The slots of a clause with a copula."""
    head = clause.head
    plain = head.tag in {"VBD", "VBZ", "VBP"} and not head.kid("xcomp")
    if modality is Modality.PREDICTED and plain and any(c.lower == "due" for c in head.kids("acomp")):
        modality = Modality.ASSERTED  # "was due to rain" foretells nothing
    auxiliary = modal_words(clause, modality, view)
    no = denial(clause, head, view)
    lead = [*auxiliary, "be" if head.lemma == "be" else head.lemma] if auxiliary else [no] if no else []
    if not auxiliary and head.lemma not in {"be", "remain", "become"}:
        lead = [no, head.lower]
    elif head.lemma == "remain" and not head.kids("aux") and _is_open_question(clause):
        lead = []
    there = head.kid("expl")
    far = [c for c in head.kids("advmod") if far_from(c, view)]
    complement = next((c for c in (*head.kids("attr", "acomp", "oprd"), *far) if view.shows(c)), None)
    if there is not None and there.lower == "there":
        return _there_is(head, complement, lead if auxiliary or no else [], view)
    subject = subject_parts(clause, view)
    why = any(c.lower == "why" for c in head.kids("advmod"))
    content = head.kid("ccomp") or (head.kid("advcl") if why else None)
    asked = content is not None and any(m.lower in {"whether", "if"} for m in content.kids("mark"))
    if complement is None and content is not None and view.shows(content) and not (lead or asked):
        if content.lemma == "be":  # "that is why he is on his way"
            return copular(replace(clause, head=content, subject=None), modality, view)
        return [
            noun_parts(subject_of(content), view, SUBJECT),
            [part(3.0, content.lower)],
            *after(content, view),
        ]
    aimed = head.kid("xcomp")
    equated = aimed is not None and aimed.tag == "VB" and view.shows(aimed) and complement is None
    if aimed is not None and equated and not lead and any(len(p.words) > 1 for p in subject):
        marked = [Part((*p.words[:-1], f"{p.words[-1]}:"), p.worth) for p in subject if p.words]
        return [marked, [part(3.0, aimed.lemma)], *after(aimed, view)]  # "Greatest mistake: wait"
    if complement is None:
        pronoun = any(p.words and p.words[0].lower() in PRONOUNS for p in subject)
        lead = lead or ([_form(head, subject)] if pronoun else [])
        return [subject, [part(1.0, *lead)] if lead else [NOTHING], *after(head, view, needed=True)]
    told = _cleft_verb(complement, head)
    if told is not None:
        return _cleft(complement, told, clause, modality, view)
    if (doing := _deed_of_ones(complement, lead, view)) is not None:
        return [subject, [part(3.0, doing.lower)], *after(doing, view)]
    named = told_of(complement, view)
    if not subject and lead == ["not"] and complement.lower in _UNDONE:
        lead, named = [], [part(5.0, _UNDONE[complement.lower])]
    if not lead and _is_pointing(clause, view) and any(len(p.words) > _HEADLINE for p in named):
        last = {p.words[-1] for p in named}
        return [
            named,
            *([p for p in slot if not p.words or p.words[-1] not in last] for slot in adjuncts(head, view)),
        ]
    link = _link(head, lead, subject, complement)
    return [
        *(tied(subject, link) if complement.is_noun else [subject, link]),
        named,
        *(slot for _, slot in clause_of(complement, view)),
        *adjuncts(head, view),
    ]


def _there_is(head: Node, complement: Node | None, lead: list[str], view: Wording) -> list[Slot]:
    """What there is, and where: "no evidence of fraud", "50 dead in town"."""
    noun = complement or next((c for c in head.kids("nsubj") if c.lower != "there"), None)
    if lead == ["not"] and complement is not None and not complement.kids("det"):
        lead = ["no"]  # "there are not any"
    placed = phrase_slots(head, view, bare=True)
    told = told_of(noun, view) if noun is not None else []
    return [[part(1.0, *lead)] if lead else [NOTHING], told, *(slot for _, slot in placed)]


def _is_open_question(clause: Clause) -> bool:
    """ "It remains unclear whether": unclear it is."""
    own = subject_of_clause(clause)
    return own is not None and own.lower == "it" and any(c.kids("mark") for c in clause.head.kids("ccomp"))


def tied(subject: list[Part], link: list[Part]) -> list[Slot]:
    """Subject and copula before a noun, which needs a mark where the copula is left out: "Berg: union president"."""
    if NOTHING not in link or len(link) == 1:
        return [subject, link]
    said = [Part((*p.words, *link[0].words), p.worth + link[0].worth) for p in subject if p.words]
    marked = [Part((*p.words[:-1], f"{p.words[-1]}:"), p.worth) for p in subject if p.words]
    return [[*said, *marked]]


def told_of(noun: Node, view: Wording) -> list[Part]:
    """The forms of what a subject is said to be: "son" alone says little where the text says whose son."""
    forms = with_content(noun, predicate_parts(noun, view), view)
    tied = noun.kids("poss", "amod", "compound") or any(p.lower in {"of", "to"} for p in noun.kids("prep"))
    if not noun.is_noun or not tied:
        return forms
    return [Part(p.words, p.worth - _BARE) if len(p.words) == 1 else p for p in forms]


def _is_pointing(clause: Clause, view: Wording) -> bool:
    """Whether the subject is an "it" or "this" that nothing is known of."""
    node = subject_of_clause(clause)
    return node is not None and node.lower in {"it", "this", "that"} and not view.names.get(id(node))


def _link(head: Node, lead: list[str], subject: list[Part], complement: Node) -> list[Part]:
    """The copula: left out where space is short, kept after a pronoun."""
    pronoun = any(p.words and p.words[0].lower() in PRONOUNS for p in subject)
    form = _form(head, subject)
    if [w for w in lead if w]:
        bound = pronoun and lead in (["not"], ["never"])  # "it was not safe"
        return [part(2.0, *([form] if bound else []), *lead)]
    if not subject:
        return [NOTHING]
    if head.lower in {"are", "were"} and any(p.words and p.words[0].endswith("ing") for p in subject):
        return [NOTHING]
    plain = head.lemma == "be"  # "remains" and "became" say more
    said = part(0.9 if not plain else 0.5 if complement.is_noun else 0.3, form)
    return [said] if pronoun else [said, NOTHING]


def _form(head: Node, subject: list[Part]) -> str:
    """The copula as a label writes it."""
    form = _WRITTEN_OUT.get(head.lower, head.lower)
    if head.tag == "VBN" and head.lemma != "be":
        form = past(head.lemma)  # "has become"
    if form == "am" and subject and subject[0].words[0] != "I":
        form = "is"  # a speaker named in the place of "I"
    if form == "is" and any(a.lower == "had" for a in head.kids("aux")):
        form = "was"
    if form == "is" and any(p.words and p.words[-1].lower() in _MANY for p in subject):
        form = "are"
    return form


def _deed_of_ones(complement: Node, lead: list[str], view: Wording) -> Node | None:
    """What "the ones who" did: their relative clause is all the news."""
    if complement.lower not in {"one", "ones", "those"} or lead:
        return None
    for verb in complement.kids("relcl"):
        own = subject_of(verb)
        plain = verb.tag in {"VBD", "VBZ", "VBP"} and not verb.kids("neg", "aux", "auxpass")
        if own is not None and own.tag in {"WP", "WDT"} and plain and view.shows(verb):
            return verb
    return None


def _cleft_verb(noun: Node, head: Node) -> Node | None:
    """The verb of "it is X that does"."""
    subject = subject_of(head)
    if subject is None or subject.lower != "it" or not noun.is_noun:
        return None
    for verb in (*noun.kids("relcl"), *head.kids("ccomp", "advcl")):
        own = subject_of(verb)
        if own is not None and own.tag in {"WDT", "WP"}:
            return verb
    return None


def _cleft(noun: Node, told: Node, clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """ "It is only X that can play a role": X is the subject."""
    only = [
        c.lower for n in (clause.head, noun) for c in n.kids("advmod", "neg") if c.lower in {"only", "not"}
    ][:1]
    subject = [Part((*only, *p.words), p.worth) for p in noun_parts(noun, view, SUBJECT, tail=False)]
    subject = [p for p in subject if p.words[:2] != ("only", "only")]
    made = Clause(told, "main", list(clause.own))
    words = modal_words(made, modality, view)
    verb = [part(3.0, *words, told.lemma if words else told.lower)]
    return [subject, verb, *after(told, view)]
