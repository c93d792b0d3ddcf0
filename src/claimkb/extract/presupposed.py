"""What a sentence takes for granted: a fact within the words for a deed, a time or a name for the event.

"The club was fined for closing two stands" takes it that the club closed two
stands; "on a night when rain fell" that rain fell. "In what police called an
accident" says of the whole event what police called it: cut off, it becomes a
statement about that event.
"""

from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.detach import has_happened
from claimkb.extract.holders import holder_nodes, names_nobody
from claimkb.extract.inflect import be, past
from claimkb.extract.number import is_plural
from claimkb.extract.tree import AUXILIARIES, Node, ancestors, descend, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues

_EMPTY = frozenset({"be", "do", "have", "fail", "seem", "want"})
_LONGEST_NAME = 12  # words of what an event is called


def is_deed(prep: Node, head: Node) -> bool:
    """ "for closing two stands" after a verb that takes the deed for granted ("was fined", "apologised")."""
    if prep.lower != "for" or prep.dep != "prep" or prep.head.lemma not in cues().clauses.for_deeds:
        return False
    verb = prep.kid("pcomp")
    if verb is None or verb.tag != "VBG" or verb.lemma in _EMPTY or verb.kids("neg", "nsubj", *AUXILIARIES):
        return False
    by = prep.head
    above = next((n for n in (by, *ancestors(by)) if n.is_verb and is_finite(n)), None)
    return above is head and has_happened(head) and not head.kids("neg") and _doer(by) is not None


def _doer(verb: Node) -> Node | None:
    """Whose deed it is: the object of who punishes or praises, the subject of who is punished or apologises."""
    passive = bool(verb.kids("auxpass"))
    if verb.lemma in {"apologise", "apologize"} or passive:
        return subject_of(verb)
    noun = verb.kid("dobj")
    return noun if noun is not None and noun.is_noun else None  # "fined her": a subject would be "she"


def deed(prep: Node, subject: tuple[Node, ...] | None) -> Clause | None:
    """ "The club closed two stands"."""
    verb, doer = prep.kid("pcomp"), _doer(prep.head)
    if verb is None or doer is None:
        return None
    phrase = [n for n in subtree(doer, doer.kids("relcl", "appos", "acl", "prep")) if n.dep != "punct"]
    nodes = subject if doer is subject_of(prep.head) and subject else tuple(phrase)
    made = Clause(verb, "participle", subtree(verb), nodes, governing=prep.head)
    made.replace(verb, past(verb.lemma))
    made.notes.append("a deed taken for granted read as a statement")
    return made


def is_night_when(verb: Node) -> bool:
    """ "on a night when rain fell", "at a time when rents are rising": what the time is told by."""
    time = verb.head
    if time.lemma not in cues().clauses.spans | {"time", "moment", "period"} or verb.dep != "relcl":
        return False
    word = next((c for c in verb.kids("advmod") if c.lower == "when" and c.i < verb.i), None)
    if word is None or subject_of(verb) is None or not is_finite(verb) or verb.kids("neg"):
        return False
    prep = time.head
    placed = time.dep == "pobj" and prep.dep == "prep" and prep.lower in {"on", "at", "in", "during"}
    generic = any(a.tag == "MD" for a in verb.kids("aux"))
    return placed and any(c.lower in {"a", "an"} for c in time.kids("det")) and not generic


def told_by_time(verb: Node) -> Clause:
    """ "Rain fell"."""
    word = next(c for c in verb.kids("advmod") if c.lower == "when")
    made = Clause(verb, "relative", [n for n in subtree(verb) if n is not word])
    made.notes.append("what a time is told by read as a statement")
    return made


def is_name_of_event(prep: Node) -> bool:
    """ "in what is expected to be a long strike", "in what police called an accident"."""
    verb = prep.kid("pcomp")
    if prep.lower != "in" or prep.dep != "prep" or verb is None or not is_finite(verb) or verb.kids("neg"):
        return False
    word = next((c for c in verb.children if c.lower == "what"), None)
    first = min(n.i for n in descend(prep) if n is not prep)
    return word is not None and word.i == first and _name_of(verb) is not None


def _name_of(verb: Node) -> Node | None:
    """The noun that an event is called or is to be."""
    whole = verb
    while whole.lemma != "be" and whole.kid("xcomp") is not None:
        whole = whole.kids("xcomp")[0]
    noun = whole.kid("attr") or verb.kid("oprd")
    if noun is None:
        as_ = next((c for c in verb.kids("prep") if c.lower == "as"), None)
        noun = as_.kid("pobj") if as_ is not None else None
    return noun if noun is not None and (noun.is_noun or noun.tag == "CD") else None


def _is_called(noun: Node, verb: Node) -> bool:
    """ "called a plot", "described as a plot"."""
    if noun.dep == "oprd":
        return verb.lemma in cues().clauses.calling
    return noun.dep == "pobj" and noun.head.lower == "as"


def named_event(prep: Node, clause: Clause) -> Clause | None:
    """ "That X was jailed was a plot", said by whoever calls it so."""
    verb = prep.kid("pcomp")
    noun = _name_of(verb) if verb is not None else None
    if verb is None or noun is None or clause.event is not None or clause.template:
        return None
    word = next(c for c in verb.children if c.lower == "what")
    speaker = subject_of(verb)
    if speaker is word or speaker is None:
        own = [n for n in subtree(verb) if n is not word]
        made = Clause(verb, "participle", own)
    elif _is_called(noun, verb) and not names_nobody(subtree(speaker)):
        made = Clause(
            noun, "participle", [n for n in subtree(noun) if n.dep != "punct" or n.text in {'"', "-"}]
        )
        made.prefix = (be(plural=False, is_past=has_happened(clause.head)),)
        made.voice = Voice(tuple(holder_nodes(speaker)), verb.lower)
    else:
        return None
    if len(made.own) > _LONGEST_NAME or is_plural(noun):
        return None
    made.event = clause
    made.notes.append("what an event is called read as a statement about it")
    return made
