"""What kind of name capitalised words are: a person's, a body's, a place's, an event's.

Head words and the gazetteer decide; two to six proper nouns that no such word
explains are taken for a person.
"""

import re

from claimkb.extract.entity_runs import HEADS, place_at
from claimkb.extract.tokens import Token
from claimkb.lexicon.firstnames import gender_of
from claimkb.lexicon.gazetteer import Place, gazetteer

_GAZETTEER = gazetteer()
_WORDS = _GAZETTEER.words


def kind_of_heads(tokens: list[Token]) -> str | None:
    """The kind that a head word tells: an organisation, an agreement, an event; None where there is none."""
    words = [t.text for t in tokens]
    if (
        len(words) > 2
        and {"of", "for"} & set(words)
        and any(w in _WORDS["organisation_openers"] for w in words)
    ):
        return "agreement" if any(w in _WORDS["agreement_heads"] for w in words) else "organisation"
    if words[-1] in _WORDS["agreement_heads"]:
        return "agreement" if len(words) > 1 else None
    if words[-1] in _WORDS["event_heads"]:
        return "other"
    if len(words) > 1 and any(w in _WORDS["organisation_heads"] for w in words):
        return "organisation"
    if len(words) > 1 and words[-1] in _WORDS["company_heads"]:
        return "organisation"
    return None


def kind_of(tokens: list[Token], name: str) -> str | None:
    """The kind of a name of one or more words; None for what is no name."""
    words = [t.text for t in tokens]
    if heads := kind_of_heads(tokens):
        return heads if len(words) > 1 else None
    if len(words) == 1:
        if words[0] in HEADS or words[0] in _WORDS["titles"]:
            return None
        return _singlekind_of(tokens[0])
    if place_at(words[0], 0) and not (gender_of(words[0]) and _may_be_person(tokens, words)):
        return "organisation"
    if _is_town(tokens):
        return "city"
    if _is_branch(words):
        return "organisation"
    return "person" if _may_be_person(tokens, words) else "other"


def _is_branch(words: list[str]) -> bool:
    """Whether a name ends with a country and begins with no first name: "Vodafone Egypt"."""
    last = _GAZETTEER.places.get(words[-1])
    country = last is not None and last.kind == "country" and last.form == "name"
    return country and not gender_of(words[0]) and all(w[:1].isupper() for w in words)


def _is_town(tokens: list[Token]) -> bool:
    """ "in Fort Wayne, Indiana": a name after "in" and before a comma and a region or country."""
    first, last = tokens[0], tokens[-1]
    if (
        last.i + 2 >= len(last.line.tokens)
        or last.neighbour(1).text != ","
        or first.i == 0
        or first.neighbour(-1).text.lower() not in _WORDS["place_prepositions"]
    ):
        return False
    place = place_at(last.line.text, last.neighbour(2).start)
    return place is not None and place[1].kind in {"region", "country"}


_ABSTRACT = re.compile(r"(?:tion|sion|ment|ity|ness|ism|ics|ance|ence|ship|logy|ture|ing|ility|ies)s?$")


def _may_be_person(tokens: list[Token], words: list[str]) -> bool:
    """Proper nouns without an article, none of them a place, a plural, an acronym or an abstract noun."""
    before = tokens[0].neighbour(-1).text.lower() if tokens[0].i > 0 else ""
    if not 2 <= len(words) <= 7 or before in {"the", "a", "an"} or not _plain_words(words):
        return False
    if words[0] in _WORDS["place_openers"] or words[-1] in _WORDS["place_heads"]:
        return False
    if any((w.isupper() and len(w) > 2) or any(c.isdigit() for c in w) for w in words):
        return False
    if any(_GAZETTEER.places.get(w, _NOWHERE).form == "adjective" for w in words) or _ABSTRACT.search(
        words[-1]
    ):
        return False
    return tokens[-1].tag != "NNPS" and sum(t.tag.startswith("NNP") for t in tokens) >= len(tokens) - 1


_NOWHERE = Place("", "other")


def _plain_words(words: list[str]) -> bool:
    return (
        all(re.fullmatch(r"[^\W\d_][\w’'.]*|-", w) for w in words)
        and "of" not in words
        and "for" not in words
    )


def _singlekind_of(token: Token) -> str | None:
    if token.text.isupper() and 2 <= len(token.text) <= 6:
        return "organisation"
    return "city" if _is_town([token]) else _single(token)


def _single(token: Token) -> str | None:
    """A lone capitalised word counts only when the tagger takes it for a proper noun."""
    if token.i + 1 < len(token.line.tokens) and token.neighbour(1).text in {"administration", "presidency"}:
        return "person"
    return "other" if token.tag in {"NNP", "NNPS"} and len(token.text) > 2 else None
