"""Themes for a base that is there already: applied anew, or proposed from what its claims speak of.

A proposal is made of terms that stand in the same claims: the entities and
the head nouns of subjects and objects, those in most claims first; each
begins a theme unless it mostly stands beside one that has begun. It is
deterministic and knows no topic; a person edits the result.
"""

import hashlib
import json
import re
from collections import Counter, defaultdict
from collections.abc import Sequence
from dataclasses import astuple, dataclass
from pathlib import Path

from claimkb.model import Theme
from claimkb.records import ClaimRecord
from claimkb.workflow.parts import Parts

MIN_CLAIMS = 3  # a term of fewer claims is no theme
MAX_SHARE = 0.4  # nor is one that stands nearly everywhere
TERMS_A_THEME = 8
TOGETHER = 0.34  # the share of a term's claims that has to speak of the theme already
_WORD = re.compile(r"[^\W\d_][\w'-]*")


@dataclass(frozen=True, slots=True)
class Applied:
    """How many claims were tagged, and how many themes are in use."""

    claims: int
    themes: int


def taxonomy_digest(themes: tuple[Theme, ...]) -> str:
    """A name for a taxonomy: claims tagged under another one are tagged again."""
    return hashlib.sha256(json.dumps([astuple(theme) for theme in themes]).encode()).hexdigest()


def apply_themes(db_path: Path | str, themes_path: str | None, *, parts: Parts | None = None) -> Applied:
    """Tag all claims with the themes of a file, or without one with the built-in ones; nothing is parsed."""
    from claimkb.store.store import Store

    parts = parts or Parts()
    themes = parts.themes([], themes_path)
    with Store.open_existing(db_path) as store, store.transaction():
        store.set_themes(themes)
        store.retag_all(taxonomy_digest(themes), parts.tagger(themes))
        store.set_themes(themes)
        return Applied(*store.tagged())


def suggested_themes(claims: Sequence[ClaimRecord], limit: int) -> tuple[Theme, ...]:
    """Up to `limit` themes, those of most claims first."""
    where = _places(claims)
    most = max(MIN_CLAIMS, int(len(claims) * MAX_SHARE))
    usable = {term: found for term, found in where.items() if MIN_CLAIMS <= len(found) <= most}
    ranked = sorted(usable, key=lambda term: (-len(usable[term]), term.casefold(), term))
    themes: list[tuple[list[str], set[int]]] = []
    for term in ranked:
        best = max(themes, key=lambda theme: len(theme[1] & usable[term]), default=None)
        if best is not None and len(best[1] & usable[term]) >= TOGETHER * len(usable[term]):
            if len(best[0]) < TERMS_A_THEME:
                best[0].append(term)
        elif len(themes) < limit:
            themes.append(([term], set(usable[term])))
    slugs: Counter[str] = Counter()
    made = []
    for terms, _ in themes:
        slug = re.sub(r"[^a-z0-9]+", "-", terms[0].casefold()).strip("-") or "theme"
        slugs[slug] += 1
        label = terms[0][:1].upper() + terms[0][1:]
        made.append(Theme(slug if slugs[slug] == 1 else f"{slug}-{slugs[slug]}", label, tuple(terms)))
    return tuple(made)


def themes_toml(themes: Sequence[Theme]) -> str:
    """Themes as a themes.toml."""
    import json

    blocks = (
        f"[[theme]]\nslug = {json.dumps(theme.slug)}\nlabel = {json.dumps(theme.label, ensure_ascii=False)}\n"
        f"terms = {json.dumps(list(theme.terms), ensure_ascii=False)}\n"
        for theme in themes
    )
    return "\n".join(blocks)


def _places(claims: Sequence[ClaimRecord]) -> dict[str, set[int]]:
    """In which claims each term stands: names, and the last nouns of subjects and objects, one spelling each."""
    where: dict[str, set[int]] = defaultdict(set)
    spellings: dict[str, Counter[str]] = defaultdict(Counter)
    for number, claim in enumerate(claims):
        for term in {*claim.entities, *_heads(claim.subject), *_heads(claim.object)}:
            key = term.casefold().removesuffix("s")
            where[key].add(number)
            spellings[key][term] += 1
    return {min(spellings[key], key=lambda t: (-spellings[key][t], t)): found for key, found in where.items()}


def _heads(words: str) -> list[str]:
    """The content words of an argument before any preposition's phrase."""
    from claimkb.lexicon.languages import function_words

    first = re.split(r"\b(?:of|in|on|at|to|for|from|with|by|that|which|who)\b", words)[0]
    found = [word for word in _WORD.findall(first) if word.casefold() not in function_words()["english"]]
    return [word for word in found[-1:] if len(word) > 3]
