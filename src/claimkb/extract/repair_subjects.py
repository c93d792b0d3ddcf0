"""Slips of the parser about subjects: a predicate gets back the noun phrase that it is said of."""

from claimkb.extract.inflect import is_participle
from claimkb.extract.tree import Node, Tree, descend, is_finite, left_edge, move, subject_of
from claimkb.lexicon.cues import cues

_SHORT_SPANS = frozenset({"time", "minute", "hour", "moment"})
AFTERWARDS = frozenset({"later", "earlier", "afterwards", "afterward", "before", "after"})


def subject_before_participle(tree: Tree) -> None:
    """ "that a vaccine developed abroad has proved": the first verb was a participle of the second one's subject."""
    for verb in tree.nodes:
        contents = verb.kids("ccomp") if len(verb.children) > 1 else []
        if len(contents) != 2:
            continue
        first, second = contents
        noun = first.kid("nsubj")
        garden = (
            first.tag in {"VBD", "VBN"}
            and not first.kids("aux", "auxpass", "dobj")
            and is_participle(first.lower)
        )
        if (
            not garden
            or noun is None
            or not is_finite(second)
            or subject_of(second) is not None
            or second.kid("mark")
        ):
            continue
        for mark in first.kids("mark"):
            move(mark, second, "mark")
        move(noun, second, "nsubj")
        move(first, noun, "acl")
        first.tag = "VBN"


def object_is_subject_of_content(tree: Tree) -> None:
    """ "argue X's policy will be seen": the object of a verb of saying is the next clause's subject."""
    words = cues().attribution.verbs
    for verb in tree.nodes:
        if not verb.children or verb.lemma not in words:
            continue
        obj = verb.kid("dobj") if verb.is_verb else None
        content = verb.kid("ccomp")
        if obj is None or content is None:
            continue
        if (
            obj.i < content.i
            and subject_of(content) is None
            and is_finite(content)
            and content.kid("mark") is None
        ):
            for between in [c for c in verb.kids("prep") if obj.i < c.i < content.i]:
                move(between, obj, "prep")
            move(obj, content, "nsubj")


def two_subjects_are_one(tree: Tree) -> None:
    """ "A that ..., and B may": two subjects with a conjunction between them are one coordinated subject."""
    for verb in tree.nodes:
        subjects = verb.kids("nsubj", "nsubjpass") if len(verb.children) > 1 else []
        if len(subjects) != 2:
            continue
        ties = [n for n in descend(subjects[0]) if n.dep == "cc"]
        if any(subjects[0].i < n.i < subjects[1].i for n in ties):
            move(subjects[1], subjects[0], "conj")


def subject_joined_to_object(tree: Tree) -> None:
    """ "chose A as B and C has said": a name between "and" and a verb without a subject is that verb's subject."""
    for verb in tree.nodes:
        if verb.dep != "conj" or not verb.is_verb or not is_finite(verb) or subject_of(verb) is not None:
            continue
        noun = _nominal_before(tree, verb)
        if noun is not None and noun.dep == "conj" and noun.head is not verb and not noun.head.is_verb:
            move(noun, verb, "nsubj")


def _nominal_before(tree: Tree, verb: Node) -> Node | None:
    """The noun right before a verb group, if a conjunction stands right before its phrase."""
    first = tree.nodes[0].i
    place = verb.i - first - 1
    while (
        place > 0
        and tree.nodes[place].head is verb
        and tree.nodes[place].dep in {"aux", "auxpass", "advmod", "neg"}
    ):
        place -= 1
    noun = tree.nodes[place]
    if not noun.is_noun:
        return None
    left = left_edge(noun) - first
    return noun if left > 0 and tree.nodes[left - 1].dep == "cc" else None


def missing_subject(tree: Tree) -> None:
    """A finite root without a subject takes the noun phrase before it, misread as an adverbial or a name."""
    root = tree.root
    if (
        subject_of(root) is not None
        or not (is_finite(root) or root.kids("auxpass", "aux"))
        or (root.tag == "VB" and not is_finite(root))
    ):
        return
    before = [
        c
        for c in root.kids("npadvmod", "dep", "nmod", "conj", "intj", "compound")
        if c.i < root.i and c.is_noun
    ]
    if before:
        move(before[-1], root, "nsubj")
        return
    for node in tree.nodes:
        if node.dep == "appos" and node.i < root.i and any(c.dep == "det" for c in node.children):
            move(node, root, "nsubj")
            return


def noun_of_its_participle(tree: Tree) -> None:
    """ "The row over X appearing unmasked has been political": the row is the subject, not the appearing."""
    for participle in tree.nodes:
        noun = participle.kid("nsubj") if participle.dep == "csubj" else None
        if participle.tag != "VBG" or noun is None or not noun.is_noun:
            continue
        verb = participle.head
        last = max(descend(noun), key=lambda n: n.i)
        if last is noun or subject_of(verb) is not participle:
            continue
        move(noun, verb, participle.dep.replace("csubj", "nsubj"))
        move(participle, last, "acl")


def content_of_a_participle(tree: Tree) -> None:
    """ "Signalling demand continues to grow, firms hired": what firms signalled is a clause with its subject."""
    opening = next((n for n in tree.nodes if n.dep != "punct"), None)
    if opening is None or opening.tag != "VBG" or opening.dep != "csubj":
        return
    content, noun = opening.head, opening.kid("dobj")
    main = content.head
    told = content.dep in {"ccomp", "advcl"} and content.i < main.i and is_finite(content)
    if noun is None or not told or noun.i > content.i or subject_of(main) is None:
        return
    move(opening, main, "advcl")
    move(content, opening, "ccomp")
    move(noun, content, "nsubj")


def time_read_as_subject(tree: Tree) -> None:
    """ "told them to stay but a short time later left": a stretch of time does nothing; it tells when."""
    for verb in tree.nodes:
        noun = verb.kid("nsubj") if verb.dep == "conj" else None
        if noun is None or not verb.is_verb:
            continue
        after = tree.nodes[noun.i - tree.nodes[0].i + 1].lower
        if after in AFTERWARDS and (noun.lemma in _SHORT_SPANS or noun.lemma in cues().clauses.spans):
            noun.dep = "npadvmod"
