"""Repairs of the verb of saying: what is said before it, and what hangs on it."""

from claimkb.extract.tree import Node, Tree, comma_before, is_finite, left_edge, move, right_edge, subject_of
from claimkb.lexicon.cues import cues

_CONTENTS = frozenset({"fact", "evidence", "possibility", "chance"})  # nouns whose that-clause is their own


def saying_joined_to_what_is_said(tree: Tree) -> None:
    """ "A, but B, a source said" and "A but B, the agency said Friday": the parser joins "said" to A by "but"."""
    for node in tree.nodes:
        if node.dep == "conj" and node.head is tree.root and _ends_the_sentence(node, tree):
            said = node.kid("ccomp")
            if said is not None and said.i < node.i:
                for cc in [c for c in node.head.kids("cc") if c.i < said.i]:
                    move(cc, tree.root, "cc")
                move(said, tree.root, "conj")
            elif said is not None or any(c.i > left_edge(node) for c in node.head.kids("cc")):
                continue
            move(node, tree.root, "parataxis")
            return


def content_hung_on_the_listener(tree: Tree) -> None:
    """ "told a meeting of leaders that P": the that-clause after whom it is told is what is told."""
    words = cues().attribution
    for content in tree.nodes:
        if content.dep not in {"acl", "relcl"}:
            continue
        mark = content.kid("mark")
        hung = content.head.dep in {"dobj", "pobj"} and is_finite(content)
        if not hung or mark is None or mark.lower != "that" or subject_of(content) is None:
            continue
        listener = content.head
        while listener.dep in {"pobj", "prep"} and not listener.is_verb:
            listener = listener.head
        saying = listener.head
        told = listener.dep == "dobj" and saying.lemma in words.with_listener and not saying.kids("ccomp")
        if told and content.head.lemma not in words.nouns and content.head.lemma not in _CONTENTS:
            move(content, saying, "ccomp")


def circumstance_before_the_sayer(tree: Tree) -> None:
    """ "If P, X argues, Q": the condition is of Q, between whose parts X is named; so is "In May, X said, Q"."""
    words = cues().attribution.verbs
    for saying in tree.nodes:
        if saying.lemma not in words:
            continue
        content = saying.head if saying.dep == "parataxis" else saying.kid("ccomp")
        subject = subject_of(saying)
        if content is None or subject is None:
            continue
        left = left_edge(subject)
        if (
            not saying.i < _left_own(content)
            or subject.i > saying.i
            or not _between_commas(tree, left, saying)
        ):
            continue
        for child in [c for c in saying.kids("advcl", "prep", "npadvmod", "advmod") if c.i < left]:
            move(child, content, child.dep)
        for comma in [c for c in saying.kids("punct") if c.i == left - 1]:
            move(comma, content, "punct")


def time_before_the_sayer(tree: Tree) -> None:
    """ "X remained in care Friday, police said": the day before the comma is when he did."""
    words = cues().attribution.verbs
    for saying in tree.nodes:
        if saying.lemma not in words:
            continue
        content, subject = saying.kid("ccomp"), subject_of(saying)
        if content is None or subject is None:
            continue
        left = left_edge(subject)
        before = tree.nodes[left - tree.nodes[0].i - 1].text if left > tree.nodes[0].i else ""
        for day in saying.kids("npadvmod", "prep") if before == "," and content.i < left else []:
            if content.i < day.i < left and right_edge(content) < left_edge(day):
                move(day, content, day.dep)


def _left_own(verb: Node) -> int:
    """Where the subject of a verb begins, or the verb."""
    subject = subject_of(verb)
    return left_edge(subject) if subject is not None else verb.i


def _between_commas(tree: Tree, left: int, saying: Node) -> bool:
    """Whether "X argues" stands alone between two commas."""
    first = tree.nodes[0].i
    before = tree.nodes[left - first - 1].text if left > first else ""
    after = tree.nodes[saying.i - first + 1].text if saying.i - first + 1 < len(tree.nodes) else ""
    return before == "," and after == ","


def circumstance_after_the_sayer(tree: Tree) -> None:
    """ "X was ousted, sources said, in the latest upheaval": what goes on after the aside is part of what is said."""
    words = cues().attribution
    for saying in tree.nodes:
        if saying.dep != "parataxis":
            continue
        main, subject = saying.head, subject_of(saying)
        aside = main is not saying and main.i < saying.i
        if not aside or subject is None or saying.lemma not in words.verbs:
            continue
        if not _between_commas(tree, left_edge(subject), saying):
            continue
        for child in saying.kids("prep"):
            noun = child.kid("pobj")
            told = noun is None or (
                noun.lemma in words.nouns or noun.lemma in words.telling or noun.lemma in words.occasions
            )
            if child.i == saying.i + 2 and not told:
                move(child, main, "prep")


def second_verb_of_the_sayer(tree: Tree) -> None:
    """ "said A was hurt but could not give details": who will tell no more is who told."""
    words = cues().attribution
    for verb in tree.nodes:
        content, saying = verb.head, verb.head.head
        told = verb.dep == "conj" and content.dep == "ccomp" and saying.lemma in words.verbs
        if not told or saying is content or subject_of(verb) is not None:
            continue
        silent = verb.lemma in words.disclosing and bool(verb.kids("neg"))
        if silent or (verb.lemma in {"decline", "refuse"} and verb.kids("xcomp")):
            for tie in [c for c in content.kids("cc", "punct") if content.i < c.i < verb.i]:
                move(tie, saying, tie.dep)
            move(verb, saying, "conj")


def report_read_as_noun(tree: Tree) -> None:
    """ "..., local media report.": the last words name who tells it, though the verb looks like a noun."""
    words = [n for n in tree.nodes if n.dep != "punct"]
    last = words[-1] if len(words) > 3 else tree.root
    if last is tree.root or last.tag != "NN" or last.lemma not in cues().attribution.verbs:
        return
    noun = next(iter(last.kids("compound")), None)
    if noun is None or noun.i != last.i - 1 or noun.tag not in {"NNS", "NNPS"} or last.kids("det", "poss"):
        return
    if not comma_before(tree.nodes, last) or not is_finite(tree.root) or last.kids("prep", "appos"):
        return
    for child in [c for c in last.children if c is not noun and c.dep != "punct"]:
        move(child, noun, child.dep)
    noun.dep, last.tag = "nsubj", "VBP"
    move(last, tree.root, "parataxis")


def _ends_the_sentence(node: Node, tree: Tree) -> bool:
    """Whether a verb of saying with its speaker, behind a comma, has the last word of the sentence."""
    speaker = subject_of(node)
    if node.lemma not in cues().attribution.verbs or speaker is None or not is_finite(node):
        return False
    heard = node.lemma in cues().attribution.with_listener
    told_whom = bool(node.kids("dobj")) and not heard
    if node.kids("xcomp", "auxpass", "neg") or told_whom or not comma_before(tree.nodes, speaker):
        return False
    before = tree.nodes[left_edge(speaker) - tree.nodes[0].i - 1 :][:1]
    last = right_edge(node)
    follows = [n for n in tree.nodes if n.i > last and n.dep != "punct"]
    return not follows and bool(before) and before[0].text == ","


def relative_word_of_the_report(tree: Tree) -> None:
    """ "which critics say the firm cannot afford", "who police say fled": the relative word belongs to what is said."""
    for verb in tree.nodes:
        if verb.dep != "relcl" or verb.lemma not in cues().attribution.verbs:
            continue
        content = verb.kid("ccomp", "xcomp")
        speakers = [c for c in verb.kids("nsubj") if c.tag not in {"WDT", "WP"}]
        if content is None or not speakers or any(a.lower == "to" for a in content.kids("aux")):
            continue
        near = [*verb.children, *content.children]
        gap = next((c for c in near if c.tag in {"WDT", "WP"} and c.i < speakers[0].i), None)
        if gap is None:
            continue
        bare = any(s is not gap for s in content.kids("nsubj", "nsubjpass"))
        passive = "nsubjpass" if content.kids("auxpass") else "nsubj"
        move(gap, content, "dobj" if bare else passive)
        content.dep = "ccomp"
        if content.tag == "VBN" and not content.kids("aux", "auxpass"):
            content.tag = "VBD"


def _tells_of_several(verb: Node) -> bool:
    """ "Roe told us that the guards patrol the port": no wish, since nobody is asked to do it."""
    subject = verb.kid("nsubj")
    asked = verb.head.lemma in cues().attribution.mandating
    return verb.tag == "VB" and not asked and subject is not None and subject.tag in {"NNS", "NNPS"}


def bare_verb_of_what_is_said(tree: Tree) -> None:
    """ "The cuts hurt, the union said": a verb with a subject and no auxiliary is finite, whatever its tag."""
    for verb in tree.nodes:
        told = verb.dep == "ccomp" and verb.head.lemma in cues().attribution.verbs
        if (
            told
            and (verb.i < verb.head.i or _tells_of_several(verb))
            and verb.tag in {"VB", "VBN"}
            and verb.kid("nsubj") is not None
            and not verb.kids("aux", "auxpass")
        ):
            verb.tag = "VBP" if verb.tag == "VB" else "VBD"
