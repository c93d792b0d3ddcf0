"""Turns a clause into words.

Nodes that stood side by side keep the spacing of the text; everything else is
joined by the spacing rules of English print. Negation that a clause inherits
("neither ... nor", "denied that") is put into its own words here, so that a
claim read alone never says the opposite of its source.
"""

import re
from collections.abc import Mapping
from functools import lru_cache

from claimkb.extract.clauses import Clause, Piece
from claimkb.extract.inflect import gerund
from claimkb.extract.tree import AUXILIARIES, Node, left_edge, subject_of

# A nationality ("Indian") is tagged JJ or NNP, so neither is among them.
_COMMON = ("DT", "IN", "PRP", "RB", "VB", "CD", "EX", "WDT", "NNS", "PDT", "TO")
_NO_SPACE_BEFORE = re.compile(r"^(?:[,.;:!?%)\]]|'s\b|'$|n't\b|'(?:re|ve|ll|d|m)\b)")
_NO_SPACE_AFTER = re.compile(r"(?:[(\[$£€¥₹]|(?<=\w)[-/])$")
_DOUBLE_PUNCTUATION = re.compile(r"([,;:])(?:\s*[,;:])+")
_SPACE_BEFORE_PUNCTUATION = re.compile(r"\s+(?=[,;:.!?)\]])")
_PUNCTUATION = re.compile(r"[,;:.!?)\]]")
_ABBREVIATION = re.compile(r"(?:\b[A-Za-z]\.)+$|\b(?:Inc|Corp|Co|Ltd|Jr|Sr|etc)\.$")
_STOP_INSIDE = re.compile(r'[,.]"$')
_COMMA_INSIDE = re.compile(r',"(?=$|\s(?:is|are|was|were|has|had|have|will|would|can|could|may)\b)')
_CLOSED_SINGLE = re.compile(r"\w[.,!?]?'(?=\W|$)")
_EMPTY_QUOTES = re.compile(r"''+")
_INNER_CAPITAL = re.compile(r"[a-z]+[A-Z]")  # "iPhone"
_OPENING = frozenset("\"'(")
_EDGES = " ,;:—–-."
_CONJUNCTION_LAST = re.compile(r"[\s,]+(?:and|or|but|nor)[\s,.;]*$")
_CONJUNCTIONS_FIRST = re.compile(r"^(?:(?:and|but|or|nor)\b[\s,]+)+", re.IGNORECASE)


def realise(clause: Clause, resolved: Mapping[int, str]) -> str:
    """The clause as a sentence of its own, without the final stop.

    `resolved` maps the id of a node to the words that stand for it (a pronoun
    to its antecedent; "" drops the node).
    """
    text = _surface(_pieces(clause, resolved), resolved)
    return _tidy(text)


def phrase(nodes: tuple[Node, ...] | list[Node], resolved: Mapping[int, str] | None = None) -> str:
    """The words of a phrase."""
    if len(nodes) == 1 and nodes[0].text.isalpha() and not (resolved and id(nodes[0]) in resolved):
        return nodes[0].text  # as most phrases that are asked for: there is nothing to tidy
    return _tidy(_surface(list(nodes), resolved or {}), capital=False)


def _pieces(clause: Clause, resolved: Mapping[int, str]) -> list[Piece]:
    if clause.template:
        return list(clause.template)
    if clause.reject_of is not None:
        return ["the author rejects the view that", *_lowered(_pieces(clause.reject_of, resolved), resolved)]
    pieces: list[Piece] = []
    if clause.front:
        pieces += [*clause.front, ","]
    if clause.event is not None:
        event = _event(clause.event, resolved)
        coming = _as_gerund(event, clause.event.head)
        pieces += coming or ["that", *_lowered(event, resolved)]
    elif clause.subject is not None:
        pieces += _swapped(clause, list(clause.subject))
    pieces += clause.prefix
    own = clause.own
    pieces += _swapped(clause, own)
    pieces += clause.appended
    return pieces


def _event(event: Clause, resolved: Mapping[int, str]) -> list[Piece]:
    """The main clause that is the subject of its result, without its fronted adverbials."""
    subject = subject_of(event.head)
    pieces = _pieces(event, resolved)
    if event.subject is None and subject is not None:
        left = left_edge(subject)
        own = [n for n in event.own if n.i >= left]
        pieces = [*_swapped(event, own), *event.appended]
    while pieces and isinstance(pieces[-1], Node) and pieces[-1].dep == "punct":
        pieces.pop()
    return pieces


def _as_gerund(event: list[Piece], verb: Node) -> list[Piece]:
    """ "The firm may close its plant" as "the firm closing its plant"; empty for what has happened."""
    modal = next((a for a in verb.kids("aux") if a.tag == "MD"), None)
    if modal is None or modal not in event:
        return []
    chain = sorted([*(a for a in verb.kids("aux", "auxpass") if a.i > modal.i), verb], key=lambda n: n.i)
    first = chain[0]
    gone = [modal, *(n for n in verb.kids("neg") if n.lower == "n't")]
    named = [gerund(piece.lemma) if piece is first else piece for piece in event if piece not in gone]
    negated = len(gone) > 1
    place = next((i for i, piece in enumerate(event) if piece is modal), 0)
    return [*named[:place], "not", *named[place:]] if negated else named


def _lowered(pieces: list[Piece], resolved: Mapping[int, str]) -> list[Piece]:
    """The pieces with the first word in lower case, unless it is a name."""
    for index, piece in enumerate(pieces):
        if isinstance(piece, str):
            return pieces
        if piece.dep == "punct":
            continue
        if id(piece) in resolved:
            return pieces  # other words stand for it
        if (
            piece.text[:1].isupper()
            and not piece.text.isupper()
            and piece.tag in {"DT", "IN", "PRP$", "RB", "CD", "EX", "PRP", "PDT"}
            and piece.lower != "i"
        ):
            return [*pieces[:index], piece.lower, *pieces[index + 1 :]]
        return pieces
    return pieces


def _swapped(clause: Clause, nodes: list[Node]) -> list[Piece]:
    pieces: list[Piece] = []
    for node in nodes:
        swap = clause.swap.get(id(node))
        if swap is None:
            pieces.append(node)
        else:
            pieces += swap
    return pieces


def _surface(pieces: list[Piece], resolved: Mapping[int, str]) -> str:
    out: list[str] = []
    previous: Node | None = None
    for piece in pieces:
        node = None if isinstance(piece, str) else piece
        word = piece if isinstance(piece, str) else resolved.get(id(piece), piece.text)
        if not word:
            previous = None
            continue
        if node is not None and node.i == 0 and out and word is node.text and _only_begins(node):
            word = node.lower
        if node is not None and previous is not None and _follows(node, previous):
            opened = previous.dep == "punct" and previous.text in _OPENING
            glued = not previous.space and (word is node.text or not word[:1].isalnum() or opened)
        else:
            glued = not out or bool(_NO_SPACE_BEFORE.match(word) or _NO_SPACE_AFTER.search(out[-1]))
        out.append(word if glued else " " + word)
        previous = node
    return "".join(out)


def _follows(node: Node, previous: Node) -> bool:
    """Whether a word is the next one of the same sentence; numbers of two sentences may follow each other, too."""
    return previous.i + 1 == node.i and previous.end <= node.start


def _only_begins(node: Node) -> bool:
    """Whether a word has its capital from the start of the sentence alone."""
    return node.tag.startswith(_COMMON) and node.lower != "i" and not node.text[1:].isupper()


@lru_cache(maxsize=4096)  # labels, frames and reference ask for the same phrases, some 200 bytes each
def _tidy(text: str, *, capital: bool = True) -> str:
    """Spacing and punctuation of English print; what is not in the text is not looked for, most phrases being short."""
    text = " ".join(text.split())
    if '"' in text or "''" in text:
        text = _balanced_quotes(re.sub(r"^[\"'\s]+(?=[\"'])", "", text))
        text = re.sub(r'^"\s+', '"', text)
    if _PUNCTUATION.search(text):
        text = _SPACE_BEFORE_PUNCTUATION.sub("", _DOUBLE_PUNCTUATION.sub(r"\1", text))
    if "can not" in text:
        text = re.sub(r"\bcan not\b", "cannot", text)
    if text.rstrip(" ,.;").endswith(("and", "or", "but", "nor")):
        text = _CONJUNCTION_LAST.sub("", text)
    text = text.rstrip(" ,;:—–-")
    text = text[:-1] if text.endswith("..") and not text.endswith("...") else text
    abbreviation = text.endswith(".") and _ABBREVIATION.search(text)
    text = text.strip(" ,;:—–-") if abbreviation else text.strip(_EDGES)
    if '"' in text:
        text = _COMMA_INSIDE.sub('"', text)
    if text.startswith("'") and not _CLOSED_SINGLE.search(text):
        text = text.lstrip("' ")
    if capital:
        text = text[opening.end() :] if (opening := _CONJUNCTIONS_FIRST.match(text)) else text
        first = 1 if text.startswith('"') else 0
        if not _INNER_CAPITAL.match(text, first):
            text = text[:first] + text[first : first + 1].upper() + text[first + 1 :]
    return text


def _balanced_quotes(text: str) -> str:
    """Without a quotation mark whose partner was left behind, and with the stop inside a quotation outside it."""
    text = _STOP_INSIDE.sub('"', text.rstrip())
    if text.count('"') % 2:
        text = text.strip('" ') if text.startswith('"') or text.endswith('"') else text.replace('"', "")
        if text.count('"') % 2:
            text = text.replace('"', "")
    if text.count('"') == 2 and text.startswith('"') and text.endswith('"'):
        text = text[1:-1]
    return " ".join(_EMPTY_QUOTES.sub("", text).split())


def negate(clause: Clause) -> None:
    """Put "not" into the clause's own words (or take it out where it is denied twice)."""
    head = clause.head
    inside = {id(n) for n in clause.own}
    own_not = next((c for c in head.kids("neg") if id(c) in inside and c.lower in {"not", "n't"}), None)
    if own_not is not None:
        clause.replace(own_not)
        return
    auxiliary = next((a for a in head.kids(*AUXILIARIES) if id(a) in inside and a.lower != "to"), None)
    future = next((a for a in head.kids("aux") if clause.swap.get(id(a)) == ("will",)), None)
    if future is not None:
        clause.replace(future, "will not")
    elif auxiliary is not None:
        clause.replace(auxiliary, "cannot" if auxiliary.lower == "can" else f"{auxiliary.text} not")
    elif clause.prefix:
        clause.prefix = (f"{clause.prefix[0]} not", *clause.prefix[1:])
    elif head.lemma == "be":
        clause.replace(head, f"{head.text} not")
    else:
        support = {"VBD": "did", "VBZ": "does", "VBP": "do"}.get(head.tag, "did")
        clause.replace(head, f"{support} not {head.lemma}")
