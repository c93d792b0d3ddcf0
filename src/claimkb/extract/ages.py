"""Ages between commas: "Ann Lee, 43, of Hull, was rescued".

An age after a name is a statement of its own, and the parser stumbles over it;
so it is cut out of the line like what stands in brackets. Of its two commas
one stays where what follows is set off as well ("of Hull", "a nurse", "who").
"""

import re

_AGE = re.compile(r",\s(?P<in>[1-9]\d)(?=[,;]\s|\.?$)")
# A first name and a surname, or a title and a surname.
_NAME_BEFORE = re.compile(
    r"(?<![\w.])[A-Z][\w'.-]*[a-z.] (?:[A-Z]\. |(?:al|bin|da|de|del|di|la|van|von) )*[A-Z][\w'-]*$"
)
_SURNAME_BEFORE = re.compile(r"(?<![\w.,] )(?<![\w.])[A-Z][a-z'-]{2,}$|(?<=[a-z] )[A-Z][a-z'-]{2,}$")
_OF_A_PERSON = re.compile(
    r",\s(?:of [A-Z]|(?:who|is|was|has|had|said|says|faces|died|told|will|pleaded|appeared|remains)\b|an? [a-z])"
)
_SET_OFF = re.compile(
    r",\s(?:of|from|who|whose|whom|an?|the|another|his|her|their|one|formerly|originally|[A-Z0-9]\S*"
    r"|(?:identified|described|based|born|known|charged|accused|convicted|arrested|named|pictured)\b[^,;.]*,)"
)
_MAX_NAME = 60  # characters before an age that may belong to the name


def ages(text: str) -> list[tuple[int, int, int, int, str]]:
    """The ages of a plain line as cuts: outer start and end, inner start and end, and "," for their mark."""
    found = []
    for match in _AGE.finditer(text):
        start, end = match.span()
        near = max(0, start - _MAX_NAME)
        surname = _OF_A_PERSON.match(text, end) and _SURNAME_BEFORE.search(text, near, start)
        if not (surname or _NAME_BEFORE.search(text, near, start)):
            continue
        if text.startswith(",", end) and not _SET_OFF.match(text, end):
            end += 1
        found.append((start, end, match.start("in"), match.end("in"), ","))
    return found
