"""The only place that runs spaCy: units of text in, trees of plain nodes out.

A line is parsed by itself, because a whole document parsed at once joins
sentences across line ends.
"""

from collections.abc import Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import cached_property
from itertools import islice
from typing import TYPE_CHECKING

from claimkb.extract import DEFAULT_MODEL
from claimkb.extract.lemmas import Lemmas
from claimkb.extract.lost_verbs import joined_verbs, lost_verbs, retag_verbs, verb_of_a_name
from claimkb.extract.network import Network
from claimkb.extract.parsed_lines import line_of
from claimkb.extract.pipeline import guard_sentences, load
from claimkb.extract.tokens import Line, Token
from claimkb.extract.tree import Node, Tree, subject_of
from claimkb.extract.units import Unit

if TYPE_CHECKING:
    from spacy.language import Language
    from spacy.tokens import Doc
    from threadpoolctl import ThreadpoolController

_BATCH = 64  # lines a batch: a tenth faster than 16 for an article, and no faster beyond
_WORDS = 30_000  # word forms that are kept for good, some 10 MB: nearly all of what a text is made of
_NAME = "Smith"  # a name that can be read as nothing else
_CANDIDATES = 3  # words of a sentence that are tried as its verb


class Parser:
    """A spaCy English pipeline reduced to what claims need; loaded when first used."""

    def __init__(self, model: str = DEFAULT_MODEL) -> None:
        self.model = model
        self._lines: list[Line] = []  # of the document that is being read
        self._trees: list[Tree] = []

    @cached_property
    def _nlp(self) -> "Language":
        return load(self.model)

    @cached_property
    def _network(self) -> Network | None:
        """What the parts of the pipeline are run with; None if that is left to spaCy."""
        return Network.of(self._nlp)

    @cached_property
    def _threads(self) -> "ThreadpoolController":
        """The threads of the libraries that the loaded pipeline multiplies matrices with."""
        from threadpoolctl import ThreadpoolController

        _ = self._nlp
        return ThreadpoolController()

    @cached_property
    def _lemmas(self) -> Lemmas:
        return Lemmas(self._nlp)

    @cached_property
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
        try:
            with self._threads.limit(limits=1, user_api="blas"):
                if len(self._nlp.vocab) < _WORDS:
                    yield
                else:
                    with self._nlp.memory_zone():
                        yield
        finally:
            self._take_apart()
        self._lemmas.forget()

    def _take_apart(self) -> None:
        """Cut the ties between tokens and nodes that hold each other, so that they go without a search for garbage."""
        for line in self._lines:
            line.tokens.clear()
        for tree in self._trees:
            for node in tree.nodes:
                del node.head, node.children
        self._lines, self._trees = [], []

    def parse(self, units: Iterable[Unit]) -> Iterator[tuple[Line, list[Tree]]]:
        """Parse units in order: for each, its tokens (for entity finding) and its sentences as trees."""
        left = iter(units)
        while batch := list(islice(left, _BATCH)):
            docs = self._parsed([self._nlp.make_doc(unit.text) for unit in batch])
            for doc, unit in zip(docs, batch, strict=True):
                line = line_of(doc, unit.text)
                self._lines.append(line)
                yield line, [self._tree(sentence, unit) for sentence in line.sentences()]

    def _parsed(self, docs: "list[Doc]") -> "list[Doc]":
        """The documents, tagged and parsed."""
        if self._network is None:
            return list(self._nlp.pipe(docs, batch_size=_BATCH))
        self._network.tag_and_parse(docs, guard_sentences)
        return docs

    def recover_verbs(self, trees: Sequence[Tree]) -> list[Tree]:
        """The sentences, those parsed again whose verb was misread as a noun.

        A candidate is replaced by a verb that cannot be read as a noun, the
        sentence parsed, and the result kept only if the candidate is now a
        finite root, or what the root says, with a subject. Sentences are tried side by side, the next
        candidate of each in every round: parsing many at once is cheaper.
        """
        found = self._with_names(trees)
        doubted = {
            i: lost_verbs(tree, self._lemmas.is_verb_form)[:_CANDIDATES]
            for i, tree in enumerate(trees)
            if found[i] is tree
        }
        for round_ in range(_CANDIDATES):
            tries = [(i, nodes[round_]) for i, nodes in doubted.items() if len(nodes) > round_]
            for (i, node), again in zip(tries, self._reparsed(trees, tries), strict=True):
                verb = again.nodes[node.i - trees[i].nodes[0].i]
                said = verb.head is again.root and verb.dep == "ccomp"
                if (verb is again.root or said) and subject_of(verb) is not None:
                    verb.lemma = self._lemmas.of(verb.text, verb.tag)
                    found[i], doubted[i] = again, []
        joined = [
            (i, n) for i, tree in enumerate(found) for n in joined_verbs(tree, self._lemmas.is_verb_form)[:1]
        ]
        for (i, node), again in zip(joined, self._reparsed(found, joined), strict=True):
            verb = again.nodes[node.i - found[i].nodes[0].i]
            if verb.tag == "VBZ" and verb.dep == "conj":
                verb.lemma = self._lemmas.of(verb.text, verb.tag)
                found[i] = again
        for tree, before in zip(found, trees, strict=True):
            if tree is before:
                retag_verbs(tree, self._lemmas.of, self._lemmas.is_verb_form)
        return found

    def _with_names(self, trees: Sequence[Tree]) -> list[Tree]:
        """The sentences, those parsed again that begin with a name of the text which looks like a verb."""
        names = {n.text for tree in trees for n in tree.nodes[1:] if n.tag == "NNP"}
        found = list(trees)
        verbs = ((i, verb_of_a_name(t, names, self._lemmas.is_verb_form)) for i, t in enumerate(trees))
        tries = [(i, verb) for i, verb in verbs if verb is not None]
        for (i, node), again in zip(tries, self._reparsed(trees, tries, name=_NAME), strict=True):
            first = again.nodes[0]
            verb = again.nodes[node.i - trees[i].nodes[0].i]
            if verb is again.root and first.head is verb and first.dep == "nsubj":
                verb.lemma = self._lemmas.of(verb.text, verb.tag)
                found[i] = again
        return found

    def _reparsed(
        self, trees: Sequence[Tree], tries: Sequence[tuple[int, Node]], *, name: str = ""
    ) -> Iterator[Tree]:
        """Sentences parsed with another verb in the place of one node, under their own words again.

        With `name`, that stands in the place of their first word, and the verb stays.
        """
        docs = self._parsed([self._with_verb(trees[i], node, name) for i, node in tries])
        for (i, _), doc in zip(tries, docs, strict=True):
            line = line_of(doc)
            self._lines.append(line)
            tokens = line.tokens
            nodes = [
                Node(n.i, n.text, t.tag, t.dep, self._lemmas.of(n.text, t.tag), n.start, n.end, n.space)
                for n, t in zip(trees[i].nodes, tokens, strict=True)
            ]
            yield self._linked(nodes, [t.head for t in tokens], trees[i].nodes[0].i)

    def _with_verb(self, tree: Tree, node: Node, name: str = "") -> "Doc":
        """The words of one sentence, to be parsed, with a plain verb in the place of `node`, or another name."""
        from spacy.tokens import Doc

        verb = "makes" if node.lower.endswith("s") else "took" if node.lower.endswith("ed") else "make"
        words = [verb if n is node else n.text for n in tree.nodes]
        if name:
            words = [name, *(n.text for n in tree.nodes[1:])]
        doc = Doc(self._nlp.vocab, words=words, spaces=[n.space for n in tree.nodes])
        for token in doc[1:]:
            token.is_sent_start = False
        return doc

    def _tree(self, sentence: list[Token], unit: Unit) -> Tree:
        offsets, lemma = unit.offsets, self._lemmas.of
        nodes = [
            Node(
                i, t.text, t.tag, t.dep, lemma(t.text, t.tag), offsets[t.start], offsets[t.end - 1] + 1, t.space
            )
            for i, t in enumerate(sentence)
        ]  # fmt: skip
        places = {t.i: i for i, t in enumerate(sentence)}
        return self._linked(nodes, [places.get(t.head, i) for i, t in enumerate(sentence)], 0)

    def _linked(self, nodes: list[Node], heads: list[int], first: int) -> Tree:
        """Wire the nodes to their heads; a sentence always has one root."""
        root = nodes[0]
        for index, node in enumerate(nodes):
            node.i = first + index
            if heads[index] == index:
                root = node
            else:
                node.head = nodes[heads[index]]
                nodes[heads[index]].children.append(node)
        tree = Tree(tuple(nodes), root)
        self._trees.append(tree)
        return tree
