"""Which parts of the world a country lies in: "Nepal" is in "South Asia" and in "Asia".

From the countryinfo package (United Nations geoscheme), with the names that
news gives those regions (`[geoscheme]` in `gazetteer_extra.toml`).
"""

from functools import cache

from countryinfo import all_countries

from claimkb.lexicon import load_table
from claimkb.lexicon.gazetteer import gazetteer


@cache
def _regions() -> dict[str, frozenset[str]]:
    extra = load_table("gazetteer_extra")
    found: dict[str, frozenset[str]] = {}
    for each in all_countries():
        data = each.info()
        code = data.get("ISO", {}).get("alpha2", "")
        names = [data.get("region", ""), *extra["geoscheme"].get(data.get("subregion", ""), ())]
        found[extra["names"].get(code, data["name"])] = frozenset(names) - {""}
    return found


def is_within(name: str, other: str) -> bool:
    """Whether a capital lies in a country or region, or a country in a region, by their canonical names."""
    country = gazetteer().cities_of.get(name, name)
    return country == other != name or lies_in(country, other)


def lies_in(name: str, region: str) -> bool:
    """Whether a country, by its canonical name, lies in a region."""
    return region in _regions().get(name, ())
