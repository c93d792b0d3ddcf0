"""The ways in which a constituent becomes a clause of its own: what is cut off, and what only adds a clause."""

from enum import Enum, auto


class Way(Enum):
    """The ways in which a constituent becomes a clause of its own."""

    COORDINATE = auto()
    INFINITIVE = auto()
    RELATIVE = auto()
    STRAY_RELATIVE = auto()
    PARTICIPLE = auto()
    APPOSITION = auto()
    SUBORDINATE = auto()
    REASON = auto()
    REASON_APART = auto()
    DONE_BEFORE = auto()
    DURING = auto()
    OPENING = auto()
    RUN_ON = auto()
    NOUN_CONTENT = auto()
    ABSOLUTE = auto()
    INTRODUCED = auto()
    ASSERTED = auto()
    DESCRIPTION = auto()
    MESSAGE = auto()
    PRESUPPOSED = auto()
    NAME_OF_EVENT = auto()
    STATE = auto()


# These add a clause and leave its words where they are.
KEEPING = frozenset(
    {
        Way.NOUN_CONTENT,
        Way.REASON,
        Way.DONE_BEFORE,
        Way.DURING,
        Way.INTRODUCED,
        Way.ASSERTED,
        Way.DESCRIPTION,
        Way.PRESUPPOSED,
    }
)
