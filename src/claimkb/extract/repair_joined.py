"""Repairs of what was joined to the wrong neighbour: nouns before a report, verbs below an "there is", places."""

from claimkb.extract.attachment import denies
from claimkb.extract.tree import Node, Tree, descend, is_finite, move, subject_of
from claimkb.lexicon.cues import cues

_DIRECTIONS = frozenset(
    {"north", "south", "east", "west", "northeast", "northwest", "southeast", "southwest", "outside", "away"}
)


def noun_before_report(tree: Tree) -> None:
    """ "Crews went to the town and officials said P", "were found Monday and officials said P": who said P."""
    verbs = cues().attribution.verbs
    for before, verb in zip(tree.nodes, tree.nodes[1:], strict=False):
        joined = verb.dep == "conj" or (verb.dep == "ROOT" and bool(verb.kids("ccomp")))
        if not joined or verb.lemma not in verbs or not before.is_noun or not is_finite(verb):
            continue
        other = before.kid("nmod")
        tie = _tie(other, before) if other is not None else None
        if other is None or tie is None:
            continue
        subject = subject_of(verb)
        if subject is before and other.lower in cues().clauses.calendar:
            _dated(other, verb)
        elif subject is None and before.dep in {"pobj", "dobj"}:
            head, dep = before.head, before.dep
            for child in [c for c in before.kids("det", "poss", "amod") if c.i < other.i]:
                move(child, other, child.dep)
            move(before, verb, "nsubj")
            move(other, head, dep)
        else:
            continue
        for child in [c for c in other.kids("conj") if tie.i < c.i < before.i]:
            move(child, before, "compound")
        move(tie, verb.head, "cc")


def _dated(day: Node, verb: Node) -> None:
    """Hang a day on the verb before the report, and the report beside that verb."""
    earlier = verb.head if verb.dep == "conj" else next((c for c in verb.kids("ccomp") if c.i < day.i), None)
    if earlier is None:
        return
    move(day, earlier, "npadvmod")
    if earlier.head is verb:
        verb.children = [c for c in verb.children if c is not earlier]
        earlier.head, earlier.dep, verb.head = earlier, "ROOT", earlier
        move(verb, earlier, "conj")


def _tie(other: Node, noun: Node) -> Node | None:
    """The "and" between two nouns of which one was made a modifier of the other."""
    ties = (c for c in (*other.children, *noun.children) if c.dep == "cc" and other.i < c.i < noun.i)
    return next((c for c in ties if c.lower == "and"), None)


def verb_joined_to_nobody(tree: Tree) -> None:
    """ "He said there were ten dead and broke down", "said nobody was hurt and thanked the crews": the speaker did."""
    for verb in tree.nodes:
        lower = verb.head
        if verb.dep != "conj" or lower.dep != "ccomp" or not is_finite(verb) or subject_of(verb) is not None:
            continue
        if not (lower.kids("expl") and verb.lemma != "be") and not denies(subject_of(lower)):
            continue
        above = lower.head
        while above.dep == "ccomp" and above.head is not above:
            above = above.head
        subject = subject_of(above)
        if not is_finite(above) or subject is None or not subject.i < above.i < lower.i:
            continue
        ties = [c for c in lower.kids("cc") if c.i < verb.i]
        if any(c.lower != "and" for c in ties):
            continue
        move(verb, above, "conj")
        for tie in ties:
            move(tie, above, "cc")


def relative_after_a_distance(tree: Tree) -> None:
    """ "Selby, 20 miles north of Leeds, which was cut off": Selby was."""
    for verb in tree.nodes:
        if verb.dep != "relcl":
            continue
        noun = verb.head.head if verb.head.dep == "appos" else verb.head
        if noun.dep != "pobj" or noun.head.lower != "of":
            continue
        direction = noun.head.head
        if direction.lower not in _DIRECTIONS or not any(c.lower == "which" for c in verb.children):
            continue
        place = min(n.i for n in descend(direction)) - tree.nodes[0].i
        before = tree.nodes[place - 2] if place > 1 and tree.nodes[place - 1].text == "," else None
        if before is not None and before.is_noun:
            move(verb, before, "relcl")
