"""Countries, capitals, demonyms and other named places and bodies, with the words that make up names.

Countries with their capitals and demonyms come from the countryinfo package;
`lexicons/gazetteer_extra.toml` adds what that lacks. Every surface form leads
to one `Place`; adjectives and capitals remember what they are, since "in
Paris" is a city and "Paris rejected the offer" a government.
"""

import tomllib
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any

from countryinfo import all_countries

from claimkb.errors import ConfigError
from claimkb.lexicon import load_table

KINDS = frozenset({"country", "city", "region", "person", "organisation", "agreement", "other"})


@dataclass(frozen=True, slots=True)
class Place:
    """What a surface form names, as a name, adjective or capital; an `ambiguous` one needs support."""

    name: str
    kind: str
    form: str = "name"
    ambiguous: bool = False


@dataclass(frozen=True, slots=True)
class Alias:
    """A user's own name for an entity: the canonical name, its kind and the other spellings."""

    name: str
    kind: str
    also: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Gazetteer:
    """Surface forms, the words of names, and currencies by demonym."""

    places: dict[str, Place]
    states: frozenset[str]
    combining: dict[str, str]
    cities_of: dict[str, str]
    currencies: dict[str, tuple[str, ...]]
    words: dict[str, frozenset[str]]

    def currency_of(self, demonym: str, word: str) -> str | None:
        """The currency of "Canadian" dollars: the first of the country's; None for an unknown demonym."""
        place = self.places.get(demonym)
        codes = self.currencies.get(place.name, ()) if place and word else ()
        return codes[0] if codes else None


@cache
def gazetteer() -> Gazetteer:
    """The gazetteer, built once."""
    extra = load_table("gazetteer_extra")
    places: dict[str, Place] = {}
    cities: dict[str, str] = {}
    currencies: dict[str, tuple[str, ...]] = {}
    _add_regions(places, extra)
    for country in _countries(extra):
        _add_country(places, cities, country, extra)
        currencies[country.name] = country.currencies
    for name, others in extra["bodies"].items():
        for surface in (name, *others):
            places[surface] = Place(name, "organisation")
    for surface, name in extra["regions"]["adjectives"].items():
        kind = places[name].kind if name in places else "other"
        places[surface] = Place(name, kind, "adjective")
    words = {key: frozenset(values) for key, values in extra["words"].items()}
    words["persons_too"] = frozenset(extra["ambiguous"]["persons_too"])
    by_code = {country.code: country.name for country in _countries(extra)}
    combining = {form: by_code[code] for code, form in extra["combining"].items()}
    return Gazetteer(places, frozenset(extra["regions"]["us_states"]), combining, cities, currencies, words)


@dataclass(frozen=True, slots=True)
class _Country:
    code: str
    name: str
    others: tuple[str, ...]
    capitals: tuple[str, ...]
    demonyms: tuple[str, ...]
    currencies: tuple[str, ...]


@cache
def _library() -> tuple[Any, ...]:
    return tuple(all_countries())


def _countries(extra: dict[str, Any]) -> list[_Country]:
    found: dict[str, _Country] = {}
    for info in _library():
        data = info.info()
        code = (data.get("ISO") or {}).get("alpha2") or ""
        if code in found or code in {"", "CS", "AN", "AQ", "UM", "BV", "HM", "TF"}:
            continue
        capital, demonyms = data.get("capital"), (data.get("demonym") or "").replace("/", ",").split(",")
        found[code] = _Country(
            code,
            extra["names"].get(code, data["name"]),
            (data["name"], *_usable(data.get("altSpellings") or [])),
            (capital,) if isinstance(capital, str) and capital else (),
            tuple(d.strip() for d in demonyms if d.strip()),
            tuple(data.get("currencies") or ()),
        )
    for code, name in extra["names"].items():
        found.setdefault(code, _Country(code, name, (), (), (), ()))
    return sorted(found.values(), key=lambda c: c.code)


# territories that the library gives the demonym of the state they belong to
_BORROWED = frozenset(
    {"IO", "HK", "GF", "TF", "MQ", "YT", "RE", "PM", "MP", "SJ", "CG", "JE", "GG", "NF", "CX"}
)


_FORMAL = {"Republic", "Kingdom", "Federation", "Confederation", "Commonwealth", "Principality", "Emirates"}


def _usable(names: list[str]) -> list[str]:
    """Official English names; native ones ("Island" is Iceland's) would be taken for words."""
    return [n.strip() for n in names if n.isascii() and "," not in n and _FORMAL & set(n.split())]


def _add_country(
    places: dict[str, Place], cities: dict[str, str], country: _Country, extra: dict[str, Any]
) -> None:
    unsure = set(extra["ambiguous"]["countries"])
    for surface in (country.name, *country.others, *extra["also"].get(country.code, ())):
        for name in {surface, surface.removeprefix("The ").removeprefix("the ")}:
            _keep_first(places, name, Place(country.name, "country", "name", name in unsure))
    capitals = (*country.capitals, *extra["capitals"].get(country.code, ()))
    doubtful = set(extra["ambiguous"]["capitals"])
    for city in capitals:
        cities.setdefault(city, country.name)
        _keep_first(places, city, Place(country.name, "country", "capital", city in doubtful))
    own = () if country.code in _BORROWED else country.demonyms
    for demonym in dict.fromkeys((*own, *extra["demonyms"].get(country.code, ()))):
        for form in (demonym, *_plural(demonym)):
            _keep_first(places, form, Place(country.name, "country", "adjective"))


def _keep_first(places: dict[str, Place], surface: str, place: Place) -> None:
    places.setdefault(surface, place)


def _plural(demonym: str) -> tuple[str, ...]:
    """The plural of an inhabitant's name, where it has one in -s."""
    if (
        demonym.endswith(("man", "men"))
        and not demonym.endswith(("oman", "German", "Roman"))
        and len(demonym) > 5
    ):
        return (demonym[:-3] + "men",) if demonym.endswith(("shman", "chman")) else (demonym + "s",)
    return () if demonym.endswith(("ese", "sh", "ch", "ss", "s")) else (demonym + "s",)


def _add_regions(places: dict[str, Place], extra: dict[str, Any]) -> None:
    for name in extra["regions"]["names"]:
        places[name] = Place(name, "region", ambiguous=name in {"West", "Gulf", "Pacific", "Atlantic"})
    for name in extra["regions"]["us_states"]:
        if name not in extra["ambiguous"]["countries"]:
            places[name] = Place(name, "region")
    for short, name in extra["regions"]["abbreviations"].items():
        places[short] = Place(name, "region")
    for name in extra["cities"]["names"]:
        places[name] = Place(name, "city", "name", name in extra["ambiguous"]["persons_too"])


def read_aliases(path: Path) -> tuple[Alias, ...]:
    """A user's aliases.toml: `[[alias]] name=, kind=, also=[...]`; ConfigError says which entry is wrong."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError, tomllib.TOMLDecodeError) as error:
        raise ConfigError(
            f"{path} cannot be read as TOML: {error}.", "Correct the file and run again."
        ) from error
    rows = table.get("alias", [])
    if not isinstance(rows, list) or set(table) - {"alias"}:
        raise ConfigError(
            f"{path} has something other than [[alias]] entries.", "Write every alias as an [[alias]] entry."
        )
    return tuple(_alias(path, number, row) for number, row in enumerate(rows, 1))


def _alias(path: Path, number: int, row: Any) -> Alias:  # noqa: ANN401 - whatever the user's TOML holds
    where = f"Alias {number} in {path}"
    if not isinstance(row, dict) or not isinstance(row.get("name"), str) or not row["name"].strip():
        raise ConfigError(f"{where} has no name.", 'Give it name = "...".')
    if unknown := set(row) - {"name", "kind", "also"}:
        raise ConfigError(
            f"{where} has an unknown key {sorted(unknown)[0]!r}.", "The keys are name, kind and also."
        )
    kind, also = row.get("kind", "other"), row.get("also", [])
    if kind not in KINDS:
        raise ConfigError(f"{where} has the kind {kind!r}.", f"The kinds are {', '.join(sorted(KINDS))}.")
    if not isinstance(also, list) or not all(isinstance(word, str) and word.strip() for word in also):
        raise ConfigError(f"{where}: also is not a list of names.", 'Write also = ["...", "..."].')
    return Alias(row["name"].strip(), kind, tuple(word.strip() for word in also))
