"""What a modifier before a noun is worth to a label: superlatives and names most, "significant" and "several" least."""

from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.labels import label_words

UNREAL = 4.0  # "former": without it the noun says what is not so
MEASURED = 10.0  # "feet" is nothing without how many


def worth_of(child: Node, text: str) -> float:
    """How much a modifier says: superlatives and names most, "significant" and "several" least."""
    if child.lower in label_words().unreal:
        return 2.4 if child.head.tag == "NNP" else UNREAL
    if child.kids("neg"):
        return MEASURED  # a "not guilty" plea is no guilty one
    if child.lower.endswith("ing") and child.head.dep == "pobj" and child.i == child.head.head.i + 1:
        return 3.0  # "accused of hiding losses", where the parser sees losses that hide
    if child.tag == "CD" and child.head.tag in {"NN", "NNS"} and text == child.text:
        named = any(c.i == child.i + 1 and c.tag == "NNP" for c in child.head.children)  # "8 Mile road"
        return 0.4 if named else 2.0
    if child.lower in label_words().pale or child.lower in cues().clauses.calendar:
        return 0.25
    if (
        child.tag in {"JJS", "JJR"}
        or child.lower in label_words().ordinal
        or text.lower().startswith(("most ", "least "))
    ):
        return 1.9
    if child.head.tag in {"NNP", "NNPS"}:
        return 0.4  # a name needs no "36-year-old"
    if child.dep == "compound" and child.i == child.head.i - 1:
        return 1.4  # "export destination" is no destination
    if child.dep == "amod" and child.head.dep == "attr":
        return 1.9  # what is said of the subject
    return 1.2 if child.dep in {"compound", "nmod"} or child.tag == "NNP" else 0.8
