"""The headline of a claim: at most five words, as an analyst would jot it down.

An amount leads ("$150B lost"), else what was done to what ("CSF suspended"),
else who does what ("Growth may slow"). Negation and modality are never left
out; articles, possessive pronouns and adverbs are.
"""

import re
from collections.abc import Mapping

from claimkb.extract.clauses import Clause
from claimkb.extract.inflect import past_participle, present
from claimkb.extract.realise import phrase
from claimkb.extract.tree import Node, is_amount, subject_of, subtree
from claimkb.lexicon.cues import cues
from claimkb.model import Modality, Polarity, Quantity

_MAX_WORDS = 5
_SCALES = ((1e12, "T"), (1e9, "B"), (1e6, "M"))
_SYMBOLS = {"USD": "$", "EUR": "€", "GBP": "£", "JPY": "¥", "INR": "₹"}
_DROPPED = frozenset(
    [
        "the",
        "a",
        "an",
        "its",
        "his",
        "her",
        "their",
        "our",
        "my",
        "your",
        "this",
        "these",
        "that",
        "those",
        "some",
        "several",
        "any",
        "both",
        "of",
        "such",
        "another",
    ]
)
_COPULAS = frozenset({"be", "remain", "become", "seem", "appear", "stay", "prove"})
_MODALS = {
    Modality.PREDICTED: "will",
    Modality.POSSIBLE: "may",
    Modality.NORMATIVE: "must",
    Modality.CONDITIONAL: "would",
    Modality.ASSERTED: "",
}
# Verbs that only frame the verb after them.
_FRAMES = frozenset(
    {
        "expect",
        "need",
        "have",
        "continue",
        "begin",
        "start",
        "seem",
        "appear",
        "set",
        "go",
        "likely",
        "require",
    }
)
Names = Mapping[int, str]


def label_of(
    clause: Clause, quantities: tuple[Quantity, ...], polarity: Polarity, modality: Modality, names: Names
) -> str:
    """A label for a clause; `names` gives the words that stand for a node (pronouns resolved)."""
    negated = polarity is Polarity.NEGATED
    if clause.template:
        return _tidy(
            [*_noun(_top(tuple(clause.own)), names, 3), *_auxiliary(clause, modality), clause.head.lemma]
        )
    words = [] if negated else _amount_first(clause, quantities)
    words = words or _predication(clause, names, _auxiliary(clause, modality))
    return _tidy(words)


def _tidy(words: list[str]) -> str:
    kept = [w for w in words if w]
    while kept and kept[0].lower() in {"and", "or"}:
        kept.pop(0)
    kept = kept[:_MAX_WORDS]
    while kept and kept[-1].lower() in {"and", "or", "to", "with", "for", "in", "by", "as", "from", "on"}:
        kept.pop()
    text = " ".join(kept).strip(" ,.;:'\"")
    return text[:1].upper() + text[1:]


def amount(quantity: Quantity) -> str:
    """ "$150B" for an amount of money, "70,000 lives" for a count."""
    value = quantity.low if quantity.low is not None else quantity.high
    if value is None:
        return quantity.text
    unit = quantity.unit or ""
    if re.fullmatch(r"[A-Z]{3}", unit):
        symbol = _SYMBOLS.get(unit, f"{unit} ")
        for scale, letter in _SCALES:
            if abs(value) >= scale:
                return f"{symbol}{value / scale:.4g}{letter}"
        return f"{symbol}{value:,.10g}"
    return f"{value:,.10g}{'%' if unit == '%' else ' ' + unit if unit else ''}"


def _auxiliary(clause: Clause, modality: Modality) -> list[str]:
    """The modal and the "not" that the label needs; a denial in its own words ("unlikely", "no") says itself."""
    modal = _MODALS[modality]
    denied = clause.negated_from_above or bool(clause.head.kids("neg")) or clause.reject_of is not None
    if denied and not modal and any(a.lower in {"can", "ca"} for a in clause.head.kids("aux")):
        return ["cannot"]
    return [w for w in (modal, "not" if denied else "") if w]


def _amount_first(clause: Clause, quantities: tuple[Quantity, ...]) -> list[str]:
    """The amount and what was done with it, where it is an argument of the predicate."""
    head = clause.head
    counted = [q for q in quantities if q.unit is not None]
    inside = {id(n) for n in clause.own}
    for child in [head, *head.children]:
        if id(child) not in inside:
            continue
        hit = next(
            (q for q in counted if any(q.start <= n.start < q.end for n in (child, *child.children))), None
        )
        if hit is None or child.dep not in {"dobj", "nsubj", "nsubjpass", "attr", "ROOT", "npadvmod"}:
            continue
        money = re.fullmatch(r"[A-Z]{3}", hit.unit or "") is not None
        lead = [amount(hit)]
        if money and child.is_noun:
            lead += _noun(child, {}, 3)
        elif money or (not money and hit.unit in {"%", "pp", "times"}):
            lead += _measured(hit)
        done = _done(clause, is_object=child.dep in {"dobj", "nsubjpass"})
        return [w for part in lead for w in part.split()][: _MAX_WORDS - len(done)] + done
    return []


def _measured(quantity: Quantity) -> list[str]:
    words = [
        w for w in re.split(r"\W+", (quantity.of or "").split(";")[0]) if w and w.lower() not in _DROPPED
    ]
    return words[-2:] if not any(w.lower().startswith(("loss", "los")) for w in words) else []


def _done(clause: Clause, *, is_object: bool) -> list[str]:
    head = clause.head
    participle = next((c for c in head.children if c.dep == "acl" and c.tag == "VBN"), None)
    if participle is not None:
        return [participle.lower]
    if not head.is_verb or head.lemma in _COPULAS or head.lemma == "have":
        return []
    return [past_participle(head.lemma)] if is_object else [head.lower]


def _predication(clause: Clause, names: Names, auxiliary: list[str]) -> list[str]:
    head = clause.head
    subject = _subject(clause)
    if clause.kind in {"apposition", "insertion"} and not head.is_verb:
        return [*_noun(subject, names, 2), *_noun(head, names, 3)]
    complement = head.kid("acomp", "attr", "oprd")
    if complement is not None and head.lemma in _COPULAS:
        if complement.lower in cues().polarity.negative_predicates | cues().modality.predicted_frames:
            inner = complement.kid("xcomp")
            return [
                *_noun(subject, names, 2),
                complement.lower,
                *(["to", inner.lemma] if inner is not None else []),
            ]
        linking = ["be"] if auxiliary and auxiliary[0] in {"will", "may", "must", "would"} else []
        return [*_noun(subject, names, 2), *auxiliary, *linking, *_complement(complement, names)]
    if head.lemma == "be":
        return [*_noun(subject, names, 3), *auxiliary, *_after(head, names)]
    verb = _content_verb(head)
    if verb is head and head.kids("auxpass"):
        linking = ["be"] if auxiliary else []
        return [*_noun(subject, names, 3), *auxiliary, *linking, head.lower, *_after(head, names)]
    obj = verb.kid("dobj")
    if obj is not None and verb is head and not auxiliary and _reads_from_object(head, obj, names):
        return [*_noun(obj, names, 3), past_participle(head.lemma)]
    action = _action(clause, verb, subject, bare=bool(auxiliary))
    rest = _noun(obj, names, 2) if obj is not None and not is_amount(obj) else _after(verb, names)
    return [*_noun(subject, names, 2), *auxiliary, action, *rest]


def _content_verb(head: Node) -> Node:
    """The verb that carries the content: the last of "is expected to continue to grow"."""
    inner = head.kid("xcomp")
    if inner is not None and inner.is_verb and head.lemma in _FRAMES:
        return _content_verb(inner)
    complement = head.kid("acomp")
    if complement is not None and complement.lemma in _FRAMES | {"unlikely"}:
        return complement.kid("xcomp") or head
    return head


def _action(clause: Clause, verb: Node, subject: Node | None, *, bare: bool) -> str:
    if bare:
        return verb.lemma
    if clause.head is not verb:
        return f"to {verb.lemma}"
    swap = clause.swap.get(id(verb))
    if swap and isinstance(swap[0], str) and len(swap) == 1 and " " not in swap[0]:
        return swap[0]
    if verb.tag == "VB":
        return present(verb.lemma, plural=subject is not None and subject.tag in {"NNS", "NNPS"})
    return verb.lower


def _reads_from_object(head: Node, obj: Node, names: Names) -> bool:
    """Past transitive verbs read best from their object ("aid suspended"), unless that is a pronoun."""
    if head.tag not in {"VBD", "VBN"} or is_amount(obj) or names.get(id(obj)) or obj.kid("poss") is not None:
        return False
    return head.lemma not in cues().attribution.verbs | {
        "have",
        "see",
        "need",
        "want",
        "face",
        "make",
        "take",
    } and obj.tag not in {"PRP", "WDT", "WP"}


def _subject(clause: Clause) -> Node | None:
    if clause.subject:
        return _top(clause.subject)
    if clause.event is not None:
        return None
    own = subject_of(clause.head)
    swap = clause.swap.get(id(own)) if own is not None else None
    return _top(tuple(p for p in swap if isinstance(p, Node))) if swap else own


def _top(nodes: tuple[Node, ...]) -> Node | None:
    inside = {id(n) for n in nodes}
    return next((n for n in nodes if id(n.head) not in inside or n.head is n), None)


def _noun(node: Node | None, names: Names, limit: int) -> list[str]:
    """A noun with the modifiers right before it, in at most `limit` words."""
    if node is None:
        return []
    if names.get(id(node)):
        return [w for w in names[id(node)].split() if w.lower() not in _DROPPED][-limit:]
    if node.lower in {"there", "it"}:
        return []
    if node.dep == "csubj" or node.tag == "VBG":
        return [node.text, *_noun(node.kid("dobj"), names, 2)][:limit]
    near = [n for n in subtree(node) if n.i <= node.i and (n.lower == "no" or not _is_loose(n, node))]
    words = [w for w in phrase(near, names).split() if w.lower() not in _DROPPED]
    if words and words[0].lower() == "no":
        return ["no", *words[1:][-limit:]]
    return words[-limit:]


def _is_loose(node: Node, noun: Node) -> bool:
    while node is not noun:
        if node.dep not in {
            "compound",
            "amod",
            "nmod",
            "poss",
            "case",
            "punct",
            "nummod",
            "quantmod",
            "conj",
            "cc",
            "advmod",
        }:
            return True
        node = node.head
    return False


def _complement(node: Node, names: Names) -> list[str]:
    if node.is_noun:
        return _noun(node, names, 3)
    before = [c.text for c in node.kids("advmod", "neg") if c.i < node.i][-1:]
    return [*before, node.text, *_after(node, names)]


def _after(verb: Node, names: Names) -> list[str]:
    """A particle, and the first prepositional object after the verb."""
    particle = [p.text for p in verb.kids("prt")]
    for prep in verb.kids("prep", "agent"):
        noun = prep.kid("pobj")
        if noun is not None and prep.i > verb.i and prep.lower not in {"due", "because", "despite"}:
            return [*particle, prep.lower, *_noun(noun, names, 2)]
    inner = verb.kid("xcomp", "ccomp")
    if inner is not None and inner.is_verb:
        return [*particle, inner.lemma, *_noun(inner.kid("dobj"), names, 2)]
    return particle
