"""Who says it: finds the cue that hands a clause to a holder, and the clause it hands over.

The cue inventory follows the source-cue-content scheme of PDTB attribution
and PolNeAR (Newell et al. 2018): verbs of saying and thinking with a clause,
and impersonal passives, whose holder stays unnamed. Nouns of saying are in
noun_sayings.py, what is named beside a clause ("according to X") in asides.py.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from claimkb.extract.clauses import Voice
from claimkb.extract.denied_sayings import cannot, is_negated, is_surprised
from claimkb.extract.holders import (
    agent_of,
    holder_nodes,
    is_authors_own,
    is_impersonal,
    is_passive,
    names_nobody,
    unnamed,
)
from claimkb.extract.tree import Node, Tree, is_finite, subject_of, subtree
from claimkb.lexicon.cues import cues

_NOT_SAID = frozenset({"must", "should", "may", "might", "could", "ought"})


@dataclass(frozen=True, slots=True)
class Attribution:
    """The clauses handed over, their holder, and whether the handing over denies them.

    `voice` is None when the author speaks in the first person.
    """

    contents: tuple[Node, ...]
    voice: Voice | None
    negated: bool = False


def find_attribution(head: Node, tree: Tree, subject: tuple[Node, ...] | None = None) -> Attribution | None:
    """The attribution of which `head` is the verb of saying, or None; `subject` is the borrowed one, if any."""
    words = cues().attribution
    lemma = head.lemma
    if not head.is_verb:
        return None
    if lemma in words.citing:
        return _quoted_as(head)
    if lemma in words.speaking_of:
        return _spoke_of(head, subject)
    if lemma not in _handing():
        return None
    contents = tuple(c for c in head.kids("ccomp", "parataxis") if _is_content(c, head))
    if not contents or (lemma == "point" and not any(c.lower == "out" for c in head.children)):
        return None
    if any(a.lower in _NOT_SAID for a in head.kids("aux")):
        return None  # "voters must understand that P", "critics may argue that P": nobody has said it
    if lemma in words.mandating and not (lemma in words.verbs or any(map(is_mandate, contents))):
        return None
    if lemma in words.volition and not (_is_forecast(head, contents) or any(map(is_mandate, contents))):
        return None
    if lemma in words.quoting and any(c.kid("mark") is not None for c in contents):
        return None
    speaker = subject_of(head)
    nodes = tuple(subtree(speaker)) if speaker is not None else _speaker_above(head) or subject or ()
    if not nodes or names_nobody(nodes):
        return None
    negated = is_negated(head)
    if negated is None or (
        negated and (lemma not in words.neg_raising or is_surprised(head) or cannot(head))
    ):
        return None
    voice = _voice(head, nodes) or _voice_above(head, tree)
    return Attribution(contents, voice, negated or lemma in words.denying)


def reported_in_relative(verb: Node) -> tuple[Node, Voice] | None:
    """What a relative clause reports, and whose word it is: "the firm, which rivals say is broke"."""
    content, speaker = verb.kid("ccomp"), verb.kid("nsubj")
    if content is None or speaker is None or verb.lemma not in cues().attribution.verbs or verb.kids("neg"):
        return None
    gap = next((c for c in content.children if c.tag in {"WDT", "WP"} and c.dep != "mark"), None)
    nodes = tuple(holder_nodes(speaker))
    if gap is None or not gap.i < speaker.i < content.i or not is_finite(content) or names_nobody(nodes):
        return None
    voice = _voice(verb, nodes)
    return (content, voice) if voice is not None else None


def _quoted_as(head: Node) -> Attribution | None:
    """ "X was quoted as saying that P", "Y quoted X as saying that P": the words are those of X."""
    as_ = next((p for p in head.kids("prep") if p.lower == "as"), None)
    saying = as_.kid("pcomp") if as_ is not None else None
    quoted = subject_of(head) if is_passive(head) else head.kid("dobj")
    if saying is None or quoted is None or head.kids("neg"):
        return None
    if saying.lemma not in cues().attribution.verbs:
        return None
    contents = tuple(c for c in saying.kids("ccomp") if _is_content(c, saying))
    return Attribution(contents, Voice(tuple(holder_nodes(quoted)), saying.lower)) if contents else None


def _spoke_of(head: Node, borrowed: tuple[Node, ...] | None) -> Attribution | None:
    """ "X spoke of how P": that P is what X says."""
    of = next((p for p in head.kids("prep") if p.lower in {"of", "about"}), None)
    content = of.kid("pcomp") if of is not None else None
    how = content.kid("advmod") if content is not None else None
    speaker = subject_of(head)
    nodes = tuple(holder_nodes(speaker)) if speaker is not None else borrowed or ()
    if content is None or how is None or how.lower != "how" or subject_of(content) is None or not nodes:
        return None
    turned = any(
        c.tag.startswith(("JJ", "RB")) and c.i == how.i + 1 for c in (*how.children, *content.children)
    )
    if not is_finite(content) or turned or head.kids("neg") or is_authors_own(nodes, head):
        return None
    content.children = [c for c in content.children if c is not how]
    return Attribution((content,), Voice(nodes, head.lower))


@cache
def _handing() -> frozenset[str]:
    """The verbs that may hand a clause to their subject."""
    words = cues().attribution
    return words.verbs | words.factive | words.denying | words.quoting | words.mandating | words.describing


def is_mandate(content: Node) -> bool:
    """ "(demanded) that the firm pay", "that he be released": a bare form after "that" is what ought to be."""
    mark = content.kid("mark")
    bare = content.tag == "VB" or any(a.lower == "be" for a in content.kids("auxpass", "aux"))
    asked = content.head.lemma in cues().attribution.mandating
    return asked and bare and mark is not None and mark.lower == "that" and not is_finite(content)


def _voice_above(head: Node, tree: Tree) -> Voice | None:
    """ "X says this shows that P": what shows P does so in X's words."""
    above = find_attribution(head.head, tree) if head.dep == "ccomp" else None
    return above.voice if above is not None else None


def _is_content(child: Node, head: Node) -> bool:
    subject = subject_of(child)
    if subject is None or subject.tag in {"WDT", "WP"} or _asks(child, subject):
        return False
    if subject.lower.endswith(("self", "selves")):
        return False  # "finds himself in a desert": nothing is said
    mark = child.kid("mark")
    if mark is not None and mark.lower in {"if", "whether"}:
        return False
    if child.i < head.i and any(c.text == ":" and child.i < c.i < head.i for c in head.children):
        return False  # "the answer is familiar: he was joking"
    before = child.i < head.i and head.lemma not in cues().attribution.speaking
    if before and any(c.text == ";" and child.i < c.i < head.i for c in head.children):
        return False  # "Lee reported that A; Roe holds two jobs"
    if head.kid("dobj") is not None and head.lemma not in cues().attribution.with_listener:
        return False
    if child.dep == "parataxis":
        return is_finite(child)
    forecast = any(a.lower == "to" for a in child.kids("aux"))
    return is_finite(child) or is_mandate(child) or (forecast and head.lemma in cues().attribution.judging)


def _asks(child: Node, subject: Node) -> bool:
    """ "(would know) exactly what loopholes enable it": what is known is an answer that the text does not give."""
    before = [*subject.children, *(c for c in child.children if c.i < subject.i)]
    asked = any(c.tag in {"WDT", "WP", "WP$", "WRB"} and c.lower != "that" for c in before)
    return asked and child.kid("mark") is None


def _is_forecast(head: Node, contents: tuple[Node, ...]) -> bool:
    return head.lemma in {"expect", "anticipate"} and any(subject_of(c) is not None for c in contents)


def _speaker_above(head: Node) -> tuple[Node, ...]:
    """ "X said P, adding that Q": the speaker of P adds Q, wherever the parser hung "adding"."""
    if head.tag != "VBG" or head.dep != "advcl":
        return ()
    above = head.head
    reached = next((v for v in (above, *above.kids("ccomp")) if v.dep == "ccomp" and v.i < head.i), None)
    if head.lemma == "say" and reached is not None and reached.lemma in cues().attribution.contacting:
        speaker = subject_of(reached)  # "X said that Y phoned, saying that P": P is what Y said
        return tuple(subtree(speaker)) if speaker is not None else ()
    saying = above.head if above.dep == "ccomp" else next(iter(_sayings_beside(above)), None)
    if saying is None or (
        saying.lemma not in cues().attribution.verbs and saying.lemma not in cues().attribution.factive
    ):
        return ()
    subject = subject_of(saying)
    return tuple(subtree(subject)) if subject is not None else ()


def _sayings_beside(verb: Node) -> Iterable[Node]:
    return (c for c in verb.kids("parataxis", "ccomp") if c.kid("ccomp") is None)


def _voice(head: Node, nodes: tuple[Node, ...]) -> Voice | None:
    """The holder of a verb of saying; None where the author goes on speaking."""
    words = cues()
    adverbs = {c.lower for c in head.kids("advmod")}
    factive = head.lemma in words.attribution.factive
    rejected = bool(adverbs & words.stance.reject_adverbs)
    endorsed = bool(adverbs & words.stance.endorse_adverbs)
    if is_impersonal(head):
        agent = agent_of(head)
        phrase = "" if agent else unnamed(head).words
        return Voice(agent, head.lower, phrase, factive=factive, rejected=rejected, endorsed=endorsed)
    if head.tag == "VBN" and head.dep == "conj" and is_passive(head.head) and not head.kids("aux", "dobj"):
        agent = agent_of(head) or agent_of(head.head)  # "was contacted by X and told that P"
        return Voice(agent, head.lower) if agent else unnamed(head)
    subject = subject_of(head)
    named = tuple(holder_nodes(subject)) if subject is not None else nodes
    if is_authors_own(named, head):
        return None
    return Voice(named, head.lower, factive=factive, rejected=rejected, endorsed=endorsed)


def is_saying(node: Node) -> bool:
    """Whether a node is a verb of saying with its own subject (for quotations over several sentences)."""
    words = cues().attribution
    return node.is_verb and node.lemma in words.verbs and subject_of(node) is not None
