"""The verbs of labels: one main verb with its negation and its modal, telegraphic.

"has suspended" is "suspended", "is being cut" is "cut", "did not sign" stays,
"is expected to grow" is "will grow", "failed to sign" keeps both verbs.
"""

from dataclasses import dataclass

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past, present
from claimkb.extract.label_chains import came_about, chain, ended_up, is_particle
from claimkb.extract.label_choice import Part
from claimkb.extract.label_modals import denial, is_need, modal_words
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import AUXILIARIES, Node
from claimkb.lexicon.labels import label_words
from claimkb.model import Modality

_CONTRACTED = {
    "did": "didn't", "does": "doesn't", "do": "don't", "has": "hasn't", "have": "haven't", "had": "hadn't",
    "will": "won't", "would": "wouldn't",
}  # fmt: skip
_WRITTEN_OUT = 0.6  # what the "was" of a passive adds where the label would else read as if active
_COMMON_AUXILIARIES = frozenset({"has", "have", "had", "been", "is", "are", "was", "were", "be", "also"})


@dataclass(frozen=True, slots=True)
class Complex:
    """The forms of a verb complex, the verb that carries the content, and whether it is passive."""

    forms: tuple[Part, ...]
    content: Node
    passive: bool = False


def verb_complex(
    clause: Clause,
    modality: Modality,
    view: Wording,
    *,
    plural: bool,
    bound: bool = False,
    person: bool = False,
) -> Complex:
    """The verb complex of a clause; `plural` agrees it with its subject.

    `bound` says that the subject is a pronoun ("he is"), `person` that it is somebody ("Berg was sued").
    """
    head = clause.head
    auxiliary = modal_words(clause, modality, view)
    framed = _framed(head, modality, view, bool(denial(clause, head, view)))
    verb = framed or head
    governing = _governing(clause)
    no = denial(clause, head, view)
    passive = _is_passive(verb)
    object_is_pronoun = any(o.tag == "PRP" for o in verb.kids("dobj"))
    particle = [
        c.text for c in verb.children if is_particle(c, verb) and view.shows(c) and not object_is_pronoun
    ]
    degree = _degree(verb, view)
    if governing and not auxiliary:
        word = [*governing, verb.lemma]
    elif framed is not None and not auxiliary:
        auxiliary = ["not"] if no else []
        word = [*auxiliary, "to" if verb.tag == "VB" else "", verb.lower]
    elif auxiliary:
        word = _after_modal(verb, auxiliary, passive=passive)
    else:
        word = [*degree, *_finite(clause, verb, no, plural=plural, passive=passive, bound=bound)]
    made = came_about(verb, view) if not auxiliary and not no and not governing and not clause.swap else None
    if made is not None:
        word, verb = [*degree, past(made.lemma)], made
        particle = [c.text for c in made.children if is_particle(c, made) and view.shows(c)]
    forms, content = chain(verb, [w for w in [*word, *particle] if w], view)
    if (
        person
        and passive
        and verb is head
        and not (auxiliary or no or bound or degree)
        and _could_be_active(verb)
    ):
        forms = [
            *(Part((_linked(verb, plural=plural), *p.words), p.worth + _WRITTEN_OUT) for p in forms),
            *forms,
        ]
    if framed is not None:
        forms = _with_frame(head, verb, modality, forms, [no, *particle], view, plural=plural)
    return Complex((*forms, *(p for f in forms if (p := _contracted(f)))), content, passive)


def _after_modal(verb: Node, auxiliary: list[str], *, passive: bool) -> list[str]:
    """The verb after its modal: "may cut", "may be cut", "could have been cut"."""
    if verb.tag == "VBN" and any(a.lemma == "have" for a in verb.kids("aux")):
        could = any(a.lower == "could" for a in verb.kids("aux"))
        modal = ["could" if a == "may" and could else a for a in auxiliary]
        return [*modal, "have", *(["been"] if passive else []), verb.lower]
    return [*auxiliary, *(["be", verb.lower] if passive else [verb.lemma])]


def _with_frame(
    head: Node,
    verb: Node,
    modality: Modality,
    forms: list[Part],
    marks: list[str],
    view: Wording,
    *,
    plural: bool,
) -> list[Part]:
    """The forms with the frame that foretells ("expected to grow") beside those with the modal alone.

    `marks` are the word that denies, or "", and the particles of the verb.
    """
    no, particle = marks[0], marks[1:]
    inner = ["be", verb.lower] if _is_passive(verb) else [verb.lemma]
    if head.lemma == "suppose":  # what was to be is not what must be
        said = [_linked(head, plural=plural), no, "supposed", "to", *inner, *particle]
        fuller, _ = chain(verb, [w for w in said if w], view)
        return [*fuller, *(Part(p.words[1:], p.worth) for p in fuller)]
    if modality is Modality.PREDICTED and (told := _foretold(head, verb)):
        fuller, _ = chain(verb, [w for w in [no, told, "to", *inner, *particle] if w], view)
        return [*(Part(p.words, p.worth + 0.3) for p in fuller), *forms]
    return forms


def _is_passive(verb: Node) -> bool:
    """Whether a verb is passive; the parser takes the "be" of some for a mere auxiliary."""
    return bool(verb.kids("auxpass")) or (
        verb.tag == "VBN" and any(a.lemma == "be" and a.lower != "been" for a in verb.kids("aux"))
    )


def _could_be_active(verb: Node) -> bool:
    """Whether a passive participle reads as a past tense where nobody is said to have done it ("Berg sued")."""
    return verb.lower == past(verb.lemma) and not verb.kids("agent")


def _foretold(head: Node, inner: Node) -> str:
    """The word that foretells: "expected", "likely", "set"; "" where the frame is another."""
    complement = head.kid("acomp")
    word = complement if complement is not None else head if head.tag == "VBN" else None
    if word is None or inner.head not in {head, word} or word.lemma not in label_words().modal_frames:
        return ""
    return "" if word.lemma in {"have", "need", "require", "go"} else word.lower


def _contracted(form: Part) -> Part | None:
    """ "didn't sign" for "did not sign", where that saves the word another phrase needs."""
    words = form.words
    at = next((i for i, w in enumerate(words[1:], 1) if w == "not" and words[i - 1] in _CONTRACTED), None)
    if at is None:
        return None
    return Part((*words[: at - 1], _CONTRACTED[words[at - 1]], *words[at + 1 :]), form.worth - 0.1)


def _governing(clause: Clause) -> list[str]:
    """The words that govern the infinitive a clause is about ("plans to"); auxiliaries go."""
    if clause.inner is None:
        return []
    return [w.lower() for w in clause.prefix if w.lower() not in _COMMON_AUXILIARIES]


def _framed(head: Node, modality: Modality, view: Wording, denied: bool) -> Node | None:
    """The verb under a frame that the modal of the label already says ("is expected to grow")."""
    if modality is Modality.ASSERTED:
        return None
    if denied and modality is Modality.POSSIBLE and is_need(head):
        return None  # "may not need to" is not "may not"
    at, found = head, None
    for _ in range(3):
        complement = at.kid("acomp")
        inner = at.kid("xcomp") or (complement.kid("xcomp") if complement is not None else None)
        planned = (at.lemma == "be" and complement is None) or ended_up(at)  # "is to be sold"
        frame = (
            planned
            or at.lemma in label_words().modal_frames
            or (complement is not None and complement.lower in label_words().modal_frames)
        )
        if inner is None or not frame or not inner.is_verb or id(inner) not in view.inside:
            return found
        at = found = inner
    return found


def _finite(clause: Clause, verb: Node, no: str, *, plural: bool, passive: bool, bound: bool) -> list[str]:
    swap = clause.swap.get(id(verb))
    if swap and len(swap) == 1 and isinstance(swap[0], str):
        agreed = plural and swap[0] == present(verb.lemma, plural=False)
        return [verb.lemma] if agreed else swap[0].split()
    has = next((a.text for a in verb.kids("aux") if a.lemma == "have" or a.lower == "'s"), "")
    if no == "not" and has and not passive and verb.tag in {"VBN", "VBD"}:
        return [has, "not", verb.lower]
    if (verb.tag == "VBG" or passive) and no in {"", "not"} and bound:
        return [_linked(verb, plural=plural), no, verb.lower]
    if no == "never" or (no and (passive or verb.tag in {"VBG", "VBN"})):
        return [no, verb.lower]
    if no.startswith("not"):
        support = next((a.lower for a in verb.kids(*AUXILIARIES) if a.lemma == "do"), "")
        if support in {"do", "does"} and not bound:
            support = "do" if plural else "does"
        if not support:
            support = "did" if verb.tag in {"VBD", "VBN"} else "do" if plural else "does"
        return [support, no, verb.lemma]
    if verb.tag == "VB" and not no and any(a.lower == "did" for a in verb.kids("aux")):
        return [past(verb.lemma)]  # "did appoint"
    if verb.tag == "VBN" and has and not passive:
        return [no, past(verb.lemma)]  # "has fallen"
    if verb.tag in {"VB", "VBP"} and not plural and not verb.lower.endswith("ed"):
        return [no, present(verb.lemma, plural=plural)]
    return [no, verb.lower]


def _linked(verb: Node, *, plural: bool) -> str:
    """The "be" that a verb after a pronoun needs, in its own tense."""
    own = next((a.lower for a in verb.kids(*AUXILIARIES) if a.lemma == "be"), "")
    if own == "been":
        return "were" if plural else "was"
    return own if own in {"is", "are", "was", "were", "am"} else "are" if plural else "is"


def _degree(verb: Node, view: Wording) -> list[str]:
    """An adverb without which the claim would say more ("nearly decimated", "hardly grew")."""
    adverbs = [c.lower for c in verb.kids("advmod") if id(c) in view.inside and c.i < verb.i]
    if "longer" in adverbs:
        return ["no", "longer"]
    more = next(
        (c.lower for c in verb.kids("advmod", "amod") if c.lower in {"more", "less"} and c.i < verb.i), ""
    )
    if more and any(
        c.lower == "than" and c.i == verb.i - 1 for n in (verb, *verb.children) for c in n.children
    ):
        return [more, "than"]  # "more than doubled"
    return [a for a in adverbs if a in label_words().near_negators][:2]
