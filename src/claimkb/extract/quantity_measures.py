"""What an amount of money or a share is of, and at what rate.

The measure follows after "in", "of" or "for", stands right behind the amount
("a $2bn loan") or before it ("trade worth $2bn"), or is said by the verb
("lost", "spent").
"""

import re

from claimkb.extract.quantity_context import NEXT, is_plural
from claimkb.extract.quantity_words import DASH, longest_first
from claimkb.lexicon.units import units

_UNITS = units()
_RATE = re.compile(rf"\s?({longest_first(list(_UNITS.rates))})(?!\w)")
_IN_OF = re.compile(
    r"\s+(?:in(?!\sa\b|\san\b)|of|worth\s+of|for|on|towards?)\s+(?!\d|this|that|which|last|next|each|one\b)(?:(?:the|a|an|its|their|his|her|our|my|your|all|such)\s+)?(?:\d[\d,]*\s+(?=[a-z]))?"
)
_OF = re.compile(
    r"\s+of\s+(?!\d|this|that|which|last|next|each)(?:(?:the|a|an|its|their|his|her|our|my|your|all|such)\s+)?"
)
_WORD = r"(?:(?:[A-Z]\.){2,}|[^\W\d_][\w’'-]*)"
_PHRASE = re.compile(rf"{_WORD}(?:\s+{_WORD}){{0,5}}")
_WORTH = re.compile(
    rf"((?:[\w’'-]+\s+){{0,3}}[\w’'-]+)(?:\s*[{DASH},(]+)?\s*(?:currently\s+|now\s+|together\s+)?"
    r"(?:(?:is|are|was|were)\s+)?(?:worth|of|totall?ing|valued\s+at|amounting\s+to|estimated\s+at|reached|reaching|stands\s+at|stood\s+at|set\s+at|was|is)\s+$"
)
# "cut the tax rate to 28 percent", "cap fees at 2%", "the rate, at 35 percent,"
_SET = re.compile(
    r"\b(?:cut|reduc|rais|lower|increas|cap|set|keep|kept|hold|held|slash|bring|brought|push|sen[dt])\w{0,5}\s+"
    r"(?:the|its|their|his|her)\s+((?:[a-z-]+\s+){0,3}[a-z-]+)(?:\s+[a-z]+ing)?\s+(?:to|by|at)\s+$"
)
# "5 million euros building a school"; not "5 million euros in building", "a 5 million euro housing plan"
_DOING = re.compile(r"\s+[a-z]+ing\s+(?:the|an?|its|their|his|her|our|[A-Z]\w*|\d+)\b")
_STANDS = re.compile(
    r"((?:[\w’'-]+\s+){0,3}(?:rate|price|wage|share|tax|fee|level|index)s?),\s+(?:now\s+)?at\s+$"
)
_VERB = re.compile(rf"\b({'|'.join(sorted(_UNITS.measures))})\s+(?:(?:it|them|him|her|us|[A-Z]\w+)\s+)?$")
_SIZED = re.compile(
    rf"\b({longest_first(sorted(_UNITS.sized))})(?:\s+of\s+(?:the\s+)?([a-z]+))?\s+(?:of|stands\s+at|stood\s+at|"
    r"(?:has\s+|had\s+)?(?:\w+ly\s+)?(?:rose|risen|rises|climbed|jumped|grew|grown|fell|fallen|reached)(?:\s+to)?)\s+$"
)
_MOVED = re.compile(
    r"((?:[\w’'&-]+\s+){0,2}[\w’'&-]+)\s+(?:has\s+|have\s+|had\s+|is\s+|are\s+|was\s+)?(?:risen|rose|rises|fell|fallen|falls|grew|grown|"
    r"increased|declined|dropped|jumped|climbed|surged|slumped|shrank|expanded|contracted|slipped|plunged|soared|tumbled|spiked|skyrocketed|rocketed|sank|edged\s+(?:up|down)|skyrocketing|rising|falling|climbing|dropping|jumping)\s+(?:by\s+|to\s+)?$"
)


def find_rate(text: str, end: int) -> tuple[str, int] | None:
    """A rate after the amount ("annually"): (period, where it ends)."""
    match = _RATE.match(text, end)
    return (_UNITS.rates[" ".join(match[1].split())], match.end()) if match else None


def find_measured(text: str, start: int, end: int) -> str | None:
    """What an amount of money or a share is of, from the words after it, before it, or its verb."""
    if (match := _IN_OF.match(text, end)) and (phrase := noun_phrase(text, match.end())):
        return phrase
    following = NEXT.match(text, end)
    told = following is not None and (following[1].endswith("ed") or _DOING.match(text, end) is not None)
    if following and text[end].isspace() and not told:
        phrase = noun_phrase(text, following.start(1))
        if phrase:
            return phrase
    if verb := find_verb_measure(text, start):
        return verb
    for pattern in (_WORTH, _SET, _STANDS, _MOVED):
        if phrase := _before(pattern, text, start):
            return phrase
    return None


def _before(pattern: re.Pattern[str], text: str, start: int) -> str | None:
    match = pattern.search(text[max(0, start - 60) : start])
    return _last_noun_phrase(match[1]) if match else None


def find_moved(text: str, start: int) -> str | None:
    """What rose or fell by an amount: "the index fell 200 points"."""
    return _before(_MOVED, text, start)


_WHOLE = re.compile(r"\s+(?:of\s+)?(?:all\s+)?(?:the|its|their|his|her|our|all)\s+")


def find_whole(text: str, end: int) -> str | None:
    """What a fraction is a part of: "half the roof"."""
    match = _WHOLE.match(text, end)
    return noun_phrase(text, match.end()) if match else None


def find_substance(text: str, end: int) -> str | None:
    """What a measure is a measure of: "40,000 tonnes of cod"."""
    match = _OF.match(text, end)
    return noun_phrase(text, match.end()) if match else None


_DONE = re.compile(
    r"\b(?:was|were|been|be|being|is|are)\s+(?:\w+ly\s+)?(\w+(?:ed|en)|shot|hit|struck|stung|bit|met|won|told|sent|sold|beaten|cut|held)\s+$"
)


def find_done(text: str, start: int) -> str | None:
    """What was done so many times: "shot eleven times"."""
    match = _DONE.search(text, max(0, start - 40), start)
    return match[1] if match else None


def find_sized(text: str, start: int) -> str | None:
    """What a bare number is the size of: "a population of 100,000"."""
    match = _SIZED.search(text, max(0, start - 48), start)
    if match is None or (match[1] == "number" and match[0].split()[-1] == "of"):
        return None  # "a number of 12" is on a shirt
    return match[2] if match[2] and match[1] == "number" else match[1]


def find_verb_measure(text: str, start: int) -> str | None:
    """What the verb before an amount says of it: "lost" a loss, "killed" the killed."""
    match = _VERB.search(text[max(0, start - 32) : start])
    return _UNITS.measures[match[1]] if match else None


_TIMES = {
    "year",
    "years",
    "month",
    "months",
    "week",
    "weeks",
    "day",
    "days",
    "decade",
    "quarter",
    "time",
    "total",
    "January",
    "February",
    "March",
}
_TIMES |= {"Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"}
_TIMES |= {"morning", "afternoon", "evening", "night", "today", "yesterday"}
_TIMES |= {"April", "May", "June", "July", "August", "September", "October", "November", "December", "recent"}


def noun_phrase(text: str, start: int) -> str | None:
    """The words from `start` up to the first that cannot be inside a noun phrase."""
    match = _PHRASE.match(text, start)
    kept: list[str] = []
    for word in re.split(r"(\s+)", match[0]) if match else []:
        if word.lower() in _UNITS.boundaries or (kept and re.fullmatch(r"\w+(?:ed|ly)", word)):
            break
        plural = kept and kept[-2:-1] and is_plural(kept[-2]) and kept[-2].islower()
        if plural and word.strip() and word.islower() and not is_plural(word):
            break  # "35 percent of local jobs depend on"
        kept.append(word)
        if word.endswith(("’s", "'s")):
            continue
    phrase = "".join(kept).strip()
    if phrase.rpartition(" ")[2] in _TIMES:
        return None
    return re.sub(r"['’]s?$", "", phrase) or None


_VAGUE_NOUNS = {
    "dozens",
    "hundreds",
    "thousands",
    "millions",
    "billions",
    "handful",
    "couple",
    "lot",
    "lots",
    "total",
}


def _is_stuff(word: str) -> bool:
    """Whether a word before "and" can only be a thing, a plural or one of the mass nouns of hauls and trade."""
    return is_plural(word) or word.lower() in _UNITS.stuff


def _last_noun_phrase(words: str) -> str | None:
    kept: list[str] = []
    several = words.split()
    while len(several) > 1 and several[-1] in {"is", "are", "was", "were"}:
        several.pop()
    if several[-1].lower() in _VAGUE_NOUNS:
        return None
    for place in range(len(several) - 1, -1, -1):
        word = several[place]
        if word == "and" and kept and place and _is_stuff(several[place - 1]):
            kept.insert(0, word)  # "jewellery and watches worth £2m"
            continue
        if word.lower() in _UNITS.boundaries or word.lower().endswith(("ly", "ing")):
            break
        if kept and word.islower() and word.endswith("ed") and word not in {"armed", "united"}:
            break  # "caused damage estimated at"
        kept.insert(0, word)
    return " ".join(kept) or None
