"""What makes one name with a noun of a label: the words before it, and "of" with the name after it."""

from claimkb.extract.tree import Node, descend
from claimkb.lexicon.gazetteer import gazetteer
from claimkb.lexicon.labels import label_words


def name_after(node: Node) -> str:
    """What belongs to a name after "of" ("State of the Union")."""
    if node.tag != "NNP" and node.lemma != "age":
        return ""
    number = next((c for c in node.kids("nummod") if c.i == node.i + 1 and node.space), None)
    if number is not None:
        return f" {number.text}"
    inner = next((p.kid("pobj") for p in node.kids("prep") if p.lower == "of"), None)
    if any(not c.text.isupper() and c.text not in gazetteer().places for c in node.kids("compound")):
        return ""  # a person of a place
    if node.tag != "NNP" or inner is None or inner.tag not in {"NNP", "NNPS"}:
        return ""
    before = [c.text for c in inner.kids("compound") if c.tag == "NNP" and c.i < inner.i]
    return f" of {' '.join([*before, inner.text])}"  # "University of North Dakota"


def name_run(node: Node, children: list[Node]) -> list[Node]:
    """The words before a noun that belong to one name, or to one hyphenated word."""
    run: list[Node] = []
    at = node
    if not node.children or node.children[0].i > node.i:
        return run
    pool = {n.i: n for c in children for n in descend(c)} | {
        n.i: n for n in node.children if n.dep == "punct" and n.text in {"-", "–", "/", "&"}
    }
    while (before := pool.get(at.i - 1)) is not None:
        glued = not before.space
        named = before.lower in label_words().inseparable or (
            at.tag in {"NNP", "NNPS"} and before.tag in {"NNP", "NNPS"} and before.dep in {"compound", "nmod"}
        )
        if not (glued or named) or before.dep == "case" or before.text in {'"', "'", ","}:
            break
        run.insert(0, before)
        at = before
    return run
