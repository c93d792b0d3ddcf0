"""How well the propositions of a sentence match those that people wrote, with each paper's measure.

Every measure turns the propositions found in one sentence and the gold ones
into a `Tally`: credit for precision and recall with what each is divided by.
Tallies add up over the sentences of a set. Gold that several people wrote
comes whole for each annotator; how they count is part of each measure.
"""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial

from words import Bag, bag, readings, words


@dataclass(frozen=True, slots=True)
class Tally:
    """Credit that adds up: `hits / found` is precision, `recalled / wanted` recall."""

    hits: float = 0.0
    found: float = 0.0
    recalled: float = 0.0
    wanted: float = 0.0

    def __add__(self, other: "Tally") -> "Tally":
        return Tally(
            self.hits + other.hits,
            self.found + other.found,
            self.recalled + other.recalled,
            self.wanted + other.wanted,
        )

    def scaled(self, factor: float) -> "Tally":
        """The tally at a fraction of its weight."""
        return Tally(self.hits * factor, self.found * factor, self.recalled * factor, self.wanted * factor)

    @property
    def precision(self) -> float:
        """Share of what was found that is right."""
        return self.hits / self.found if self.found else 0.0

    @property
    def recall(self) -> float:
        """Share of what was wanted that was found."""
        return self.recalled / self.wanted if self.wanted else 0.0

    @property
    def f1(self) -> float:
        """The harmonic mean of precision and recall."""
        total = self.precision + self.recall
        return 2 * self.precision * self.recall / total if total else 0.0


@dataclass(frozen=True, slots=True)
class Gold:
    """What people made of one sentence.

    `claims` are the propositions; `annotators` are complete other versions of
    them, `wordings` the ways to say each one, whichever the set has.
    """

    claims: tuple[str, ...]
    annotators: tuple[tuple[str, ...], ...] = ()
    wordings: tuple[tuple[str, ...], ...] = ()


Measure = Callable[[Sequence[str], Gold], Tally]


def overlap(found: Bag, gold: Bag) -> tuple[float, float]:
    """Token precision and recall of one proposition against another."""
    common = (found & gold).total()
    return common / max(found.total(), 1), common / max(gold.total(), 1)


def f1(found: Bag, gold: Bag) -> float:
    """Token F1 of one proposition against another."""
    common = (found & gold).total()
    return 2 * common / max(found.total() + gold.total(), 1)


def jaccard(found: Bag, gold: Bag) -> float:
    """Share of the distinct words of both that they have in common."""
    return len(found.keys() & gold.keys()) / max(len(found.keys() | gold.keys()), 1)


def pair_off(scores: Sequence[Sequence[float]]) -> list[tuple[int, int]]:
    """Pairs of row and column, each used once, best score first; pairs that score nothing are left."""
    ranked = sorted(
        ((score, row, column) for row, line in enumerate(scores) for column, score in enumerate(line)),
        key=lambda each: (-each[0], each[1], each[2]),
    )
    rows: set[int] = set()
    columns: set[int] = set()
    pairs = []
    for score, row, column in ranked:
        if score > 0 and row not in rows and column not in columns:
            rows.add(row)
            columns.add(column)
            pairs.append((row, column))
    return pairs


def _closest(found: Bag, texts: Sequence[str]) -> Bag:
    """The reading of a gold proposition that is nearest to what was found."""
    return max((bag(text) for text in texts), key=partial(f1, found))


def wire57(found: Sequence[str], gold: Gold) -> Tally:
    """WiRe57 (Léchelle, Gotti and Langlais 2019): one-to-one greedy matching by token F1.

    A match earns its token precision and recall; precision is the mean over
    what was found, recall the mean over the reference. The paper matches the
    parts of tuples; here a proposition is one bag of words. Where the
    reference gives a word and its referent, the nearer reading counts.
    """
    bags = [bag(text) for text in found]
    options = [readings(text) for text in gold.claims]
    near = [[_closest(each, option) for option in options] for each in bags]
    scores = [[f1(each, other) for other in line] for each, line in zip(bags, near, strict=True)]
    earned = [overlap(bags[row], near[row][column]) for row, column in pair_off(scores)]
    return Tally(sum(p for p, _ in earned), len(bags), sum(r for _, r in earned), len(options))


def carb(found: Sequence[str], gold: Gold) -> Tally:
    """CaRB (Bhardwaj, Aggarwal and Mausam 2019): token precision one to one, token recall many to one.

    Each reference is recalled as far as its best match recalls it, and one
    long proposition may serve several; for precision each reference serves
    once. The paper matches slot by slot; here a proposition is one bag.
    """
    golds = [bag(text) for text in gold.claims]
    grid = [[overlap(bag(text), other) for other in golds] for text in found]
    precise = [[p for p, _ in line] for line in grid]
    hits = sum(precise[row][column] for row, column in pair_off(precise))
    recalled = sum(max((line[column][1] for line in grid), default=0.0) for column in range(len(golds)))
    return Tally(hits, len(grid), recalled, len(golds))


def benchie(found: Sequence[str], gold: Gold, *, floor: float = 1.0) -> Tally:
    """BenchIE (Gashteovski et al. 2022): a fact is found if one of its listed wordings is found.

    With `floor` 1 the words
    must be the same in the same order, as in the paper; below, a token F1 of
    `floor` is enough, since a sentence's grammar costs words that tuples lack.
    Precision counts propositions that state any fact, recall facts.
    """
    facts = gold.wordings or tuple((text,) for text in gold.claims)
    states = [[any(_same(text, wording, floor) for wording in fact) for fact in facts] for text in found]
    recalled = sum(any(line[column] for line in states) for column in range(len(facts)))
    return Tally(sum(map(any, states)), len(states), recalled, len(facts))


def _same(text: str, wording: str, floor: float) -> bool:
    return words(text) == words(wording) if floor == 1 else f1(bag(text), bag(wording)) >= floor


def aligned(found: Sequence[str], gold: Gold) -> Tally:
    """Token F1 of propositions paired one to one: the same yardstick for every set.

    A pair earns its F1 on both sides, so too many propositions cost precision
    and too few cost recall. Of several references the nearest one counts.
    """
    bags = [bag(text) for text in found]
    return max((_aligned(bags, reference) for reference in _references(gold)), key=_by_f1)


def _aligned(bags: Sequence[Bag], reference: Sequence[str]) -> Tally:
    options = [readings(text) for text in reference]
    scores = [[f1(each, _closest(each, option)) for option in options] for each in bags]
    earned = sum(scores[row][column] for row, column in pair_off(scores))
    return Tally(earned, len(bags), earned, len(options))


def _references(gold: Gold) -> tuple[tuple[str, ...], ...]:
    """The complete references of a sentence: what each annotator wrote."""
    return (gold.claims, *(other for other in gold.annotators if other != gold.claims))


def _by_f1(tally: Tally) -> float:
    return tally.f1


def units(found: Sequence[str], gold: Gold) -> Tally:
    """Summary content units (Zhang and Bansal 2021; Nawrath et al. 2024): mean of the best ROUGE-1 F1.

    The papers ask how well each unit is met by its best match; precision is
    the same question put to what was found. Matches are many to one.
    """
    golds, bags = [bag(text) for text in gold.claims], [bag(text) for text in found]
    hits = sum(max((f1(each, other) for other in golds), default=0.0) for each in bags)
    recalled = sum(max((f1(each, other) for each in bags), default=0.0) for other in golds)
    return Tally(hits, len(bags), recalled, len(golds))


def splits(found: Sequence[str], gold: Gold) -> Tally:
    """HSplit (Sulem, Abend and Rappoport 2018): aligned token F1 against each annotator, averaged.

    The set comes with four references a sentence, two of them cut as far as
    possible; the paper shows that BLEU rewards leaving sentences whole, so
    the sentences of both sides are paired off instead.
    """
    bags = [bag(text) for text in found]
    references = gold.annotators or (gold.claims,)
    total = sum((_aligned(bags, reference) for reference in references), Tally())
    return total.scaled(1 / len(references))


def segments(found: Sequence[str], gold: Gold, *, floor: float = 0.8) -> Tally:
    """PropSegmEnt (Chen et al. 2023): pairs of propositions whose token sets have a Jaccard index of `floor`.

    One to one; of several annotators the nearest one counts.
    """
    bags = [bag(text) for text in found]
    return max((_segments(bags, reference, floor) for reference in _references(gold)), key=_by_f1)


def _segments(bags: Sequence[Bag], reference: Sequence[str], floor: float) -> Tally:
    golds = [bag(text) for text in reference]
    scores = [[jaccard(each, other) for other in golds] for each in bags]
    scores = [[score if score >= floor else 0.0 for score in line] for line in scores]
    pairs = len(pair_off(scores))
    return Tally(pairs, len(bags), pairs, len(golds))
