"""Nouns of saying that hand their that-clause to a holder: "the allegation by X that P", "X's claim that P".

The author may turn against such a view in the same breath: "the claim that P
is false", "I reject the idea that P".
"""

from claimkb.extract.clauses import Voice
from claimkb.extract.holders import holder_nodes, names_nobody
from claimkb.extract.tree import Node, Tree, ancestors, comma_before, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues


def noun_content(clause: Node) -> Voice | None:
    """The holder of a noun of saying with a that-clause ("the allegation by X that P"), or None.

    `clause` is the head of the that-clause.
    """
    noun = clause.head
    words = cues().attribution
    if clause.dep not in {"acl", "ccomp", "relcl"} or not noun.is_noun or noun.lemma not in words.nouns:
        return None
    mark = clause.kid("mark")
    if mark is None or mark.lower != "that" or subject_of(clause) is None or not is_finite(clause):
        return None
    if names_nobody(subtree(noun, [clause])):
        return None  # "no reports that", "little evidence that"
    rejected = _is_rejected(noun)
    owner = noun.kid("poss")
    if owner is not None:
        return Voice(tuple(n for n in subtree(owner) if n.dep != "case"), noun.lower, rejected=rejected)
    name = _named_after(noun) or _expresses(noun)
    if name is not None and names_nobody([*subtree(name)]):
        return None
    if name is None and not rejected and _is_bare_idea(noun):
        return None  # "the very notion that P" is nobody's
    return Voice(tuple(holder_nodes(name or noun)), noun.lower, rejected=rejected)


def _is_bare_idea(noun: Node) -> bool:
    """ "The very notion that P", "any suggestion that P": a thought without anyone who thinks it."""
    determiner = noun.kid("det")
    empty = determiner is not None and determiner.lower in {"any", "every"}
    emphatic = any(c.lower in {"very", "mere", "whole", "sheer", "entire"} for c in noun.kids("amod"))
    return empty or emphatic


def _is_rejected(noun: Node) -> bool:
    """Whether the author turns against the view: "the claim that P is false", "I reject the idea that P"."""
    words = cues().stance
    verb = noun.head
    if any(c.lemma in words.untrue_adjectives for c in noun.kids("amod")):
        return True  # "the false impression that P"
    if noun.dep in {"nsubj", "nsubjpass"} and verb.lemma == "be":
        complement = verb.kid("acomp", "attr")
        denied = bool(verb.kids("neg"))
        wanted = words.true_adjectives if denied else words.untrue_adjectives | words.reject_adjectives
        return complement is not None and complement.lemma in wanted
    subject = subject_of(verb) if noun.dep == "dobj" else None
    authors = subject is not None and subject.lower in {"i", "we"} and not verb.kids("neg")
    return authors and verb.lemma in words.reject_verbs


def _named_after(noun: Node) -> Node | None:
    """ "the claim by X", "the belief among X", "allegations made by X"."""
    for child in noun.children:
        agent = child.kid("agent") if child.dep == "acl" else child
        if agent is not None and agent.lower in {"by", "from", "among"} and agent.kid("pobj") is not None:
            return agent.kid("pobj")
    return None


def _expresses(noun: Node) -> Node | None:
    """The subject of "X expressed the belief that", unless that is denied."""
    verb = noun.head
    if noun.dep == "pobj" and verb.head.lemma in {"come", "arrive", "cling", "hold"}:
        verb = verb.head
    elif noun.dep != "dobj" or verb.lemma not in cues().attribution.expressing:
        return None
    if not verb.is_verb or any(c.dep == "neg" for c in verb.children) or verb.kids("auxpass"):
        return None
    return subject_of(verb)


def tells_message(verb: Node, tree: Tree) -> bool:
    """ "a statement saying that P", "tweets claiming P": the -ing form of a verb of saying under what tells it."""
    if (
        verb.tag != "VBG"
        or verb.lemma not in cues().attribution.verbs
        or verb.kids("neg", "aux", "nsubj", "mark")
    ):
        return False
    content = verb.kid("ccomp")
    if content is None or not is_finite(content) or subject_of(content) is None:
        return False
    return _message_of(verb) is not None and not comma_before(tree.nodes, verb)


def _message_of(verb: Node) -> Node | None:
    """The noun of saying that a participle is said of ("a letter to us saying P", "sent tweets Friday saying P")."""
    words = cues().attribution
    noun = verb.head if verb.head.is_noun else next((c for c in verb.head.kids("dobj") if c.i < verb.i), None)
    if noun is not None and verb.head is not noun and noun.lemma in words.collections:
        noun = next((p.kid("pobj") for p in noun.kids("prep") if p.lower == "of"), None)
    while noun is not None and noun.is_noun:
        if noun.lemma in words.nouns or noun.lemma in words.telling or noun.lemma in words.occasions:
            return noun
        if noun.dep != "pobj" or noun.head.dep not in {"prep", "dative"}:
            return None
        above = noun.head.head
        noun = above if above.is_noun else above.kid("dobj")
    return None


def sender(verb: Node) -> tuple[Node, ...] | None:
    """Who says what a message tells: whoever issued or sent it, else the message."""
    message = _message_of(verb)
    if message is None:
        return None
    above = next((n for n in ancestors(message) if n.is_verb), message)
    sent = above.is_verb and (
        above.lemma in cues().attribution.expressing or above.lemma in cues().attribution.sending
    )
    teller = subject_of(above) if sent and not above.kids("auxpass", "neg") else None
    return tuple(holder_nodes(teller if teller is not None else message))
