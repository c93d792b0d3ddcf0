"""Slips of the parser about several verbs in one sentence: which is the main one, and which are joined to which."""

from claimkb.extract.inflect import is_participle
from claimkb.extract.tree import (
    AUXILIARIES,
    FINITE_TAGS,
    Node,
    Tree,
    ancestors,
    comma_before,
    descend,
    is_finite,
    move,
    subject_of,
)
from claimkb.lexicon.cues import cues


def verb_of_a_row(tree: Tree) -> None:
    """ "took lives, injured a man, and fled": a past verb after a comma that begins the rest of a row is joined on."""
    for verb in tree.nodes:
        first = verb.head
        if verb.dep != "dep" or verb.tag != "VBD" or first.tag != "VBD" or verb.i < first.i:
            continue
        tied = verb.kids("cc") and verb.kids("conj")
        if tied and subject_of(verb) is None and not verb.kids("mark") and comma_before(tree.nodes, verb):
            verb.dep = "conj"


def past_verb_of_a_row(tree: Tree) -> None:
    """ "went to the room where she worked, found a box, and left": a past verb behind a comma goes on with the row."""
    for verb in tree.nodes:
        first = verb.head
        hung = verb.dep == "advcl" and verb.tag == "VBD" and first.tag == "VBD" and verb.i > first.i
        if not hung or subject_of(verb) is not None or verb.kids("mark", *AUXILIARIES):
            continue
        later = [c for c in first.kids("conj") if c.i > verb.i and c.tag == "VBD"]
        if later and comma_before(tree.nodes, verb) and not any(c.tag == "WRB" for c in verb.children):
            verb.dep = "conj"


def sentence_read_as_noun(tree: Tree) -> None:
    """ "The king called troops, saying ...": a past verb with an object under the first noun is the verb of both."""
    noun = tree.root
    verb = noun.kid("acl") if noun.is_noun and noun.kids("det") else None
    if verb is None or verb.tag != "VBD" or verb.i != noun.i + 1 or not verb.kids("dobj", "oprd"):
        return
    if noun.kids("relcl", "conj", "appos", "prep") or subject_of(verb) is not None:
        return
    noun.children = [c for c in noun.children if c is not verb]
    verb.head, verb.dep = verb, "ROOT"
    for child in [c for c in noun.children if c.i > verb.i]:
        move(child, verb, "advcl" if child.dep == "acl" else child.dep)
    noun.head, noun.dep = verb, "nsubj"
    verb.children = sorted([*verb.children, noun], key=lambda n: n.i)


def row_read_as_adverbial(tree: Tree) -> None:
    """ "She got into a row, was fined and was let go": the first verb of a row has its subject."""
    root = tree.root
    if subject_of(root) is not None or not is_finite(root) or not root.kids("conj"):
        return
    for first in root.kids("advcl", "ccomp"):
        full = subject_of(first) is not None and is_finite(first) and not first.kids("mark")
        between = [n.text for n in tree.nodes if n.i > first.i and n.head is root and n.i < root.i]
        opens = all(c.dep == "punct" or c.i > first.i for c in root.children if c is not first)
        if full and first.i < root.i and "," in between and opens and first.tag in {"VBD", "VBZ", "VBP"}:
            root.children = [c for c in root.children if c is not first]
            first.head, first.dep = first, "ROOT"
            for comma in [c for c in root.kids("punct") if c.i < root.i or c.text == "."]:
                move(comma, first, "punct")
            root.dep = "conj"
            root.head = first
            first.children = sorted([*first.children, root], key=lambda n: n.i)
            return


def condition_read_as_main_verb(tree: Tree) -> None:
    """ "He urged caution, should Lee return": a verb with "should" before its subject is a condition."""
    root = tree.root
    main, subject = root.kid("ccomp"), subject_of(root)
    turned = next((a for a in root.kids("aux") if a.lower == "should"), None)
    if main is None or subject is None or turned is None or subject_of(main) is None or not is_finite(main):
        return
    if main.i < turned.i < subject.i < root.i and tree.nodes[turned.i - tree.nodes[0].i - 1].text == ",":
        root.children = [c for c in root.children if c is not main]
        main.head, main.dep = main, "ROOT"
        root.head, root.dep = main, "advcl"
        for mark in [c for c in root.kids("punct") if c.i < turned.i or c.i > root.i]:
            move(mark, main, "punct")
        main.children = sorted([*main.children, root], key=lambda n: n.i)


def passive_joined_to_passive(tree: Tree) -> None:
    """ "was founded in 1990 and sold to a rival": a verb that needs an object and has none is passive too."""
    for verb in tree.nodes:
        first = verb.head
        joined = verb.dep == "conj" and verb.tag == "VBD" and first.tag == "VBN" and first.kids("auxpass")
        if not joined or verb.kids("dobj", "xcomp", "aux", "prt"):
            continue
        if subject_of(verb) is not None:  # "was withdrawn and its maker fined"
            verb.tag = (
                "VBN" if verb.lemma in cues().clauses.transitive and is_participle(verb.lower) else verb.tag
            )
            continue
        if verb.kids("ccomp"):
            verb.tag = "VBN" if verb.lemma in {"tell", "inform", "assure", "notify", "remind"} else verb.tag
            continue
        if is_participle(verb.lower) and (verb.kids("agent") or verb.lemma in cues().clauses.transitive):
            verb.tag = "VBN"


def verb_before_its_verb(tree: Tree) -> None:
    """ "Video posted on a site showed people": of two verbs that nothing joins, the first describes the subject."""
    for verb in tree.nodes:
        if verb.dep != "conj":
            continue
        first = verb.head
        subject = first.kid("nsubj")
        joined = first.is_verb and verb.tag in {"VBD", "VBZ"} and subject is not None
        if not joined or subject is None or subject_of(verb) is not None or first.kids("cc", *AUXILIARIES):
            continue
        garden = (
            first.tag == "VBD" and is_participle(first.lower) and not first.kids("dobj", "ccomp", "xcomp")
        )
        plain = garden and not comma_before(tree.nodes, verb) and subject.i == first.i - 1
        if not (plain or first.tag == "VBG") or first.kids("neg") or verb.kids("cc") or subject.tag == "PRP":
            continue
        above, dep = first.head, first.dep
        first.children = [c for c in first.children if c is not verb]
        if above is first:
            verb.head, verb.dep = verb, "ROOT"
        else:
            move(first, verb, "acl")  # for a moment, so that the verb can take its place
            move(verb, above, dep)
        for child in [c for c in first.children if c is subject or (c.dep == "punct" and c.i > verb.i)]:
            move(child, verb, child.dep)
        move(first, subject, "acl")
        first.tag = "VBN" if garden else first.tag


def participle_after_its_noun(tree: Tree) -> None:
    """ "Lund, shot in the neck, remained": hung on a noun without a subject of its own, it is no past tense."""
    for verb in tree.nodes:
        hung = verb.dep == "acl" and verb.head is not tree.root and not verb.kids("nsubj")
        if hung and verb.tag == "VBD" and is_participle(verb.lower):
            verb.tag = "VBN"


def circumstance_with_subject(tree: Tree) -> None:
    """ "with a new head expected to take over": "with" is a preposition, whatever stands after its noun."""
    for verb in tree.nodes:
        mark = verb.kid("mark") if verb.dep == "advcl" else None
        if mark is None or mark.lower != "with":
            continue
        if verb.tag == "VBD" and is_participle(verb.lower) and not verb.kids(*AUXILIARIES):
            verb.tag = "VBN"  # no finite verb follows "with"
        if is_finite(verb):
            continue
        if subject_of(verb) is not None and verb.tag in {"VBG", "VBN"}:
            head = verb.head
            move(mark, head, "prep")
            move(verb, mark, "pcomp")


def row_of_gerunds(tree: Tree) -> None:
    """ "from halting trains, closing ports and blocking roads": all of a row hang where its first member does."""
    for gerund in tree.nodes:
        if gerund.dep != "advcl" or gerund.tag != "VBG":
            continue
        row = gerund.kids("cc") and any(c.tag == "VBG" for c in gerund.kids("conj"))
        if not row or gerund.kids("mark", "nsubj", "aux"):
            continue
        firsts = [
            p.kids("pcomp")[0]
            for p in tree.nodes
            if p.dep == "prep" and p.i < gerund.i and p.kids("pcomp") and gerund.head in ancestors(p)
        ]
        if firsts and firsts[-1].tag == "VBG" and comma_before(tree.nodes, gerund):
            move(gerund, firsts[-1], "conj")


def second_of_not_only(tree: Tree) -> None:
    """ "X not only A, which Y made, but also B": the verb after "but also" is joined to that after "not only"."""
    for only in tree.nodes:
        first = only.head.head if only.head.lower in {"not", "n't"} else only.head
        if only.lower != "only" or not first.is_verb or only.i > first.i:
            continue
        for but in tree.nodes:
            second = next((c for c in but.head.kids("conj") if c.i > but.i), None)
            if but.lower != "but" or but.i < first.i or second is None or but.head is first:
                continue
            also = any(c.lower == "also" and c.i < second.i for c in [*but.children, *second.children])
            if also and second.is_verb and subject_of(second) is None and second.tag == _finite_tag(second):
                move(second, first, "conj")
                move(but, first, "cc")
                return


def _finite_tag(verb: Node) -> str:
    """The tag of a verb if it is a finite one; else none."""
    return verb.tag if verb.tag in FINITE_TAGS else ""


def clause_after_object(tree: Tree) -> None:
    """ "members showed doubts and Turkey took part": the first noun is what was shown, the second begins a clause."""
    evidential = cues().attribution.evidential
    for verb in tree.nodes:
        content = verb.kid("ccomp") if verb.lemma in evidential else None
        if content is None or content.kids("mark"):
            continue
        shown = content.kid("nsubj", "nsubjpass")
        second = shown.kid("conj") if shown is not None else None
        if shown is None or second is None or shown.i != verb.i + 1 or shown.tag not in {"NN", "NNS"}:
            continue
        if second.tag in {"NNP", "NNPS"} or second.kids("det", "poss"):
            ties = shown.kids("cc")
            move(shown, verb, "dobj")
            move(second, content, "nsubj")
            move(content, verb, "conj")
            for tie in ties:
                move(tie, verb, "cc")


def row_before_its_verb(tree: Tree) -> None:
    """ "Footage of a man shot and killed in Hull was shown": of three verbs the last is the main one."""
    first = tree.root
    subject = first.kid("nsubj")
    rows = first.kids("conj")
    if (
        len(rows) != 2
        or subject is None
        or first.tag not in {"VBD", "VBN"}
        or first.kids("dobj", *AUXILIARIES)
    ):
        return
    second, verb = rows
    ties = [c for c in first.kids("cc", "punct") if c.i > second.i and c.text != "."]
    garden = is_participle(first.lower) and is_participle(second.lower) and second.i == first.i + 2
    inner = [n for n in descend(second) if n.i < verb.i and n.text == ","]
    if ties or inner or not garden or not verb.kids(*AUXILIARIES) or subject_of(verb) is not None:
        return
    first.children = [c for c in first.children if c is not verb]
    verb.head, verb.dep = verb, "ROOT"
    for child in [c for c in first.children if c is subject or (c.dep == "punct" and c.i > verb.i)]:
        move(child, verb, "nsubjpass" if child is subject and verb.kids("auxpass") else child.dep)
    nearest = tree.nodes[first.i - tree.nodes[0].i - 1]
    first.head = first
    first.dep, first.tag, second.tag = "acl", "VBN", "VBN"
    move(first, nearest if nearest.is_noun else subject, "acl")
