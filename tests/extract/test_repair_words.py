"""A repair that is passed over for want of its words would have found nothing."""

from pathlib import Path

from claimkb.extract.parse import Parser
from claimkb.extract.repair import ONLY_WITH, REPAIRS
from claimkb.extract.tree import Tree
from claimkb.extract.units import Unit

SEEDS = Path(__file__).parents[2] / "seeds"


def shape(tree: Tree) -> list[tuple[str, str, str, str, int]]:
    """All of a tree that a repair may change."""
    return [(n.text, n.tag, n.dep, n.lemma, n.head.i) for n in tree.nodes]


def lines() -> list[str]:
    """The lines of two articles."""
    texts = [path.read_text(encoding="utf-8") for path in sorted(SEEDS.glob("*.txt"))[:2]]
    return [line for text in texts for line in text.splitlines() if line.strip()]


def test_no_repair_is_passed_over_that_finds_something() -> None:
    """Every repair is called on every sentence, in its order; those without their words leave it as it was."""
    parser = Parser()
    passed_over = 0
    with parser.document():
        units = [Unit(line, range(len(line) + 1)) for line in lines()]
        for _, trees in list(parser.parse(units)):
            for sentence in trees:
                tree = sentence
                words = {n.lower for n in tree.nodes}
                for mend in REPAIRS:
                    before = shape(tree)
                    mend(tree)
                    if tree.root.head is not tree.root:
                        tree = Tree(tree.nodes, next(n for n in tree.nodes if n.head is n))
                    if ONLY_WITH.get(mend, words).isdisjoint(words):
                        passed_over += 1
                        assert shape(tree) == before, mend
    assert passed_over > 1000
