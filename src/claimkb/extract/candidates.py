"""The phrases that a pronoun may stand for, each with its score: what grammar and agreement leave of the memory."""

from collections.abc import Sequence

from claimkb.extract.acquaintances import Acquaintances
from claimkb.extract.agreement import agreement, fits
from claimkb.extract.barring import barred, place_of
from claimkb.extract.binding import binder, clause_of, holds, names_its_own, says, thanked
from claimkb.extract.mention import Mention
from claimkb.extract.salience import informing, score_before, score_here
from claimkb.extract.tree import Node, subject_of
from claimkb.lexicon.cues import cues

_GOES_ON = 2.0  # "..., she continued": whoever spoke last, however long the quotation was
_WINDOW = 2  # sentences to look back


def candidates(
    node: Node, here: Sequence[Mention], before: Sequence[Mention], sentence: int, known: Acquaintances
) -> list[tuple[float, Mention]]:
    """The scored candidates of a pronoun: `here` are the mentions of its sentence, `before` those of earlier ones."""
    fitting = [m for m in (*before, *here) if fits(node, m, known.genders)]
    if node.lower in cues().pronouns.person:
        fitting = [m for m in fitting if not known.is_place(m)]
    denied = barred(node, here)
    clause = clause_of(node)
    own_subject = binder(node, {id(m.node) for m in here if fits(node, m, known.genders)})
    if node.dep in {"nsubj", "nsubjpass"} and node.head is not clause:
        own_subject = None  # of "she was ill" under "Lee said", where the adjective is no verb
    # "Roe rose and then he said": whoever spoke in the sentence before goes on only where nobody else is the subject
    alone = not any(m.sentence == sentence and m.subject and m.node.i < node.i for m in fitting)
    scored: list[tuple[float, Mention]] = []
    for mention in fitting:
        if mention.key in denied or place_of(mention) in denied or _is_told_of_it(node, mention):
            continue
        if mention.sentence == sentence:
            score = None if _contains(mention, node) else score_here(node, mention, clause, own_subject)
        else:
            age = sentence - mention.sentence
            score = score_before(node, mention, age, speaks_on=alone) if age <= _WINDOW else None
        if score is not None:
            score += agreement(node, mention, known.genders)
            scored.append((score - informing(node, mention) if known.informs(mention) else score, mention))
    last = known.speaker
    if not scored and last is not None and says(node) and fits(node, last, known.genders):
        scored.append((_GOES_ON, last))
    return scored


def _contains(mention: Mention, node: Node) -> bool:
    """Whether a pronoun stands inside a phrase, and cannot mean it ("a man with his hands up" can)."""
    own = names_its_own(node, mention) or thanked(node) is mention.node
    return holds(mention.node, node) and not own


def _is_told_of_it(node: Node, mention: Mention) -> bool:
    """ "I hoped it was a boat, but it was a log": what "it" is said to be is not what it stands for."""
    if node.lower != "it" or mention.node.dep != "attr":
        return False
    subject = subject_of(mention.node.head)
    return subject is not None and subject.lower == "it"
