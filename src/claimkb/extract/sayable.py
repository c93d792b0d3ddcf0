"""Whether a clause can be said: the last test before it becomes a claim.

A clause without a subject or a finite verb, one that breaks off, or one that
says only that somebody spoke is refused; better no claim than half a one.
"""

import re

from claimkb.extract.amounts import conjuncts
from claimkb.extract.clauses import Clause
from claimkb.extract.timing import is_time
from claimkb.extract.tree import FINITE_TAGS, VERB_TAGS, Node, descend, subject_of
from claimkb.lexicon.cues import cues

_RELATIVE_START = re.compile(
    r"^(?:which|who|whom|whose|where|(?:the )?(?:\w+ )?(?:all|any|both|each|few|many|most|none|one|some|two"
    r"|first|last|latter|former|largest|majority|rest|result) of (?:which|whom))\b",
    re.IGNORECASE,
)
_THAT_START = re.compile(
    r"^that (?:\w+s|are|were|have|had|will|would|can|could|may|might|must|should)\b", re.IGNORECASE
)
_WORD = re.compile(r"\w[\w'’.-]*")
_MIN_WORDS = 3
_LOOSE_ENDS = frozenset({"DT", "PRP$", "TO", "PDT", "WDT"})
_SUBORDINATORS = frozenset({"unless", "if", "because", "although", "though", "whereas"})
_TALES = frozenset({"story", "tale", "lie", "truth", "joke", "secret", "fortune"})
_BARE = 5  # words of "it has been made clear"
_MOST_BESIDE = 3  # words of a bare "said on Monday" beside its subject


def is_sayable(clause: Clause, text: str) -> bool:
    """Whether a clause, in the words of its claim, is a statement that can be read alone."""
    words = _WORD.findall(text)
    if len(words) < _MIN_WORDS and not (len(words) == 2 and clause.head.is_verb and _own_subject(clause)):
        return False
    first = clause.own[0]
    that = first.i > 0 and first.tag != "DT" and _THAT_START.match(text) is not None
    if clause.head.lemma == "do" and len(words) < _BARE and not clause.swap and not clause.head.kids("dobj"):
        return False  # "The mayor did not": what he did not do stands elsewhere
    stray_that = that and clause.event is None
    verbs = [n for n in clause.own if n.tag in VERB_TAGS]
    if verbs and all(n.tag == "MD" for n in verbs) and len(words) < _BARE and not clause.swap:
        return False  # "But he might later": what he might do stands elsewhere
    if stray_that or (clause.doubtful and _RELATIVE_START.match(text)):
        return False
    if clause.doubtful or clause.template or clause.reject_of is not None:
        return True
    if _breaks_off(clause) or says_nothing(clause) or not _is_finite(clause) or _is_turned(clause):
        return False
    if (
        (clause.kind == "main" or first.lower in _SUBORDINATORS)
        and first.dep == "mark"
        and first.head is clause.head
        and first.lower not in {"whether", "so"}
    ):
        return False  # "after he left": when, but not what
    if clause.subject is not None and any(
        n.lower in _SUBORDINATORS for n in clause.head.kids("mark") if n in clause.own
    ):
        return False  # "the mayor unless crowds disperse"
    if clause.kind not in {"main", "relative"} and first.tag == "WRB" and first.head is clause.head:
        return False  # "how growth slowed" asserts nothing
    if _RELATIVE_START.match(text) and clause.kind != "quantity" and clause.event is None:
        return False
    has_subject = clause.subject is not None or clause.event is not None or _own_subject(clause)
    return has_subject or (clause.head.tag == "VB" and clause.kind == "main")


def _own_subject(clause: Clause) -> bool:
    subject = subject_of(clause.head)
    if clause.kind in {"apposition", "insertion"} or subject is None:
        return subject is not None or clause.kind in {"apposition", "insertion"}
    subjects = [subject, *conjuncts(subject)] if clause.kind == "quantity" else [subject]
    return any(
        n is s for n in clause.own for s in subjects
    )  # "12 magazines" of "six rifles and 12 magazines"


def _breaks_off(clause: Clause) -> bool:
    """Whether a clause ends where a noun must follow, or its verb stands right after a conjunction."""
    words = [n for n in clause.own if n.dep != "punct"]
    while words and words[-1].tag == "CC":
        words.pop()  # the tie to a clause that was cut off
    if not words or clause.appended or clause.swap.get(id(words[-1])) is not None:
        return not words
    last = words[-1]
    if any(n.text == "?" and (n.head is clause.head or n is clause.own[-1]) for n in clause.own):
        return True  # a question inside a quotation
    shared = last.dep == "prep" and not last.children and any(c.i == last.i + 1 for c in last.head.kids("cc"))
    if shared:
        return True  # "charged with" of "charged with or convicted of any crime"
    if last.dep == "prep" and last.tag == "IN" and not last.children and clause.kind == "main":
        return not (
            clause.head.kids("auxpass") or last.head.dep in {"relcl", "xcomp", "acl", "ccomp", "csubj"}
        )
    if (
        last.lower in {"after", "before"}
        and last.tag == "IN"
        and not last.children
        and clause.head.tag != "VBG"
    ):
        return True  # "was shot after" of "was shot after, police say, he had fled"
    ends_open = last.tag in _LOOSE_ENDS and last.dep in {"det", "poss", "aux", "predet"}
    return ends_open or _joined_to_nothing(clause, words)


def _is_turned(clause: Clause) -> bool:
    """ "did the campaign itself", "should she win", "testified Ann Lee": the verb before its subject states nothing."""
    subject = subject_of(clause.head)
    if (
        clause.subject is not None
        or clause.front
        or clause.prefix
        or subject is None
        or subject.dep == "expl"
    ):
        return False
    first = next((n for n in clause.own if n.dep != "punct"), clause.head)
    verb = first is clause.head or (first.head is clause.head and first.dep in {"aux", "auxpass"})
    turned = verb and first.tag in FINITE_TAGS and first.i < subject.i and not clause.swap
    return turned and not any(n.i < first.i and n.head is clause.head for n in clause.own if n.dep != "punct")


def _joined_to_nothing(clause: Clause, words: list[Node]) -> bool:
    """ "the rifles and were found": a subject, a conjunction, and the verb of another clause."""
    place = next((i for i, n in enumerate(words) if n.tag in FINITE_TAGS), 0)
    subject = subject_of(clause.head)
    if place and clause.kind == "quantity" and words[place - 1].tag == "CC":
        return True
    return (
        clause.subject is None
        and subject is not None
        and place > 1
        and words[place - 1].dep == "cc"
        and words[place - 1].i > subject.i
        and words[place] in (clause.head, *clause.head.children)
    )


def _is_filler(head: Node, subject: Node | None) -> bool:
    """ "You know", "I mean"."""
    return (
        head.lemma in {"know", "mean", "see", "guess"}
        and subject is not None
        and subject.lower in {"i", "you"}
    )


def _only_announces(clause: Clause, subject: Node | None) -> bool:
    """ "It was made clear" where what was made clear is a claim of its own."""
    if subject is None or subject.lower != "it" or len(clause.own) > _BARE or not clause.head.kids("auxpass"):
        return False
    kept = {id(n) for n in clause.own}
    return any(id(c) not in kept for c in clause.head.kids("ccomp"))


def says_nothing(clause: Clause) -> bool:
    """ "He said": somebody spoke, and what he said is a claim of its own."""
    head = clause.head
    subject = head.kid("nsubj", "nsubjpass")
    if _only_announces(clause, subject):
        return True
    if clause.kind == "participle" and head.tag == "VBG" and head.lemma in cues().attribution.speaking:
        return not head.kids("dobj", "ccomp", "xcomp", "prep", "oprd")  # "adding later"
    finite = head.tag in {"VBD", "VBZ", "VBP"}
    noticed = head.lemma in cues().attribution.factive and not head.kids(
        "dobj", "ccomp", "xcomp", "neg", "prep"
    )
    if noticed and head.kids("mark") and any(a.lower in {"may", "might"} for a in head.kids("aux")):
        return True  # "as readers may have noticed"
    if subject is not None and subject.lower == "i" and head.lemma in {"be", "'m"} and head.kids("attr"):
        return all(c.tag == "NNP" for c in head.kids("attr"))  # "I'm John Hale"
    if finite and head.lemma == "tell" and _only_listens(clause, subject):
        return True
    quoted = clause.own[-1].text == ":" and head.lemma in cues().attribution.quoting
    if finite and quoted and subject is not None and not head.kids("dobj", "neg"):
        return True  # "She continued:"
    spoken = finite and (head.lemma in cues().attribution.speaking or _is_filler(head, subject))
    if (
        not spoken
        or subject is None
        or subject.dep != "nsubj"
        or clause.kind == "saying"
        or clause.prefix
        or head.kids("neg", "dobj")
    ):
        return False
    named = {id(n) for n in descend(subject)}
    return sum(n.dep != "punct" and id(n) not in named for n in clause.own) < _MOST_BESIDE


def _only_listens(clause: Clause, subject: Node | None) -> bool:
    """ "He told reporters on Monday": whom he told, and not what."""
    listener = clause.head.kid("dobj")
    if subject is None or listener is None or subject.dep != "nsubj" or clause.kind == "saying":
        return False
    person = listener.tag in {"PRP", "NNP", "NNS"} or listener.lemma in cues().pronouns.person_nouns
    beside = {"nsubj", "dobj", "punct", "cc", "aux"}
    told = [c for c in clause.head.children if c.dep not in beside and not is_time(c)]
    return person and listener.lemma not in _TALES and not clause.head.kids("neg") and not told


def _is_finite(clause: Clause) -> bool:
    """Whether a finite verb is among the words of a clause, its own or put there."""
    if clause.prefix or clause.swap or clause.governors or clause.appended or clause.event is not None:
        return True
    if clause.kind in {"apposition", "insertion", "quantity"} or clause.head.tag in {"VB", "VBP"}:
        return True
    if clause.head.tag == "VBN" and not clause.head.kids("aux", "auxpass"):
        return True  # a past tense read as a participle
    if clause.head.tag == "VBG" and clause.head.dep == "ROOT" and _own_subject(clause):
        return True  # "Ruiz looking for a third title": a headline leaves "is" out
    return any(n.tag in FINITE_TAGS or n.lower in {"'s", "'re", "'m", "'ve", "'d"} for n in clause.own)
