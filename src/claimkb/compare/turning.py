"""A direction while words act on it: "cut aid" turns aid down, "lack of trust" turns trust round.

Operators are applied innermost first; what is merely tried, wished or feared
opens the direction, and nothing after that turns it again.
"""

from dataclasses import dataclass

from claimkb.lexicon.comparing import comparison_words
from claimkb.lexicon.meaning import Aspect, Operator, operators

COPULAS = frozenset({"be", "remain", "become", "stay", "seem", "appear", "look", "feel", "prove"})
_ADJECTIVES = frozenset({"strong", "weak"})  # operators that are no verbs


@dataclass(slots=True)
class Reading:
    """A direction while operators act on it, innermost first; `open` once only tried, wished or feared."""

    direction: int
    valence: int
    marks: list[str]
    aspect: Aspect = Aspect.LEVEL
    factive: bool = False
    open: bool = False

    def turn(self, operator: Operator, word: str) -> None:
        """Take in one more word that bears on what is asserted; nothing after an open end."""
        if self.open:
            return
        if operator.aspect is Aspect.FACTIVE:
            self.factive = True
        elif operator.sign == 0:
            self.open, self.direction, self.aspect = True, 0, operator.aspect
        elif operator.aspect is Aspect.EVALUATION:
            self.direction = operator.sign * self.valence or operator.sign * self.direction
            self.aspect = Aspect.CHANGE
        elif self.direction:
            self.direction *= operator.sign
        elif operator.id not in {
            "begin",
            "keep",
        }:  # a bare scale: only a move or a level gives it a direction
            self.direction = operator.sign
        if operator.aspect is Aspect.CHANGE or (operator.aspect, self.aspect) == (Aspect.KEEP, Aspect.LEVEL):
            self.aspect = operator.aspect
        if operator.id != "begin":
            self.marks.insert(0, word)


def apply_predicate(reading: Reading, predicate: tuple[str, ...]) -> None:
    """Let the words of a predicate act on what it governs, the innermost first."""
    copular = bool(predicate) and predicate[0] in COPULAS
    for distance, word in enumerate(reversed(predicate)):
        operator = operators().get(word)
        if operator is not None and operator.id in _ADJECTIVES and not copular:
            continue  # stocks that close are not close
        # "Declined to comment" refuses; "importance declined" falls.
        if operator is not None and (distance == 0 or word not in comparison_words().implicatives):
            reading.turn(operator, word)
