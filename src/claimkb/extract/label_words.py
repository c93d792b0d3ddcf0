"""The words of labels: which nodes a label may use, names in short, amounts in figures."""

import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from functools import cache, lru_cache

from claimkb.extract.tree import Node
from claimkb.lexicon.firstnames import gender_of
from claimkb.lexicon.labels import label_words
from claimkb.model import EntityMention, Quantity

# How a headline writes a bound; "nearly" and "about" it leaves out.
_PERCENT = re.compile(r"(?<=\d) per ?cent\b")
_OFFICE = re.compile(r"\b(Department|Ministry) of (?:the )?([A-Z]\w+)\b(?! (?:and\b|[A-Z]))")
_FIRM = re.compile(r"(?<=\w) (?:Corp|Inc|Ltd|LLC|Plc|PLC|plc|Co)\b\.?(?! of\b)")
_SUFFIXES = frozenset({"Jr", "Jr.", "Sr", "Sr.", "II", "III", "IV"})
_OWNED_TIME = re.compile(r"^(?:(?:last|this|next) )?(?:week|month|year|night|yesterday|[A-Z]\w+day)'s (?=\w)")
_QUOTES = "\"'“”‘’`,;:()[]"


@dataclass(frozen=True, slots=True)
class TextNames:
    """The acronyms that a text uses for its own long names, and its names with an "and" inside."""

    short: Mapping[str, str] = field(default_factory=dict)
    bodies: tuple[EntityMention, ...] = ()
    persons: frozenset[str] = frozenset()
    likely: frozenset[str] = frozenset()  # names of two words that may be persons'


NO_NAMES = TextNames()
_FULL_NAME = re.compile(r"(?!Al |El |San |Santa |New )[A-Z][\w'-]+ [A-Z][\w'-]+")
_INNER = re.compile(r" (?:and|for|&) ")


def text_names(entities: Iterable[EntityMention]) -> TextNames:
    """The names of a document that labels shorten or keep whole."""
    mentions = tuple(entities)
    short: dict[str, str] = {}
    bodies: list[EntityMention] = []
    for mention in mentions:
        initials = "".join(w[0] for w in mention.name.split() if w[:1].isupper())
        if mention.text == initials and re.fullmatch(r"[A-Z]{2,6}s?", mention.text):
            short[mention.name] = mention.text
        if mention.kind == "organisation" and _INNER.search(mention.text):
            bodies.append(mention)
    bare = {m.name for m in mentions if m.text != m.name and m.text == m.name.split()[-1]}  # surname alone
    people = [m for m in mentions if m.kind == "person"]
    persons = {n for m in people if m.name in bare for n in (m.name, m.text)}
    bare_names = {without_title(m.text) for m in people}
    likely = {n for n in bare_names if _FULL_NAME.fullmatch(n)} - persons
    return TextNames(short, tuple(bodies), frozenset(persons), frozenset(likely))


@dataclass(frozen=True, slots=True)
class Wording:
    """What a label may use of a clause: nodes it shows, what stands for some, quantities, short names."""

    inside: frozenset[int]
    names: Mapping[int, str]
    quantities: Sequence[Quantity] = ()
    short: Mapping[str, str] = field(default_factory=dict)
    bodies: Sequence[EntityMention] = ()  # names of several words that hold "and" or "for"
    persons: frozenset[str] = frozenset()  # the persons of the text, as it names them
    likely: frozenset[str] = frozenset()  # names of two words that may be persons'
    objects: Mapping[int, Node] = field(default_factory=dict)  # by its verb, what a "which" stands for
    denied: bool = False  # the claim denies what the clause affirms ("rejects the view that")

    def shows(self, node: Node) -> bool:
        """Whether a node is part of the clause."""
        return id(node) in self.inside and self.names.get(id(node), "-") != ""

    def amount_at(self, node: Node) -> Quantity | None:
        """The quantity that a node is part of."""
        for quantity in self.quantities:
            if quantity.start <= node.start < quantity.end:
                return quantity
        return None

    def body_at(self, node: Node) -> EntityMention | None:
        """The name with inner conjunctions that a node is part of."""
        for mention in self.bodies:
            if mention.start <= node.start < mention.end:
                return mention
        return None

    def shorter_names(self, name: str) -> list[str]:
        """The surname of a person, the last words of another long name."""
        words = name.split()
        if len(words) > 1 and name in self.persons:
            return [words[-1]] if words[-1] not in _SUFFIXES else [words[-2]]
        return shorter_names(name) or ([words[-1]] if name in self.likely else [])

    def cost_of_short(self, name: str) -> float:
        """What a name loses in its short form: least a person's, most one that is only likely a person's."""
        if name in self.persons or gender_of(name.split()[0]):
            return 0.15
        return 1.2 if name in self.likely else 0.6

    def shortened(self, text: str) -> str:
        """A phrase without quotation marks, its long names in short."""
        if " " in text:
            words = [_unquoted(w) for w in text.split()]
            text = " ".join(w for w in words if w)
        else:
            text = _unquoted(text)
        for name, short in self.short.items():
            if name in text:
                text = re.sub(rf"(?<!\w){re.escape(name)}(?!\w)", short, text)
        return _in_short(text)


def _unquoted(word: str) -> str:
    """A word without quotation marks; an apostrophe after "s" owns."""
    bare = word.strip(_QUOTES)
    return f"{bare}'" if word == f"{bare}'" and bare.endswith("s") else bare


@lru_cache(maxsize=4096)  # the forms of one label share most of their words
def _in_short(text: str) -> str:
    """The names that headlines shorten in their short form; "Latin America" is another than "America"."""
    whole = text.split("'")[0]
    text = _FIRM.sub("", text)
    if " of " in text:
        text = _OFFICE.sub(r"\2 \1", text)
    if "cent" in text:
        text = _PERCENT.sub("%", text)
    return _shortenable().sub(
        lambda m: m[0] if m[0] == "America" != whole else label_words().short[m[0]], text
    )


@cache
def _shortenable() -> re.Pattern[str]:
    names = sorted(label_words().short, key=len, reverse=True)
    return re.compile(rf"(?<!\w)(?:{'|'.join(map(re.escape, names))})(?!\w)")


def is_direction(adverb: Node, verb: Node) -> bool:
    """Whether an adverb is half of the verb before it ("go back", "get away")."""
    return adverb.lower in label_words().directions and adverb.i == verb.i + 1


def shorter_names(name: str) -> list[str]:
    """A person's surname; the last words of another long name."""
    words = name.split()
    if " of " in name and name.split(" of ")[0].lower() in label_words().bodies:
        return [name.split(" of ")[0]]  # "University of Oslo"
    if " of " in name and len(words) > 3 and words[-2] == "of":  # "United Federation of Teachers"
        return [" ".join(words[-3:])]
    if len(words) < 2 or not all(w[:1].isupper() for w in words):
        return []
    if gender_of(words[0]) or "bin" in name.lower().split():
        return [words[-1]] if words[-1] not in _SUFFIXES else [words[-2]]
    body = words[-1].lower() in label_words().bodies  # "Court" stands for a court, "Systems" for no firm
    if len(words) == 2:
        return [words[-1]] if body and words[0].lower() not in label_words().telling else []
    if words[-2].endswith(".") and len(words[-2]) < 4:
        return [words[-1]]  # "Anna B. Berg"
    two = " ".join(words[-2:])
    if body and words[-1].lower() in label_words().branded:
        return [words[-1]]  # "Fargo Bank" is none
    return [two, words[-1]] if body else [two, two, words[-1]]  # the last word alone is the last resort


def first_words(name: str) -> str:
    """The head of a name that goes on with "of", "for" or "and"."""
    return re.split(r" (?:of|for|and) ", name)[0]


def possessive(text: str) -> str:
    """The owner form; short names go without ("US interest")."""
    if (bare := text.rstrip("'")) in label_words().bare_owners:
        return bare
    return text if text.endswith(("'s", "s'")) else f"{text}'" if text.endswith("s") else f"{text}'s"


def without_title(name: str) -> str:
    """A name without the titles and the bodies before it, where a name of its own follows."""
    words = [w for i, w in enumerate(name.split()) if i or w.lower() not in label_words().dropped]
    titles = label_words().titles
    last = max((i for i, w in enumerate(words[:-1]) if w.lower() in titles), default=-1)
    rest = words[last + 1 :]
    if (
        last < 0
        or not rest[0][:1].isupper()
        or rest[0].lower() in label_words().bodies
        or rest[-1].lower() in titles
    ):
        return " ".join(words)
    return " ".join(rest)


def short_forms(text: str) -> list[str]:
    """A phrase given in words, and its shorter forms: without articles and titles, then its last name."""
    dropped = label_words().dropped
    words = [w for w in text.split() if w.lower() not in dropped] or text.split()
    plain = _OWNED_TIME.sub("", without_title(" ".join(words)))
    forms = [plain]
    words = plain.split()
    head = re.split(r" (?:of|in|for|and|from|on|to|with) ", plain)[0].split()
    names: list[str] = []
    for word in reversed(words):
        if not word[:1].isupper():
            break
        names.insert(0, word)
    surname = shorter_names(plain)
    if surname and gender_of(words[0]):
        forms += surname
    elif names and len(words) > len(names) and words[-len(names) - 1].lower() in {"of", "and", "for"}:
        forms.append(" ".join(head[-2:]))  # "Court of Appeals"
    elif len(words) > 3 and names:
        forms.append(" ".join(names[-3:]))
        if any(gender_of(n) for n in names[:-1]):
            forms.append(names[-1])
    elif len(head) < len(words):
        forms.append(" ".join(head[-2:]))
    elif len(words) > 2:
        cut = words[-3][:1].isupper() and words[-2][:1].isupper()  # never "York venue"
        forms.append(words[-1] if cut and not words[-1][:1].isupper() else " ".join(words[-2:]))
    return list(dict.fromkeys(forms))
