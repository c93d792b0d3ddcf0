"""What of a clause makes a statement of its own, and in which way it is detached.

`find_detached` walks the tree below a predicate and names, for each such
constituent, the way to cut it off; `split` knows how each way is done.
"""

from claimkb.extract.appositions import appositive, opens_with_role
from claimkb.extract.asserted import names_town, tells_age, tells_of_subject
from claimkb.extract.attachment import (
    absolute_state,
    absolute_verb,
    compares,
    has_relative_subject,
    inverted_condition,
    is_clausal_conjunct,
    is_loose_participle,
    is_nonrestrictive,
    is_preposition,
    is_run_on,
    noun_before,
)
from claimkb.extract.detach import has_happened, is_past
from claimkb.extract.infinitives import joined_infinitive
from claimkb.extract.introduced import describes, introduces
from claimkb.extract.noun_sayings import noun_content, tells_message
from claimkb.extract.occasions import (
    came_to_nothing,
    is_done_before,
    is_occasion,
    is_of_date,
    is_state,
    tells_before,
)
from claimkb.extract.presupposed import is_deed, is_name_of_event, is_night_when
from claimkb.extract.relatives import follows_event, relative, reported_relative
from claimkb.extract.tree import (
    NOUN_TAGS,
    Node,
    Tree,
    comma_before,
    is_finite,
    subject_of,
)
from claimkb.extract.ways import KEEPING, Way
from claimkb.lexicon.cues import cues

# Relations of words that none of the tests below asks for.
_STAYING = frozenset(
    {
        *("det", "predet", "aux", "auxpass", "neg", "mark", "prt", "expl"),
        *("cc", "preconj", "punct", "case", "nummod", "quantmod", "advmod"),
    }
)


def find_detached(top: Node, head: Node, tree: Tree) -> list[tuple[Node, Way]]:
    """What below `top` is cut off the clause of `head`, in text order."""
    found: list[tuple[Node, Way]] = []
    stack = [top]
    while stack:
        node = stack.pop()
        for child in node.children:
            way = _way(node, child, head, tree)
            if way is not None:
                found.append((child, way))
            if way is None or way in KEEPING:
                stack.append(child)
    return sorted(found, key=lambda pair: pair[0].i)


def _way(node: Node, child: Node, head: Node, tree: Tree) -> Way | None:
    """How `child` of `node` is detached from the clause of `head`; None where it stays."""
    if child.dep in _STAYING and child.tag not in NOUN_TAGS:
        return None  # as four words of ten
    if child.dep == "conj" and node.dep == "relcl" and node is head and has_relative_subject(child):
        return Way.COORDINATE  # "X, who did A and who did B"
    if child.is_verb and child.dep in {"conj", "ccomp", "advcl", "dep"} and has_relative_subject(child):
        return Way.STRAY_RELATIVE if noun_before(child, tree) is not None else None
    if child.dep in {"advcl", "relcl"} and follows_event(child):
        return Way.RELATIVE
    if child.dep == "conj" and joined_infinitive(node, child, head):
        return Way.INFINITIVE
    if child.dep == "conj":
        return Way.COORDINATE if is_clausal_conjunct(node, child, head) else None
    if child.dep == "relcl":
        return _relative_way(child, head, tree)
    if child.dep in {"acl", "ccomp"} and noun_content(child):
        return Way.NOUN_CONTENT
    if child.tag == "VBG" and child.dep in {"acl", "advcl"} and tells_message(child, tree):
        return Way.MESSAGE
    if child.dep == "acl":
        if is_loose_participle(child, tree):
            return Way.PARTICIPLE
        if tells_of_subject(child, head):
            return Way.ASSERTED
        return Way.INTRODUCED if introduces(child, head) else None
    if tells_age(child) or names_town(child):
        return Way.ASSERTED
    if child.dep == "appos":
        if appositive(child, tree) is not None:
            return Way.APPOSITION
        return Way.DESCRIPTION if describes(child) else None
    if child.dep == "prep" and (way := _prepositional_way(node, child, head, tree)) is not None:
        return way
    if (
        child.dep == "advcl"
        and (_is_aim(node, head) or (node.dep in {"pobj", "npadvmod"} and node.is_noun))
        and tells_before(child, head)
    ):
        return Way.REASON_APART if child.kids("mark")[0].lower == "as" else Way.REASON
    if child.dep == "advcl" and node is not head and _goes_with_main(node, child, head, tree):
        return Way.PARTICIPLE
    if describes(child):
        return Way.DESCRIPTION
    if node is not head:
        return None
    if opens_with_role(child, head, tree):
        return Way.OPENING
    if is_state(child, head, tree):
        return Way.STATE
    if child.dep == "advcl":
        return _adverbial_way(child, head, tree)
    if child.dep in {"ccomp", "parataxis", "dep"} and not inverted_condition(child):
        return Way.RUN_ON if is_run_on(child, head) else None
    return None


def _prepositional_way(node: Node, child: Node, head: Node, tree: Tree) -> Way | None:
    if is_done_before(child, head):
        return Way.DONE_BEFORE
    if is_deed(child, head):
        return Way.PRESUPPOSED
    if node is head and is_name_of_event(child):
        return Way.NAME_OF_EVENT
    if child.lower != "with" or (absolute_verb(child) is None and absolute_state(child, tree) is None):
        return None
    needed = node.lemma in cues().clauses.with_event and child.i == node.i + 1
    return None if needed else Way.ABSOLUTE  # "coincides with rivals selling": with what it coincides


def _relative_way(child: Node, head: Node, tree: Tree) -> Way | None:
    if is_night_when(child):
        return Way.PRESUPPOSED
    way = Way.RELATIVE if is_nonrestrictive(child, tree) else Way.INTRODUCED
    if way is Way.INTRODUCED and tells_of_subject(child, head):
        return Way.ASSERTED
    if way is Way.INTRODUCED and not introduces(child, head):
        return None
    said = reported_relative(child, tree) or relative(child, tree)
    return way if said is not None else None


def _is_aim(node: Node, head: Node) -> bool:
    """ "had to leave", "fought to reach them": an infinitive that hangs on the verb."""
    return node.head is head and (node.dep == "xcomp" or (node.dep == "advcl" and node.tag == "VB"))


def _adverbial_way(child: Node, head: Node, tree: Tree) -> Way | None:
    mark = child.kid("mark")
    lexicon = cues().clauses
    subject = subject_of(child)
    if _says_little(child):
        return None
    if mark is None and subject is not None and _opens_series(child, head):
        return Way.RUN_ON
    if mark is None and subject is not None and is_finite(child) and not is_occasion(child, head):
        return None  # "By the time it was released, ...": a finite clause is no participle
    if mark is None and is_occasion(child, head):
        return Way.REASON_APART if is_of_date(child, tree) else Way.REASON
    if mark is None:
        before = child.tag in {"VBG", "VBN"} and child.i < head.i and not is_preposition(child)
        says = child.tag == "VBG" and child.lemma in cues().attribution.verbs and bool(child.kids("ccomp"))
        loose = before or (says and child.i > head.i) or is_loose_participle(child, tree)
        return Way.PARTICIPLE if loose else None
    if mark.lower in lexicon.contrastive:
        if subject is not None:
            return Way.SUBORDINATE
        if child.tag != "VBG":
            return None
        during = mark.lower == "while" and child.i > head.i and not comma_before(tree.nodes, child)
        return Way.DURING if during else Way.PARTICIPLE
    if mark.lower in lexicon.causal and subject is not None and is_finite(child):
        if any(m.lower in {"if", "though"} for m in child.kids("mark")):
            return None  # "as if the party were late"
        if _is_denied_reason(mark, head, tree) or subject.i > child.i:
            return None  # "as will every member": what is said of the others, in the same breath
        if child.lemma == "do" and child.kid("dobj") is None:
            return None  # "as it does with others" compares
        apart = comma_before(tree.nodes, child) or child.i < head.i
        if mark.lower == "as":
            beside = not apart and subject.tag == "PRP" and any(o.tag == "PRP" for o in child.kids("dobj"))
            # "remembered as we knew her"
            return None if beside or compares(child, tree) else Way.REASON_APART
        return Way.REASON_APART if apart else Way.REASON
    if mark.lower == "so" and subject is not None and is_finite(child) and len(child.kids("mark")) == 1:
        aimed = any(a.tag == "MD" for a in child.kids("aux"))  # "so they could flee"
        return None if aimed else Way.SUBORDINATE
    if mark.lower == "before":
        return Way.REASON if came_to_nothing(child, head) else None
    if mark.lower in lexicon.temporal and subject is not None and is_past(child) and has_happened(head):
        return Way.REASON  # what had happened before stays the time of what followed
    return None


def _opens_series(child: Node, head: Node) -> bool:
    """ "Imports have grown, wages have risen, and rents have doubled": the first of a row of clauses."""
    if child.i > head.i or not is_finite(child) or any(c.tag in {"WRB", "WDT"} for c in child.children):
        return False
    own = subject_of(head)
    later = any(c.tag == child.tag and subject_of(c) is not None for c in head.kids("conj"))
    return later and own is not None and child.i < own.i and child.tag == head.tag and bool(head.kids("cc"))


def _says_little(verb: Node) -> bool:
    """ "As they investigate", "when they saw each other", "when the time came": no fact without its main clause."""
    subject = subject_of(verb)
    if subject is None or not is_finite(verb) or verb.kids("neg"):
        return False
    bare = subject.tag == "PRP" or (subject.lower == "time" and len(subject.children) < 2)
    empty = {"mark", "aux", "auxpass", "punct", "advmod"}
    told = [c for c in verb.children if c.dep not in empty and c is not subject]
    return bare and all(c.lower in {"other", "another"} for c in told)


def _is_denied_reason(mark: Node, head: Node, tree: Tree) -> bool:
    """ "It is not because P", "left not because P but because Q": P is denied, or at least not stated."""
    bare = head.lemma == "be" and not head.kids("acomp", "attr", "prep")
    before = tree.nodes[mark.i - tree.nodes[0].i - 1] if mark.i > tree.nodes[0].i else mark
    return before.lower in {"not", "n't"} or (bare and bool(head.kids("neg")))


def _goes_with_main(node: Node, child: Node, head: Node, tree: Tree) -> bool:
    """ "will sign a law to help firms, while denouncing critics": hung on the purpose, said of the subject."""
    mark = child.kid("mark")
    purpose = node.head is head and node.dep in {"advcl", "xcomp"} and node.tag == "VB"
    while_doing = mark is not None and mark.lower in cues().clauses.contrastive and child.tag == "VBG"
    return purpose and while_doing and subject_of(child) is None and comma_before(tree.nodes, child)
