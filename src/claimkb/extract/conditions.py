"""What makes a whole clause hang on a condition: "if", "unless", "as long as", an inverted "had", "would have"."""

from claimkb.extract.attachment import inverted_condition
from claimkb.extract.clauses import Clause
from claimkb.extract.modals import auxiliaries, infinitive, is_perfect
from claimkb.extract.tree import Node, subtree
from claimkb.lexicon.cues import cues

_CONDITIONS = frozenset({"advcl", "ccomp", "advmod", "prep"})
_FRONT = 5  # words of the longest phrase that opens a condition


def conditional(clause: Clause, head: Node) -> list[str]:
    """The words that make a clause conditional; none where it is not."""
    inside = {id(n) for n in clause.own}
    inside.update([id(n) for n in clause.front])
    for child in head.children:
        if (
            child.dep not in _CONDITIONS
            or id(child) not in inside
            or _is_condition_of_promise(child, clause, head)
            or _has_taken_effect(child, clause, head)
        ):
            continue
        found = _condition(child)
        if found:
            return found
    if any(a.lower == "would" for a in auxiliaries(clause, head)) and is_perfect(head):
        return ["would have"]
    return [n.text for n in clause.front[:2] if n.lower in {"if", "unless"}]


def _is_condition_of_promise(child: Node, clause: Clause, head: Node) -> bool:
    """ "She threatened to leave if P": the condition is of what is threatened, whatever the parser hung it on."""
    words = cues().modality
    if head.lemma not in words.committing or child.i < head.i or infinitive(head) is None:
        return False
    modals = words.predicted_modals | words.possible_modals | words.normative_modals
    return not any(a.lower in modals for a in auxiliaries(clause, head))


def _has_taken_effect(child: Node, clause: Clause, head: Node) -> bool:
    """ "The fund withheld $5m unless Chad paid": what was withheld is withheld, whatever may end it."""
    mark = child.kid("mark")
    if head.tag != "VBD" or child.i < head.i or mark is None or mark.lower != "unless":
        return False
    return head.lemma in cues().modality.withholding and not auxiliaries(clause, head)


def _condition(child: Node) -> list[str]:
    """The words that make an adverbial a condition."""
    words = cues().modality
    if child.dep in _CONDITIONS:
        nodes = subtree(child)
        first = " ".join(n.lower for n in nodes[:_FRONT]) + " "
        phrase = next((p for p in words.conditional_phrases if first.startswith(p + " ")), None)
        if phrase is not None and not any(n.lower == "anonymity" for n in nodes):
            return [phrase]
    if child.dep == "advcl" and child.lower not in {"any", "anything", "ever", "all"}:  # "few, if any"
        marks = [m.text for m in child.children if m.dep in {"mark", "advmod", "prep"}]
        found = [m for m in marks if m.lower() in words.conditional_marks]
        if (
            child.head.lemma in words.asking
            and child.i > child.head.i
            and [f.lower() for f in found] == ["if"]
        ):
            return []  # "asked if" is "asked whether"
        if "as" in (f.lower() for f in marks) and [f.lower() for f in found] == ["if"]:
            return []  # "as if P" compares
        unsure = child.i > child.head.i and any(
            c.lemma in words.open_adjectives for c in child.head.kids("acomp")
        )
        if unsure and [f.lower() for f in found] == ["if"]:
            return []  # so is "unclear if"
        provided = child.lower in words.conditional_marks and bool(child.kids("ccomp"))
        return found or ([child.text] if provided else []) or inverted_condition(child)
    return inverted_condition(child) if child.dep == "ccomp" else []
