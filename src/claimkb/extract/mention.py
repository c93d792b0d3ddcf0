"""A noun phrase that may be referred back to, and the pronouns that took it up."""

from collections.abc import Callable
from dataclasses import dataclass, replace

from claimkb.extract.tree import Node
from claimkb.lexicon.cues import cues
from claimkb.lexicon.firstnames import Gender

NAMED_KINDS = frozenset({"country", "person", "organisation"})


class Words:
    """The words of a phrase, put together when first asked for: few candidates are ever chosen."""

    __slots__ = ("_make", "_text")

    def __init__(self, make: Callable[[], str]) -> None:
        self._make = make
        self._text: str | None = None

    @property
    def text(self) -> str:
        """The words."""
        if self._text is None:
            self._text = self._make()
        return self._text


@dataclass(frozen=True, slots=True)
class Mention:
    """A noun phrase that may be referred back to.

    `said` is its short form with pronouns already resolved; `key` joins
    mentions of one thing; `owner` says it possesses another phrase ("X's
    policy"), `owned` that it is possessed.
    """

    node: Node
    said: Words
    key: str
    kind: str  # country | person | organisation | place | thing; name where only its capital is known
    plural: bool
    subject: bool
    owner: bool
    owned: bool
    named: bool
    sentence: int
    gender: Gender = Gender.UNKNOWN
    member: bool = False  # one of several that a coordination joins
    noun: Node | None = None  # of a pronoun: the head of the phrase that it stands for

    @property
    def words(self) -> str:
        """The short form as text."""
        return self.said.text

    @property
    def lemma(self) -> str:
        """The lemma of its noun, or of the noun that it stands for."""
        return (self.noun or self.node).lemma

    @property
    def is_loose(self) -> bool:
        """Whether its words need to be told themselves ("their clients")."""
        words = cues().pronouns
        loose = words.person | words.plural | words.thing | words.first_plural | words.second
        said = self.words.split()
        return any(w.lower() in loose for w in said if w != "US") or said[-1:] in (["this"], ["that"])

    @property
    def is_body(self) -> bool:
        """Whether it is somebody, or a body that acts."""
        return self.kind in NAMED_KINDS or (
            self.kind == "thing"
            and (self.lemma in cues().pronouns.group_nouns or self.lemma in cues().pronouns.plural_bodies)
        )


def is_proper(mention: Mention) -> bool:
    """Whether a person goes by a name, not by a noun that only begins with a capital ("Man arrested in Hull")."""
    words = mention.key.split()
    return words[-1].lower() not in cues().pronouns.person_nouns and not any(w.isdigit() for w in words)


def named_as(mention: Mention, key: str, words: str) -> Mention:
    """A bare title or surname as a mention of the person who bears it."""
    return replace(mention, key=key, said=Words(lambda: words), kind="person", named=True, plural=False)


def described_as(mention: Mention, other: Mention) -> Mention:
    """A description as a further mention of what it names ("the firm" of Alder Mining)."""
    return replace(
        mention,
        key=other.key,
        said=other.said,
        kind=other.kind,
        named=other.named,
        plural=other.plural,
        gender=other.gender or mention.gender,
    )


def taken_up(mention: Mention, node: Node, sentence: int) -> Mention:
    """A pronoun as a further mention of what it stands for."""
    return replace(
        mention,
        node=node,
        subject=node.dep in {"nsubj", "nsubjpass"},
        owner=node.tag == "PRP$" or node.dep == "poss",
        owned=False,
        sentence=sentence,
        member=False,
        noun=mention.noun or mention.node,
    )
