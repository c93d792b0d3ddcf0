"""One sentence read: the role that it has, and the clauses that make its claims."""

from claimkb.extract.blocks import Block
from claimkb.extract.connectives import idle_words, without_ties
from claimkb.extract.moods import is_imperative, mood
from claimkb.extract.rejection import contrary_to
from claimkb.extract.sentence_roles import sentence_role
from claimkb.extract.sentences import (
    MAX_SENTENCE,
    ReadSentence,
    contents,
    deny,
    part_before,
    rest,
    without_broken_end,
)
from claimkb.extract.split import Splitter
from claimkb.extract.tree import Tree
from claimkb.model import SentenceRole


def read_sentence(tree: Tree, block: Block, text: str) -> ReadSentence:
    """A sentence with its role and, where that is to make claims, the clauses that it is cut into."""
    found = ReadSentence(tree, block)
    verdict = sentence_role(text[tree.start : tree.end])
    if verdict is not None and verdict.end - verdict.start >= (tree.end - tree.start) * 0.6:
        found.role, found.reason = verdict.role, verdict.reason
        return found
    if len(tree.nodes) > MAX_SENTENCE:
        found.role, found.reason = SentenceRole.FRAGMENT, "too long to be one sentence"
        return found
    if stateless := mood(tree):
        found.role, found.reason = stateless
        return found
    if verdict is not None:
        tree = found.tree = part_before(tree, tree.start + verdict.start)
    found.idle = idle_words(tree)
    if is_imperative(tree):
        found.role, found.reason = SentenceRole.IMPERATIVE, "a call on the reader"
        return found
    contrary = contrary_to(tree)
    if contrary is not None:
        content, voice, nodes = contrary
        found.clauses = [*contents(content, voice, tree), *rest(tree, found.idle, nodes)]
    else:
        found.clauses = Splitter(tree, found.idle).split()
    found.clauses = without_broken_end(tree, found.clauses)
    for clause in found.clauses:
        clause.own = [n for n in without_ties(clause) if id(n) not in found.idle] or clause.own
        deny(clause)
    return found
