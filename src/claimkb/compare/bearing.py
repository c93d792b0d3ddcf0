"""Whether two assertions are about the same thing: whose is it, towards whom, in which respect."""

from claimkb.compare.assertions import Assertion
from claimkb.compare.words import content, jaccard
from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import senses

_TOPIC = 0.5  # share of words where no name says whose it is


def same_bearer(x: Assertion, y: Assertion) -> bool:
    """Whether two assertions on one concept have one bearer and no clash of counterparts, topics or dimensions."""
    if not _dimensions_fit(x, y):
        return False
    if x.meaning.relational:
        return _same_parties(x, y)
    if x.bearer or y.bearer:
        return _same_owner(x, y) and _others_fit(x, y) and _topics_fit(x, y)
    return _others_fit(x, y) and _same_topic(x, y)


def _same_owner(x: Assertion, y: Assertion) -> bool:
    """The same owner and thing; a thing without an owner may stand among the words of the other side."""
    if x.bearer == y.bearer:
        return True
    thing, other = (x, y) if x.bearer else (y, x)
    things = {b.removeprefix("its ") for b in thing.bearer if b.startswith("its ")}
    return not other.bearer and len(things) == len(thing.bearer) and things <= content(other.topic)


def _same_parties(x: Assertion, y: Assertion) -> bool:
    if len(x.parties) >= 2 and len(y.parties) >= 2:
        return len(x.parties & y.parties) >= 2 and (x.parties <= y.parties or y.parties <= x.parties)
    if len(x.parties) == len(y.parties) == 1 and x.topic and y.topic:
        return x.parties == y.parties and _same_topic(x, y)
    return not x.parties and not y.parties and _same_topic(x, y)


def _same_topic(x: Assertion, y: Assertion) -> bool:
    topic_x, topic_y = content(x.topic), content(y.topic)
    return bool(topic_x) and jaccard(topic_x, topic_y) >= _TOPIC


def _others_fit(x: Assertion, y: Assertion) -> bool:
    """Counterparts, where both name some, must share one."""
    others_x, others_y = x.parties - x.bearer, y.parties - y.bearer
    return not others_x or not others_y or bool(others_x & others_y)


def _topics_fit(x: Assertion, y: Assertion) -> bool:
    """A bare scale ("prices") is of its topic: oil prices are not food prices."""
    topic_x, topic_y = cut_by(x), cut_by(y)
    return not topic_x or not topic_y or bool(topic_x & topic_y) or x.meaning.nature == "judgement"


def cut_by(assertion: Assertion) -> frozenset[str]:
    """The words that cut something out of a concept: neither its own nor "foreign" in "foreign aid"."""
    own = (w for w in assertion.topic if not any(s.concept == assertion.concept for s in senses().get(w, ())))
    return content(own) - comparison_words().general


def _dimensions_fit(x: Assertion, y: Assertion) -> bool:
    """Economic ties are not political ties; ties without a dimension may be either."""
    one, two = _dimensions(x), _dimensions(y)
    return not one or not two or bool(one & two)


def same_dimensions(x: Assertion, y: Assertion) -> bool:
    """Whether both name the same dimensions, or neither names one."""
    return _dimensions(x) == _dimensions(y)


def _dimensions(assertion: Assertion) -> frozenset[str]:
    of = comparison_words().dimensions
    return frozenset(of[w] for w in assertion.topic if w in of)
