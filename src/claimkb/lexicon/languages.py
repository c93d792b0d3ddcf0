"""Function words by language, from `languages.toml`."""

from functools import cache

from claimkb.lexicon import load_table


@cache
def function_words() -> dict[str, frozenset[str]]:
    """The commonest small words of each language, by its English name ("english" is ours)."""
    return {language: frozenset(words) for language, words in load_table("languages").items()}
