"""The plan of a label: the slots of a clause, its subject, its verb, what follows it, each with its forms."""

from collections.abc import Sequence

from claimkb.extract.clauses import Clause
from claimkb.extract.label_arguments import after
from claimkb.extract.label_chains import chain, complement_frame
from claimkb.extract.label_choice import BROKEN, Part, Slot, joined, part
from claimkb.extract.label_heads import glued
from claimkb.extract.label_items import item_slots
from claimkb.extract.label_modals import denial
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_predicates import copular, tied, told_of
from claimkb.extract.label_subjects import (
    PRONOUNS,
    SUBJECT,
    subject_of_clause,
    subject_parts,
    top_node,
)
from claimkb.extract.label_turned import from_object
from claimkb.extract.label_verbs import verb_complex
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words
from claimkb.model import Modality

_MARKED = 2.2  # "Police: no suspects"; with its verb it is worth three
_PLURAL = frozenset({"we", "they", "you", "i", "many", "some", "several", "few", "most", "both", "others"})


def plan_of(clause: Clause, modality: Modality, view: Wording) -> list[Slot]:
    """The slots of a clause in the order of a headline."""
    head = clause.head
    if clause.template:
        return item_slots(clause, modality, view)
    described = top_node([n for n in clause.appended if isinstance(n, Node)])
    if described is not None and not head.is_verb:  # "the governor, Anna Berg," names whom it describes
        return [
            *tied(noun_parts(head, view, SUBJECT), [part(0.7, "is"), part(0.0)]),
            told_of(described, view),
        ]
    if not head.is_verb:
        no = denial(clause, head, view)
        subject, told = _parted(clause, view)
        return [*tied(subject, _apposed(clause, no)), told]
    frame = complement_frame(head)
    planned = modality is Modality.PREDICTED and head.kids("xcomp") and not head.kids("attr", "acomp", "oprd")
    linked = (head.lemma == "be" and not planned) or head.kids("attr", "acomp", "oprd")
    if head.lemma in label_words().copulas and linked and frame is None and not head.kids("dobj"):
        return copular(clause, modality, view)
    if frame is not None and (modality is Modality.ASSERTED or frame.lower == "unlikely" or _would(frame)):
        return _framed(clause, frame, view)
    subject_node = subject_of_clause(clause)
    plural = subject_node is not None and _is_plural(subject_node, view)
    subject = subject_parts(clause, view)
    if subject_node is not None and not plural and _reads_plural(subject_node, head):
        plural = True
        paired = next((c for c in subject_node.kids("nmod", "compound") if c.kids("cc")), None)
        if paired is not None:  # "a guard and station master were killed", which the parser takes for one
            subject = [part(SUBJECT, f"{view.shortened(paired.text)},", view.shortened(subject_node.text))]
    if subject_node is not None and _needs_both(subject_node, head):
        subject = [p for p in subject if any(w.endswith(",") for w in p.words)] or subject
    if clause.event is not None and subject and subject[0].words[-1].endswith("s"):
        plural = subject[0].words[0] != "this"
    bound = (
        subject_node is not None and subject_node.lower in PRONOUNS and not view.names.get(id(subject_node))
    )
    person = subject_node is not None and _is_somebody(subject_node)
    verbs = verb_complex(clause, modality, view, plural=plural, bound=bound, person=person)
    if head.lemma == "spend" and head.tag == "VBG" and (doing := _doing(head, view)) is not None:
        return [subject, [part(3.0, doing.lower)], *after(doing, view)]  # "spends the night calling friends"
    done = [] if subject else from_object(clause, verbs.content, modality, view)
    if done:
        return done
    forms = verbs.forms
    either = _either(verbs.content, view)
    if either is not None:
        forms = tuple(Part((*p.words[:-1], f"{p.words[-1]}/{either.lower}"), p.worth) for p in forms)
    slots = after(either or _sharing(verbs.content, view), view)
    if head.lemma == "have" and verbs.content is head and modality is Modality.ASSERTED:
        subject_verb = _lacking(subject, forms, head)
        if subject_verb:
            return [subject_verb, *slots]
    if verbs.content is not head and slots and verbs.content.kid("dobj") is not None:
        slots[0] = [*slots[0], Part((), BROKEN)]  # "hopes to soften" where no object fits
    return [subject, forms, *slots]


def _lacking(subject: list[Part], verbs: Sequence[Part], verb: Node) -> list[Part]:
    """Subject and verb of "had no suspects", which a headline may write "Police: no suspects"; else none."""
    obj = verb.kid("dobj")
    if obj is None or not obj.is_noun or verb.kids("neg"):
        return []
    half = (obj.lemma in label_words().purposeful or obj.lemma in label_words().content_nouns) and obj.kids(
        "prep", "acl"
    )
    if not half and not any(c.lower == "no" for c in obj.children):
        return []
    said = [joined(s, v) for s in subject for v in verbs]
    marked = [Part((*s.words[:-1], f"{s.words[-1]}:"), s.worth + _MARKED) for s in subject if s.words]
    return [*said, *marked] if said else []


def _doing(verb: Node, view: Wording) -> Node | None:
    """What time is spent with."""
    later = (c for c in verb.kids("advcl", "xcomp") if c.tag == "VBG" and c.i > verb.i and view.shows(c))
    return next((c for c in later if not c.kids("nsubj", "mark", "aux", "neg")), None)


def _parted(clause: Clause, view: Wording) -> tuple[list[Part], list[Part]]:
    """Subject and predicate of an apposition; "Swiss firm Chopard" is the subject "Chopard", a "Swiss firm"."""
    head, node = clause.head, subject_of_clause(clause)
    subject = subject_parts(clause, view)
    if node is None or head not in node.children or head.i > node.i:
        return subject, told_of(head, view)
    own = (*node.kids("amod"), *head.kids("amod"))
    before = [n.text for n in own if n.i < head.i and view.shows(n)]
    gone = {w.lower() for w in (*before, head.text)}
    owner = next(
        (w for p in subject for w in p.words[:1] if w.endswith(("'s", "s'")) and node.kids("poss")), ""
    )
    gone |= {owner.lower(), glued(head).lower()}
    names = [Part(tuple(w for w in p.words if w.lower() not in gone), p.worth) for p in subject]
    before = [owner, *before] if owner else before
    told = (
        [part(4.0, *before, head.text), *told_of(head, view)]
        if (owner or node.kids("amod")) and not head.kids("npadvmod")
        else told_of(head, view)
    )
    return [p for p in names if p.words] or subject, told


def _reads_plural(subject: Node, verb: Node) -> bool:
    """Whether the verb shows that a subject that looks like one is several: "Service Providers use"."""
    if subject.tag not in {"NN", "NNP"} or subject.kids("conj"):
        return False
    named = subject.tag == "NNP" and subject.lower.endswith("s") and verb.tag == "VBP"
    many = verb.tag == "VBP" or any(a.lower in {"are", "were", "have"} for a in verb.kids("aux", "auxpass"))
    return named or (many and any(c.kids("cc") for c in subject.kids("nmod", "compound")))


def _needs_both(subject: Node, verb: Node) -> bool:
    """Whether a verb is plural only because of what its subject is joined to: "Peru and Chile share a border"."""
    many = verb.tag == "VBP" or any(a.lower in {"are", "were", "have"} for a in verb.kids("aux", "auxpass"))
    return many and subject.tag in {"NN", "NNP"} and bool(subject.kids("conj"))


def _either(verb: Node, view: Wording) -> Node | None:
    """The second verb of "destroyed or damaged 1,500 houses", which has the object of both."""
    if not verb.kids("cc") or verb.kids("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp"):
        return None
    other = verb.kid("conj")
    linked = other is not None and any(c.lower == "or" for c in verb.kids("cc"))
    return other if linked and other is not None and other.tag == verb.tag and view.shows(other) else None


def _sharing(verb: Node, view: Wording) -> Node:
    """The verb that an object stands with: of "sold and closed its branch" the claim that it was sold has it too."""
    if verb.kids("dobj", "attr", "acomp", "oprd", "ccomp", "xcomp", "auxpass"):
        return verb
    for other in verb.kids("conj"):
        if not view.shows(other) and any(view.shows(o) for o in other.kids("dobj", "prep")):
            return other
    return verb


def _apposed(clause: Clause, no: str) -> list[Part]:
    """The copula of an apposition made a claim ("Anna Berg is 32"), with what denies it."""
    if no:
        return [part(1.0, no)]
    subject = subject_of_clause(clause)
    if subject is None:
        return [part(0.0)]
    last = clause.subject[-1] if clause.subject else subject  # "the half-brothers Andrew Lopez" is one
    return [part(0.7, "are" if last.tag in {"NNS", "NNPS"} else "is"), part(0.0)]


def _is_somebody(subject: Node) -> bool:
    """Whether a subject may be a person, who can both sue and be sued."""
    named = subject.tag == "NNP" and not subject.text.isupper()
    return named or subject.lemma in cues().pronouns.person_nouns or subject.lower == "police"


def _is_plural(subject: Node, view: Wording) -> bool:
    """Whether the verb of a label is plural; a speaker named in the place of "I" is not."""
    if view.names.get(id(subject)) and subject.lower in {"i", "you"}:
        return False
    counted = subject.lemma in label_words().collective or (subject.tag == "CD" and subject.lower != "one")
    if counted and any(p.lower == "of" and p.kid("pobj") is not None for p in subject.kids("prep")):
        return True  # "a group of lawmakers" is "lawmakers"
    many = subject.tag in {"NNS", "NNPS"} or subject.lower in _PLURAL
    many = many or (subject.tag == "CD" and subject.lower not in {"one", "1"} and subject.text.isalpha())
    return many or bool(subject.kids("conj"))


def _framed(clause: Clause, frame: Node, view: Wording) -> list[Slot]:
    """ "unlikely to revive", "unable to pay"."""
    inner = frame.kid("xcomp") or frame
    no = denial(clause, clause.head, view)
    said = _able(clause.head, no) if frame.lower == "able" else [no, frame.lower, "to"]
    forms, content = chain(inner, [*said, inner.lemma, *(c.lower for c in inner.kids("prt"))], view)
    if content is inner:
        forms = [*forms, part(2.2, *said, inner.lemma)]
    return [subject_parts(clause, view), forms, *after(content, view)]


def _would(frame: Node) -> bool:
    """ "would be able to" is "could"."""
    return frame.lower == "able" and any(a.lower in {"would", "'d"} for a in frame.head.kids("aux"))


def _able(head: Node, no: str) -> list[str]:
    """ "can", "cannot", "could never"."""
    past = head.tag == "VBD" or any(a.lower in {"would", "'d"} for a in head.kids("aux"))
    if no in {"", "not"}:
        return [
            ("could" if past and head.tag != "VBD" else "can") if not no else "couldn't" if past else "cannot"
        ]
    return ["could" if past else "can", no]
