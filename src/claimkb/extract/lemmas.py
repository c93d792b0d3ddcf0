"""The base form of a word under its tag, from the pipeline's own rule lemmatizer, called once for each of them."""

from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from spacy.language import Language

_FINITE_BE = frozenset({"are", "am", "'re", "'m"})
_KEPT = 50_000  # word forms with their tags, some 10 MB
_COARSE = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV", "PR": "PRON", "MD": "AUX"}
_AUX_LEMMAS = {
    "'s": "be",
    "'re": "be",
    "'m": "be",
    "'ve": "have",
    "'d": "would",
    "'ll": "will",
    "ca": "can",
    "wo": "will",
    "sha": "shall",
    "n't": "not",
}


class Lemmas:
    """The base forms of a pipeline's words, looked up once."""

    def __init__(self, nlp: "Language") -> None:
        self._vocab = nlp.vocab
        lemmatizer: Any = dict(nlp.components)["lemmatizer"]  # its class has no useful static type
        self._lemmatizer = lemmatizer
        self._known: dict[tuple[str, str], str] = {}
        index = lemmatizer.lookups.get_table("lemma_index")
        for part, forms in list(index.items()):
            index[part] = frozenset(forms)  # the lemmatizer searches each list from its start to its end
        self._verbs: frozenset[str] = index["verb"]

    def forget(self) -> None:
        """Let go of all that was looked up, once it is much."""
        if len(self._known) > _KEPT:
            self._known.clear()
            self._lemmatizer.cache.clear()

    def is_verb_form(self, word: str) -> bool:
        """Whether a word can be a verb."""
        return word in self._verbs or self.of(word, "VBZ") in self._verbs

    def of(self, word: str, tag: str) -> str:
        """The base form of a word under a tag of the Penn Treebank, in small letters."""
        lemma = self._known.get((word, tag))
        if lemma is None:
            lemma = self._known[word, tag] = self._looked_up(word.lower(), tag)
        return lemma

    def _looked_up(self, lower: str, tag: str) -> str:
        from spacy.tokens import Doc

        if lower in _AUX_LEMMAS and tag in {"MD", "VBP", "VBZ", "VB", "RB"}:
            return _AUX_LEMMAS[lower]
        coarse = _COARSE.get(tag[:2])
        if coarse is None or (
            tag in {"JJ", "RB", "NNP", "NNPS", "NN", "VB", "VBP"} and lower not in _FINITE_BE
        ):
            return lower  # already the base form, which the rules would cut further ("former", "news")
        token = Doc(self._vocab, words=[lower])[0]
        token.pos_ = coarse if coarse != "AUX" else "VERB"
        found: list[str] = self._lemmatizer.rule_lemmatize(token)
        lemma = found[0].lower() if found else lower
        return self._with_silent_e(lower, lemma) if tag in {"VBG", "VBN", "VBD"} else lemma

    def _with_silent_e(self, form: str, lemma: str) -> str:
        """ "hoping" is from "hope": a short verb like "hop" would have doubled its consonant."""
        stem = form.removesuffix("ing") if form.endswith("ing") else form.removesuffix("ed")
        short = (
            len(stem) >= 3 and stem[-1] not in "aeiouwxy" and stem[-2] in "aeiou" and stem[-3] not in "aeiou"
        )
        return stem + "e" if short and stem == lemma and stem + "e" in self._verbs else lemma
