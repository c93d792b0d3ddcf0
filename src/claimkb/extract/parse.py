"""The only place that loads spaCy: units of text in, trees of plain nodes out.

A line is parsed by itself, because a whole document parsed at once joins
sentences across line ends. Only the parts of the pipeline that the rules
read are run: tok2vec, tagger and parser. Lemmas come from the pipeline's own
rule lemmatizer, called once for each distinct word form and tag.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from typing import TYPE_CHECKING, Any

from claimkb.errors import ConfigError
from claimkb.extract import DEFAULT_MODEL
from claimkb.extract.lost_verbs import joined_verbs, lost_verbs, retag_verbs
from claimkb.extract.tokens import Line, Token
from claimkb.extract.tree import Node, Tree, subject_of
from claimkb.extract.units import Unit
from claimkb.lexicon.roles import role_words

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

_FINITE_BE = frozenset({"are", "am", "'re", "'m"})
_BATCH = 64  # lines a batch: a tenth faster than 16 for an article, and no faster beyond
_LEMMAS = 50_000  # word forms with their tags, some 10 MB
_WORDS = 30_000  # word forms that are kept for good, some 10 MB: nearly all of what a text is made of
_CANDIDATES = 3  # words of a sentence that are tried as its verb
_PREFIX = re.compile(rf"(?:^|[^A-Za-z])(?:{'|'.join(role_words().joined)})$", re.IGNORECASE)
_UNUSED = ("ner", "senter", "textcat", "attribute_ruler")
_COARSE = {"NN": "NOUN", "VB": "VERB", "JJ": "ADJ", "RB": "ADV", "PR": "PRON", "MD": "AUX"}
_NAMES: dict[int, str] = {}  # of tags and relations, some hundred, by numbers that are their hashes
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


class Parser:
    """A spaCy English pipeline reduced to what claims need; loaded when first used."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._lemmas: dict[tuple[str, str], str] = {}

    @cached_property
    def _nlp(self) -> "Language":
        import spacy
        from spacy.language import Language

        try:
            with _numpy_products():
                nlp = spacy.load(self.model, exclude=list(_UNUSED))
        except OSError as error:
            raise ConfigError(
                f"The parser model {self.model!r} cannot be loaded.",
                f"Install it, or leave --model out to use {DEFAULT_MODEL}.",
            ) from error
        for part in ("tagger", "parser", "lemmatizer"):
            if part not in nlp.pipe_names:
                raise ConfigError(
                    f"The model {self.model!r} has no {part}.", "Choose a full English pipeline."
                )
        nlp.disable_pipe("lemmatizer")
        _look_up_lemmas(nlp)
        _keep_prefixes(nlp)
        Language.component("claimkb_sentence_guard", func=_guard_sentences)
        nlp.add_pipe("claimkb_sentence_guard", before="parser")
        return nlp

    @cached_property
    def _threads(self) -> "ThreadpoolController":
        """The threads of the libraries that the loaded pipeline multiplies matrices with."""
        from threadpoolctl import ThreadpoolController

        _ = self._nlp
        return ThreadpoolController()

    @cached_property
    def _lemmatizer(self) -> Any:  # noqa: ANN401 - the component's class has no useful static type
        return dict(self._nlp.components)["lemmatizer"]

    @property
    def version(self) -> str:
        """Name and version of the pipeline, as stored with what it produced."""
        return f"{self.model} {self._nlp.meta['version']}"

    @contextmanager
    def document(self) -> Iterator[None]:
        """The time in which one document is read, on one thread; no Doc outlives it.

        spaCy's vocabulary and its lemmatizer would keep every word form they
        meet, which a large corpus never stops bringing. The first ones are
        kept, since looking a word over costs more than parsing it; what comes
        later is let go of after its document.
        """
        with self._threads.limit(limits=1, user_api="blas"):
            if len(self._nlp.vocab) < _WORDS:
                yield
            else:
                with self._nlp.memory_zone():
                    yield
        if len(self._lemmas) > _LEMMAS:
            self._lemmas.clear()
            self._lemmatizer.cache.clear()

    def parse(self, units: Iterable[Unit]) -> Iterator[tuple[Line, list[Tree]]]:
        """Parse units in order: for each, its tokens (for entity finding) and its sentences as trees."""
        pairs = ((u.text, u) for u in units)
        for doc, unit in self._nlp.pipe(pairs, as_tuples=True, batch_size=_BATCH):
            line = line_of(doc)
            yield line, [self._tree(sentence, unit) for sentence in line.sentences()]

    def recover_verbs(self, trees: Sequence[Tree]) -> list[Tree]:
        """The sentences, those parsed again whose verb was misread as a noun.

        A candidate is replaced by a verb that cannot be read as a noun, the
        sentence parsed, and the result kept only if the candidate is now a
        finite root with a subject. Sentences are tried side by side, the next
        candidate of each in every round: parsing many at once is cheaper.
        """
        found = list(trees)
        doubted = {i: lost_verbs(tree, self._is_verb_form)[:_CANDIDATES] for i, tree in enumerate(trees)}
        for round_ in range(_CANDIDATES):
            tries = [(i, nodes[round_]) for i, nodes in doubted.items() if len(nodes) > round_]
            for (i, node), again in zip(tries, self._reparsed(trees, tries), strict=True):
                verb = again.nodes[node.i - trees[i].nodes[0].i]
                if verb is again.root and subject_of(verb) is not None:
                    verb.lemma = self._lemma(verb.text, verb.tag)
                    found[i], doubted[i] = again, []
        joined = [(i, n) for i, tree in enumerate(found) for n in joined_verbs(tree, self._is_verb_form)[:1]]
        for (i, node), again in zip(joined, self._reparsed(found, joined), strict=True):
            verb = again.nodes[node.i - found[i].nodes[0].i]
            if verb.tag == "VBZ" and verb.dep == "conj":
                verb.lemma = self._lemma(verb.text, verb.tag)
                found[i] = again
        for tree, before in zip(found, trees, strict=True):
            if tree is before:
                retag_verbs(tree, self._lemma)
        return found

    def _is_verb_form(self, word: str) -> bool:
        index = self._lemmatizer.lookups.get_table("lemma_index")["verb"]
        return word in index or self._lemma(word, "VBZ") in index

    def _reparsed(self, trees: Sequence[Tree], tries: Sequence[tuple[int, Node]]) -> Iterator[Tree]:
        """Sentences parsed with another verb in the place of one node, under their own words again."""
        docs = (self._with_verb(trees[i], node) for i, node in tries)
        for (i, _), doc in zip(tries, self._nlp.pipe(docs, batch_size=_BATCH), strict=True):
            tokens = line_of(doc).tokens
            nodes = [
                Node(n.i, n.text, t.tag, t.dep, self._lemma(n.text, t.tag), n.start, n.end, n.space)
                for n, t in zip(trees[i].nodes, tokens, strict=True)
            ]
            yield _linked(nodes, [t.head for t in tokens], trees[i].nodes[0].i)

    def _with_verb(self, tree: Tree, node: Node) -> "Doc":
        """The words of one sentence, to be parsed, with "make" or "makes" in the place of `node`."""
        from spacy.tokens import Doc

        verb = "makes" if node.lower.endswith("s") else "make"
        words = [verb if n is node else n.text for n in tree.nodes]
        doc = Doc(self._nlp.vocab, words=words, spaces=[n.space for n in tree.nodes])
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def _tree(self, sentence: list[Token], unit: Unit) -> Tree:
        offsets, lemma = unit.offsets, self._lemma
        nodes = [
            Node(
                i, t.text, t.tag, t.dep, lemma(t.text, t.tag), offsets[t.start], offsets[t.end - 1] + 1, t.space
            )
            for i, t in enumerate(sentence)
        ]  # fmt: skip
        places = {t.i: i for i, t in enumerate(sentence)}
        return _linked(nodes, [places.get(t.head, i) for i, t in enumerate(sentence)], 0)

    def _lemma(self, word: str, tag: str) -> str:
        lemma = self._lemmas.get((word, tag))
        if lemma is None:
            lemma = self._lemmas[word, tag] = self._lemmatise(word.lower(), tag)
        return lemma

    def _lemmatise(self, lower: str, tag: str) -> str:
        from spacy.tokens import Doc

        if lower in _AUX_LEMMAS and tag in {"MD", "VBP", "VBZ", "VB", "RB"}:
            return _AUX_LEMMAS[lower]
        coarse = _COARSE.get(tag[:2])
        if coarse is None or (
            tag in {"JJ", "RB", "NNP", "NNPS", "NN", "VB", "VBP"} and lower not in _FINITE_BE
        ):
            return lower  # already the base form, which the rules would cut further ("former", "news")
        token = Doc(self._nlp.vocab, words=[lower])[0]
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
        index = self._lemmatizer.lookups.get_table("lemma_index")["verb"]
        return stem + "e" if short and stem == lemma and stem + "e" in index else lemma


@contextmanager
def _numpy_products() -> Iterator[None]:
    """Layers made within multiply matrices with numpy, unless something faster than thinc's default was chosen."""
    from thinc.api import NumpyOps, get_current_ops, use_ops

    if type(get_current_ops()) is not NumpyOps:
        yield
        return
    with use_ops("numpy", use_blis=False):
        yield


def _look_up_lemmas(nlp: "Language") -> None:
    """Make sets of the lists of known base forms, each of which the lemmatizer searches from its start to its end."""
    lemmatizer: Any = dict(nlp.components)["lemmatizer"]
    index = lemmatizer.lookups.get_table("lemma_index")
    for part, forms in list(index.items()):
        index[part] = frozenset(forms)


def _keep_prefixes(nlp: "Language") -> None:
    """Keep "re-election" one token: the tokenizer would cut it at the hyphen and the parser stumble over "re"."""
    find = getattr(nlp.tokenizer, "infix_finditer", None)
    if find is None:
        return

    def infixes(word: str) -> list[re.Match[str]]:
        return [m for m in find(word) if not (m[0] == "-" and _PREFIX.search(word[: m.start()]))]

    setattr(nlp.tokenizer, "infix_finditer", infixes)  # noqa: B010 - the attribute has no type of its own


def _guard_sentences(doc: "Doc") -> "Doc":
    """Forbid the parser to begin a sentence where no stop came before."""
    abbreviations = role_words().abbreviations
    strings = doc.vocab.strings
    starts: Any = doc.to_array("SENT_START").view("int64")
    stopped = False
    before = ""
    for index, word in enumerate([strings[orth] for orth in doc.to_array("ORTH").tolist()]):
        if index and starts[index] != 1 and (not stopped or word[:1].islower()):
            starts[index] = -1
        if word[-1] in ".?!…:;":
            stopped = word not in abbreviations and f"{before}{word}" not in abbreviations
        elif word not in {'"', "'", "''", ")", "]", " "}:
            stopped = False
        before = word
    return doc.from_array("SENT_START", starts.view("uint64"))


def line_of(doc: "Doc") -> Line:
    """A copy of a parsed line; the values are fetched all at once, which is many times cheaper than one by one."""
    text = doc.text
    line = Line(text)
    add = line.tokens.append
    at = 0
    heads = doc.to_array("HEAD").view("int64").tolist()  # relative, and negative as often as not
    rows = doc.to_array(["LENGTH", "TAG", "DEP", "SPACY", "SENT_START"]).tolist()
    for i, (head, (length, tag, dep, space, start)) in enumerate(zip(heads, rows, strict=True)):
        end = at + length
        names = _name(doc, tag), _name(doc, dep)
        add(Token(i, text[at:end], *names, i + head, at, space == 1, start == 1, line))
        at = end + space
    return line


def _name(doc: "Doc", number: int) -> str:
    """The tag or relation of this number."""
    name = _NAMES.get(number)
    if name is None:
        name = _NAMES[number] = doc.vocab.strings[number]
    return name


def _linked(nodes: list[Node], heads: list[int], first: int) -> Tree:
    """Wire the nodes to their heads; a sentence always has one root."""
    root = nodes[0]
    for index, node in enumerate(nodes):
        node.i = first + index
        if heads[index] == index:
            root = node
        else:
            node.head = nodes[heads[index]]
            nodes[heads[index]].children.append(node)
    return Tree(tuple(nodes), root)
