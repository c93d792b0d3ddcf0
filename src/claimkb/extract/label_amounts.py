"""Labels that an amount opens: "$150B lost", "70,000 lives lost", "$10M invested in mine"."""

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle
from claimkb.extract.label_choice import NOTHING, Part, Slot, part
from claimkb.extract.label_figures import figure
from claimkb.extract.label_heads import shown, shown_member
from claimkb.extract.label_nouns import noun_parts
from claimkb.extract.label_phrases import prepositional
from claimkb.extract.label_words import Wording
from claimkb.extract.tree import Node
from claimkb.lexicon.labels import label_words
from claimkb.model import Quantity

_STEM = 4
_TOWARDS = frozenset({"to", "into", "onto", "off", "out"})
_OPENING = frozenset(
    [
        "of",
        "in",
        "for",
        "to",
        "from",
        "on",
        "at",
        "with",
        "by",
        "against",
        "over",
        "about",
        "into",
        "as",
        "under",
    ]
)
_OWING = frozenset({"cost", "owe"})  # whom it cost is half the news


def amount_first(clause: Clause, view: Wording) -> list[Slot]:
    """ "$150B lost", "70,000 lives lost": an amount and what became of it."""
    head = clause.head
    if not view.quantities:
        return []
    if head.kids("auxpass") and any(p.i == head.i + 1 and p.lower in _TOWARDS for p in head.kids("prep")):
        return []  # "three victims were taken to hospital"
    if head.kids("prt") or head.kid("xcomp") or (head.lemma in label_words().placing or head.lemma in _OWING):
        return []
    offered = [
        shown(head, view, "dobj"),
        shown(head, view, "nsubjpass"),
        None if head.is_verb else shown_member(head, view),
    ]
    for child in offered:
        if child is None:
            continue
        counting = [child, *child.kids("nummod", "quantmod", "compound", "nmod")]
        hit = next(
            (q for n in counting if n.tag in {"CD", "$"} and (q := view.amount_at(n)) and q.unit), None
        )
        if hit is None:
            continue
        if child.dep == "dobj" and head.lemma in label_words().moving:
            continue  # "fell 200 feet"
        done = _outcome(clause, child)
        if not done and head.is_verb and head.lemma not in label_words().listing:
            continue
        lead = [
            p
            for p in noun_parts(child, view, 4.0, tail=True)
            if any(ch.isdigit() for w in p.words for ch in w)
            if hit.unit == "%" or not any(w in _OPENING for w in p.words)
            if not any(
                w.lower()[:_STEM] == done[-1][:_STEM] for w in p.words[1:] if done
            )  # "earnings earned"
        ]
        if not done:
            lead = [p for p in lead if len(p.words) > 1]
            if lead:
                return [lead]  # an age alone ("32") says nothing
            continue
        place = _place(head, child, hit)
        if place is None:
            return [lead, [part(3.0, *done)], [*_against(head, child, view), NOTHING]]
        plain = [part(4.0, figure(hit))]
        return [plain, [part(3.0, *done)], _phrases(head, view, 1.0, {place})]
    return []


def _against(verb: Node, amount: Node, view: Wording) -> list[Part]:
    """Where or against whom: a phrase that ends in a name."""
    names = {
        p.lower
        for n in (verb, amount)
        for p in n.kids("prep")
        if p.i > amount.i and (noun := p.kid("pobj")) is not None and noun.tag in {"NNP", "NNPS"}
    } - {"of"}
    phrases = [*_phrases(amount, view, 0.6, names), *_phrases(verb, view, 0.6, names)]
    return [p for p in phrases if p.worth > 0]


def _phrases(head: Node, view: Wording, worth: float, opening: set[str]) -> list[Part]:
    """The phrases after a head that open with one of these prepositions."""
    preps = [p for p in head.kids("prep", "dative") if p.lower in opening and p.i > head.i and view.shows(p)]
    return [part for p in preps for part in prepositional(p, head, view, worth)]


def _place(verb: Node, amount: Node, quantity: Quantity) -> str | None:
    """The preposition of "invested $10 million in a mine", where what follows is no measure of the amount."""
    for prep in verb.kids("prep"):
        noun = prep.kid("pobj")
        if prep.i > amount.i and noun is not None and noun.text in (quantity.of or "").split():
            return prep.lower
    return None


def _outcome(clause: Clause, amount: Node) -> list[str]:
    """What became of an amount: "lost", "suspended"."""
    head = clause.head
    participle = next((c for c in amount.children if c.dep == "acl" and c.tag == "VBN"), None)
    if participle is not None:
        return [participle.lower]
    if not head.is_verb or head is amount:
        return []
    if amount.dep == "nsubjpass":
        return [head.lower]
    past = head.tag in {"VBD", "VBN"} and head.lemma not in label_words().active_only
    return [past_participle(head.lemma)] if past else []
