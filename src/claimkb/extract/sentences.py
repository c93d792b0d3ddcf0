"""A sentence on its way from tree to claims: split, completed, checked, and kept whole where in doubt."""

from collections.abc import Callable
from dataclasses import dataclass, field, replace
from itertools import pairwise

from claimkb.extract.blocks import Block
from claimkb.extract.build import Setting, build_claim
from claimkb.extract.clauses import Clause, Voice
from claimkb.extract.context import Context
from claimkb.extract.doubt import is_misread
from claimkb.extract.insertions import insertion_clauses, keep_in_place
from claimkb.extract.listing import completed, counted_noun, is_item, states
from claimkb.extract.realise import negate
from claimkb.extract.rejection import rejection_claim, rejects_reported_view
from claimkb.extract.resolution import Resolved
from claimkb.extract.sayable import says_nothing
from claimkb.extract.sentence_roles import sentence_role
from claimkb.extract.split import Splitter
from claimkb.extract.tree import Tree, is_finite, subject_of
from claimkb.extract.units import Unit
from claimkb.extract.whole import whole_clauses
from claimkb.lexicon.cues import cues
from claimkb.model import Claim, SentenceRole

MAX_SENTENCE = 120  # tokens; longer ones are lists or tables that no reader calls a sentence


@dataclass(slots=True)
class ReadSentence:
    """A sentence on its way: its tree, the words it does without, its clauses, or why it has none."""

    tree: Tree
    block: Block
    idle: set[int] = field(default_factory=set)
    clauses: list[Clause] = field(default_factory=list)
    role: SentenceRole = SentenceRole.CLAIMS
    reason: str = ""
    inside: bool = False
    speaker: str = ""  # who has the turn in a transcript
    quoted: Voice | None = None  # who says it, where it stands inside a quotation
    teller: Voice | None = None  # who says what it quotes
    inserted: list[Tree] = field(default_factory=list)  # what stood between dashes or in brackets


def part_before(tree: Tree, end: int) -> Tree:
    """The statement before the question that ends a sentence; the tree as it is where the question opens it."""
    nodes = tuple(n for n in tree.nodes if n.start < end)
    if not any(is_finite(n) for n in nodes):
        return tree
    inside = {id(n) for n in nodes}
    tops = [n for n in nodes if n.head is n or id(n.head) not in inside]
    root = next((n for n in tops if is_finite(n)), tops[0])
    for node in nodes:
        node.children = [c for c in node.children if id(c) in inside]
    root.head, root.dep = root, "ROOT"
    for top in tops:
        if top is not root:
            top.head, top.dep = root, "punct" if top.dep == "punct" else "dep"
            root.children = sorted([*root.children, top], key=lambda n: n.i)
    return Tree(nodes, root)


def without_broken_end(tree: Tree, clauses: list[Clause]) -> list[Clause]:
    """The clauses of a sentence that breaks off in a dash ("I want to try to get —"), but for the last one."""
    words = [n for n in tree.nodes if n.dep != "punct" and n.text[:1].isalnum()]
    after = [n.text for n in tree.nodes if words and n.i > words[-1].i]
    if not any(t in {"—", "--", "-", "–"} for t in after):
        return clauses
    return [c for c in clauses if words[-1] not in c.own]


def contents(content: object, voice: Voice, tree: Tree) -> list[Clause]:
    """The clauses that a view named with its holder is made of."""
    splitter = Splitter(tree)
    splitter.expand(content, Context("content", voice=voice))  # type: ignore[arg-type] # a Node, kept opaque here
    return splitter.clauses


def rest(tree: Tree, idle: set[int], nodes: set[int]) -> list[Clause]:
    """The clauses of a sentence beside "contrary to ..."."""
    rest = [c for c in Splitter(tree, idle).split() if id(c.head) not in nodes]
    for clause in rest:
        clause.own = [n for n in clause.own if id(n) not in nodes]
    return [c for c in rest if any(n.dep != "punct" for n in c.own)]


def deny(clause: Clause) -> None:
    """Say an inherited negation in the clause's own words, unless a borrowed "not" says it already."""
    if clause.negated_from_above and not any(
        "not" in word or "n't" in word or word == "never" for word in clause.prefix
    ):
        negate(clause)


def insert(trees: list[Tree], unit: Unit, hosts: list[ReadSentence]) -> None:
    """Add the claims of an insertion to the sentence it was cut from."""
    place = unit.anchor or 0
    host = next((h for h in reversed(hosts) if h.tree.start <= place), None)
    if host is None or host.role is not SentenceRole.CLAIMS:
        return
    main = host.clauses[0] if host.clauses else None
    for tree in trees:
        if sentence_role(" ".join(n.text for n in tree.nodes)) is None:
            made = insertion_clauses(tree, unit, host.tree, main)
            voice = _voice_before(unit, main) if tree.root.tag == "VBG" else None
            for clause in made:
                deny(clause)
                clause.voice = clause.voice or voice
            host.clauses += made
            kept = not made and len(trees) == 1 and keep_in_place(tree, unit, host.tree, host.clauses)
            host.inserted += [tree] if made or kept else []


def _voice_before(unit: Unit, main: Clause | None) -> Voice | None:
    """ "Lee said the deal helped — easing his debts": what goes on after the dash is in the words of Lee."""
    voice = main.voice if main is not None and unit.opener == "—" else None
    spoken = voice is not None and voice.nodes and max(n.end for n in voice.nodes) < (unit.anchor or 0)
    return voice if spoken else None


def endorse(read: list[ReadSentence]) -> None:
    """Mark the views that the author agrees with in the sentence after them ("I agree.")."""
    for before, item in pairwise(read):
        root = item.tree.root
        subject = subject_of(root)
        bare = root.lemma in cues().stance.endorse_verbs and not root.kids("ccomp", "neg", "prep", "dobj")
        quoted = item.inside or item.speaker
        if (
            item.role is SentenceRole.CLAIMS
            and bare
            and subject is not None
            and subject.lower == "i"
            and not quoted
        ):
            item.role, item.reason, item.clauses = (
                SentenceRole.META,
                "the author agrees with the view before",
                [],
            )
            for clause in before.clauses:
                if clause.voice is not None:
                    clause.voice = replace(clause.voice, endorsed=True)


def reject(read: list[ReadSentence]) -> None:
    """Mark the views that the author rejects in the sentence after them, or in the same one."""
    for before, item in zip([None, *read], read, strict=False):
        theirs = item.inside or item.speaker  # whoever is quoted, not the author, turns against it
        if item.role is not SentenceRole.CLAIMS or theirs or not rejects_reported_view(item.tree):
            continue
        here = [c for c in item.clauses if c.voice is not None and c.voice.rejected]
        earlier = [c for c in before.clauses if c.voice is not None] if before is not None else []
        rejected = here or earlier
        made = rejection_claim(item.tree, rejected, item.idle)
        if made is None:
            continue
        for clause in rejected:
            if clause.voice is not None:
                clause.voice = replace(clause.voice, rejected=True)
        item.clauses = [*here, made]


def _lacks_predicate(item: ReadSentence) -> bool:
    """Whether a list item has to take its predicate from what introduces the list: "Tax cuts to help the poor"."""
    if not item.clauses:
        return item.block.item is not None or is_item(item.tree)
    return item.block.intro is not None and not states(item.tree)


def _claims_without_loss(item: ReadSentence, build: Callable[[Clause], Claim | None]) -> list[Claim | None]:
    """The claim of each clause; the words of one that cannot be said go back to where they were cut off."""
    claims = [build(c) for c in item.clauses]
    hosts: set[int] = set()
    for clause, claim in zip(item.clauses, claims, strict=True):
        if claim is None and clause.cut_from is not None:
            host, node = clause.cut_from
            others = [c for c, m in zip(item.clauses, claims, strict=True) if m is not None]
            hosts.add(id(host.take_back(node, item.tree, others)))
    return [build(c) if id(c) in hosts else m for c, m in zip(item.clauses, claims, strict=True)]


def sentence_claims(
    item: ReadSentence, index: int, resolved: Resolved, setting: Setting, intro: ReadSentence | None
) -> list[Claim]:
    """The claims of a sentence; the sentence whole where its main clause cannot be said."""
    if item.role is not SentenceRole.CLAIMS:
        return []
    if intro is not None and intro.clauses and _lacks_predicate(item):
        host = intro.clauses[0]
        noun = counted_noun(host)
        made = completed(item.tree, item.idle, host, noun) if noun is not None else None
        item.clauses = [made] if made is not None else []
    if any(says_nothing(c) for c in item.clauses):
        item.reason = "somebody spoke: what was said stands elsewhere"
        item.clauses = [c for c in item.clauses if not says_nothing(c)]
        if not item.clauses:
            return []
    if is_misread(item.tree, item.clauses):
        return _whole(item, index, resolved, setting)
    claims = _claims_without_loss(item, lambda c: build_claim(c, index, resolved, item.idle, setting))
    sayable = [c for c in claims if c is not None]
    main_failed = bool(item.clauses) and claims[0] is None and item.clauses[0].kind in {"main", "content"}
    if (not sayable or main_failed) and any(is_finite(n) for n in item.tree.nodes):
        return _whole(item, index, resolved, setting) or sayable
    return sayable


def _whole(item: ReadSentence, index: int, resolved: Resolved, setting: Setting) -> list[Claim]:
    """The sentence kept whole, as one doubtful claim; nothing where even that cannot be said."""
    for whole in whole_clauses(item.tree, item.idle):
        if whole.voice is not None and item.clauses and item.clauses[0].voice is not None:
            whole.voice = item.clauses[0].voice  # as spread over the quotation
        whole.voice = whole.voice or item.quoted
        claim = build_claim(whole, index, resolved, item.idle, setting)
        if claim is not None:
            return [claim]
    return []
