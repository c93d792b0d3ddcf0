"""The clause that a label is made of: not what only presents the news, nor a root that the parser got wrong."""

from dataclasses import replace

from claimkb.extract.clauses import Clause
from claimkb.extract.tree import Node, is_finite, subject_of
from claimkb.lexicon.labels import label_words
from claimkb.model import Modality

_MODALITIES = {
    **dict.fromkeys(("will", "'ll"), Modality.PREDICTED),
    **dict.fromkeys(("may", "might", "could"), Modality.POSSIBLE),
    **dict.fromkeys(("must", "should"), Modality.NORMATIVE),
    **dict.fromkeys(("would", "'d"), Modality.CONDITIONAL),
}


def unwrapped(clause: Clause) -> Clause:
    """ "It turns out that P" and "it is worth noting that P" by P, where P has a subject of its own."""
    head = clause.head
    subject = subject_of(head)
    modal = any(a.tag == "MD" for a in head.kids("aux"))
    if subject is None or head.kids("neg", "auxpass") or modal or clause.prefix:
        return clause
    told = head.kid("ccomp") if head.lemma in label_words().reporting else None
    if told is not None and told.i < head.i and _is_stated(told):
        return replace(clause, head=told, subject=None)  # "P, officials said"
    if subject.lower != "it":
        return _said_below(clause)
    quality = head.kid("acomp")
    telling = label_words().evident | label_words().required
    if quality is not None and quality.lower in telling and not quality.kids("neg"):
        told = head.kid("ccomp") or quality.kid("ccomp")
        if told is not None and told.i > quality.i and _is_stated(told):
            return replace(clause, head=told, subject=None)
    if head.kids("aux"):
        return clause
    worth = next((c for c in head.kids("acomp") if c.lower == "worth"), None)
    holder = worth.kid("xcomp") if worth is not None and head.lemma == "be" else head
    content = holder.kid("ccomp") if holder is not None else None
    open_verb = worth is not None or head.lemma in label_words().presenting
    if content is None or not open_verb or not content.is_verb or subject_of(content) is None:
        return clause
    return replace(clause, head=content, subject=None)


def _said_below(clause: Clause) -> Clause:
    """A clause with the verb of what is said as its head, where the parser lost what is said ("…, officials said")."""
    head = clause.head
    if head.lemma not in label_words().reporting or head.kids(
        "dobj", "ccomp", "xcomp", "prep", "acomp", "attr"
    ):
        return clause
    verb = next((n for n in clause.own if n.i < head.i and n is not head and _is_told(n)), None)
    return replace(clause, head=verb, subject=None) if verb is not None else clause


def _is_stated(clause: Node) -> bool:
    """Whether a clause states something, with a subject of its own, and asks nothing."""
    asks = any(c.tag in {"WRB", "WP"} or c.lower in {"if", "whether"} for c in clause.children)
    return clause.is_verb and subject_of(clause) is not None and not asks


def told_clause(clause: Clause, modality: Modality) -> tuple[Clause, Modality]:
    """A doubtful clause by its first finite verb with a subject, where its root is none, and that verb's modality."""
    if not clause.doubtful or clause.template or _is_told(clause.head):
        return clause, modality
    verb = next((n for n in clause.own if _is_told(n)), None)
    if verb is None:
        return _verbal(clause), modality
    told = next((_MODALITIES[a.lower] for a in verb.kids("aux") if a.lower in _MODALITIES), modality)
    return replace(clause, head=verb, subject=None), told


def _verbal(clause: Clause) -> Clause:
    """A noun with a finite verb below it that has no subject: the noun is the subject ("The return is under way")."""
    head = clause.head
    below = [n for n in head.children if n.is_verb and is_finite(n) and n.i > head.i]
    verb = next((n for n in below if subject_of(n) is None or _as_what(n)), None)
    if not head.is_noun or verb is None or verb.dep not in {"acl", "relcl", "advcl"}:
        return clause
    first = min((a.i for a in verb.kids("aux", "auxpass") if a.i < verb.i), default=verb.i)
    subject = tuple(n for n in clause.own if n.i < first)
    return replace(clause, head=verb, subject=subject) if head in subject else clause


def _as_what(verb: Node) -> bool:
    """Whether the parser took "as president" before a verb for a clause ("Her return as president is under way")."""
    mark, own = verb.kid("mark"), subject_of(verb)
    return mark is not None and mark.lower == "as" and own is not None and own.i == mark.i + 1


def _is_told(node: Node) -> bool:
    subject = subject_of(node)
    open_subject = subject is None or subject.tag in {"WP", "WDT", "EX"}
    return node.is_verb and is_finite(node) and not open_subject and node.dep not in {"relcl", "advcl"}
