"""Slips of the parser about what is said, found or known: a clause that hangs where nobody says it, or on nothing."""

from claimkb.extract.repair_garden import join
from claimkb.extract.tree import NAME_TAGS, Node, Tree, is_finite, left_edge, move, subject_of
from claimkb.lexicon.cues import cues


def warning_joined_to_what_is_said(tree: Tree) -> None:
    """ "say many houses are damaged, and have warned residents": whoever speaks warns, a thing does not."""
    words = cues()
    for verb in tree.nodes:
        content, saying = verb.head, verb.head.head
        if (
            verb.dep != "conj"
            or content.dep != "ccomp"
            or saying.i > content.i
            or subject_of(verb) is not None
        ):
            continue
        subject = subject_of(content)
        spoken = verb.lemma in words.attribution.verbs or verb.lemma in words.pronouns.telling_verbs
        if (
            not spoken
            or subject is None
            or saying.lemma not in words.attribution.verbs
            or not is_finite(verb)
        ):
            continue
        acts = subject.tag in NAME_TAGS | {"PRP"} or subject.lemma in words.pronouns.person_nouns
        comma = any(c.text == "," and content.i < c.i < verb.i for c in content.kids("punct"))
        if comma and not acts and subject.lemma not in words.pronouns.group_nouns:
            join(verb, content, saying)


def content_of_missing_evidence(tree: Tree) -> None:
    """ "There is no evidence it works", "no sign prices fell": what there is no sign of is nothing that is told."""
    words = cues().attribution
    for verb in tree.nodes:
        if verb.dep not in {"conj", "ccomp", "parataxis"} or not is_finite(verb):
            continue
        first, subject = verb.head, subject_of(verb)
        if first.lemma not in {"be", "have", "find", "see", "offer"} or subject is None or first.i > verb.i:
            continue
        noun = next((c for c in first.kids("attr", "dobj", "nsubj") if first.i < c.i < verb.i), None)
        told = (
            noun is not None
            and (noun.lemma in words.nouns or noun.lemma in words.signs)
            and not verb.kids("mark")
        )
        if noun is not None and told and _ends_near(noun, subject, tree):
            move(verb, noun, "acl")


def _ends_near(noun: Node, subject: Node, tree: Tree) -> bool:
    """Whether nothing but an adverb stands between a noun and the subject of its clause."""
    left = left_edge(subject)
    between = [n for n in tree.nodes if noun.i < n.i < left]
    return all(n.tag in {"RB", "RP"} or n.lower == "whatsoever" for n in between)


def contact_relative(tree: Tree) -> None:
    """ "by experts I spoke to last week": a clause right behind a noun, its preposition bare, is said of the noun."""
    for verb in tree.nodes:
        subject = subject_of(verb) if verb.dep in {"parataxis", "ccomp", "conj"} else None
        if subject is None or subject.tag != "PRP" or not is_finite(verb) or subject.children:
            continue
        before = tree.nodes[max(subject.i - 1 - tree.nodes[0].i, 0)]
        gap = next((p for p in verb.kids("prep") if p.i == verb.i + 1 and _lacks_noun(p)), None)
        host = before.head if before.dep == "pobj" and before.head.lower == "of" else before
        if gap is None or not before.is_noun or verb.head.i > before.i or not host:
            continue
        for time in gap.kids("pobj"):
            move(time, verb, "npadvmod")
        move(verb, before, "relcl")


def _lacks_noun(prep: Node) -> bool:
    """Whether a preposition has no noun, or only a time that was taken for one ("spoke to this week")."""
    noun = prep.kid("pobj")
    spans = cues().clauses.spans
    return not prep.children or (
        noun is not None and noun.lemma in spans and prep.lower in {"to", "with", "about"}
    )


def content_without_subject(tree: Tree) -> None:
    """ "said the plan was dear and would not work": a second content without subject goes on from the first."""
    for verb in tree.nodes:
        if verb.dep != "ccomp" or not is_finite(verb) or verb.kids("mark") or subject_of(verb) is not None:
            continue
        saying = verb.head
        first = next((c for c in saying.kids("ccomp") if saying.i < c.i < verb.i and subject_of(c)), None)
        if first is not None and saying.lemma in cues().attribution.verbs:
            move(verb, first, "conj")


def quotation_after_its_sayer(tree: Tree) -> None:
    """ "left and in May he told us “the door is open”": what stands in quotes behind a teller is what he told."""
    for content in tree.nodes:
        if content.dep != "ccomp" or not is_finite(content) or content.kids("mark"):
            continue
        above = content.head
        if above.lemma in cues().attribution.verbs or above.i > content.i:
            continue
        teller = next((c for c in above.kids("conj") if above.i < c.i < content.i), None)
        left = left_edge(content) - tree.nodes[0].i
        quoted = any(n.text in {'"', "``"} for n in tree.nodes[max(left - 1, 0) : left + 1])
        told = teller is not None and teller.lemma in cues().attribution.verbs and not teller.kids("ccomp")
        if teller is not None and told and quoted:
            move(content, teller, "ccomp")


_PERCEIVING = frozenset(
    {"catch", "find", "have", "hear", "keep", "leave", "notice", "overhear", "record", "see", "show", "watch"}
)


def saying_read_as_small_clause(tree: Tree) -> None:
    """ "rejected the appeal on Friday saying it was late": whoever rejected the appeal said so, not the appeal."""
    for verb in tree.nodes:
        if verb.tag != "VBG" or verb.dep not in {"ccomp", "acl"} or verb.kids("aux", "mark"):
            continue
        if verb.dep == "acl" and _is_told_by_object(verb):
            move(verb, verb.head.head, "advcl")
            continue
        above, noun = verb.head, verb.kid("nsubj")
        if noun is None or not noun.is_noun or noun.i < above.i or subject_of(above) is None:
            continue
        if verb.lemma not in cues().attribution.verbs or above.lemma in _PERCEIVING or above.kids("dobj"):
            continue
        if verb.kid("ccomp") is not None:
            move(noun, above, "dobj")
            verb.dep = "advcl"


def _is_told_by_object(verb: Node) -> bool:
    """ "dismissed the appeal saying P": neither a person nor a message, so it does not say P itself."""
    noun, words = verb.head, cues()
    above = noun.head
    if noun.dep != "dobj" or noun.tag not in {"NN", "NNS"} or verb.kid("ccomp") is None:
        return False
    if verb.lemma not in words.attribution.verbs or subject_of(above) is None or not above.is_verb:
        return False
    telling = words.attribution.nouns | words.attribution.telling | words.attribution.occasions
    speaks = (
        telling | words.attribution.collections | words.pronouns.person_nouns | words.pronouns.group_nouns
    )
    return noun.lemma not in speaks | words.pronouns.plural_bodies and above.lemma not in _PERCEIVING


def condition_read_as_content(tree: Tree) -> None:
    """ "He knew if he lost, he would go": what he knew is that he would go, if he lost."""
    for condition in tree.nodes:
        knowing = condition.head
        mark = condition.kid("mark") if condition.dep == "ccomp" else None
        if mark is None or mark.lower != "if" or knowing.dep != "ccomp" or knowing.i > condition.i:
            continue
        content = next((c for c in knowing.head.kids("ccomp") if c.i > condition.i), knowing.head)
        above = content.head
        known = knowing.lemma in cues().attribution.verbs or knowing.lemma in cues().attribution.factive
        if not known or content.i < condition.i or above is content or subject_of(content) is None:
            continue
        move(knowing, above, content.dep)
        move(content, knowing, "ccomp")
        move(condition, content, "advcl")


def saying_at_the_end_of_content(tree: Tree) -> None:
    """ "told police that when he came he fled, the chief said": what was told is that he fled."""
    root = tree.root
    words = cues().attribution.verbs
    saying = next((c for c in root.kids("ccomp") if c.lemma in words and c.kids("mark")), None)
    if saying is None or root.lemma not in words or saying.kids("ccomp", "dobj", "xcomp"):
        return
    speaker, content = saying.kid("nsubj"), saying.kid("advcl")
    if speaker is None or content is None or not is_finite(content) or subject_of(content) is None:
        return
    before = tree.nodes[left_edge(speaker) - 1 - tree.nodes[0].i]
    last = all(n.dep == "punct" for n in tree.nodes if n.i > saying.i)
    if last and before.text == "," and content.i < speaker.i:
        for mark in saying.kids("mark"):
            move(mark, content, "mark")
        move(content, root, "ccomp")
        move(saying, root, "parataxis")
