"""Second opinions on the findings of a base: asked for once, kept beside the rules' verdict."""

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from contextlib import closing, contextmanager
from dataclasses import dataclass
from itertools import islice
from pathlib import Path
from time import monotonic
from typing import TYPE_CHECKING

from claimkb.assist import missing_for, need
from claimkb.errors import ClaimkbError
from claimkb.model import RelationKind
from claimkb.workflow.assist import ModelOptions

if TYPE_CHECKING:
    from claimkb.assist.judging import Judge
    from claimkb.store.assist import StoredPair
    from claimkb.store.store import Store

BATCH = 32  # findings whose opinions are stored together: what a stop can cost
PATIENCE = 3  # failures in a row after which a judge is not asked any more


@dataclass(frozen=True, slots=True)
class Rejudged:
    """What a judge said: how many findings it was asked about now, and how often it said what of which kind."""

    judge: str
    asked: int
    known: int
    failed: int
    verdicts: tuple[tuple[str, str, int], ...]  # kind of the finding, verdict of the judge, how many
    failure: ClaimkbError | None = None
    seconds: float = 0.0  # spent asking

    @property
    def speed(self) -> float:
        """Findings judged a second."""
        return self.asked / self.seconds if self.seconds else 0.0


def rejudge(
    db_path: Path | str,
    judge: str,
    options: ModelOptions,
    *,
    kinds: Sequence[RelationKind] = (
        RelationKind.CONTRADICTION,
        RelationKind.TENSION,
        RelationKind.AGREEMENT,
    ),
    on_progress: Callable[[int], None] | None = None,
) -> Rejudged:
    """Ask a judge ("nli" or "llm") about the findings that nobody dismissed, strongest first.

    What this version of it said before is not asked again. A finding that it
    fails on is left out; three in a row, or a limit that is reached, end the
    run. The last error is in `failure`.
    """
    from claimkb.store.assist import findings_for, opinion_on, write_opinions
    from claimkb.store.store import Store

    verdicts: Counter[tuple[str, str]] = Counter()
    asked = known = 0
    with Store.open_existing(db_path) as store, _judge(judge, options, store) as judging:
        todo: list[StoredPair] = []
        for pair in findings_for(store, kinds):
            before = opinion_on(store, pair.pair, judging.judge, judging.version)
            if before is None:
                todo.append(pair)
            else:
                known += 1
                verdicts[pair.kind, before.verdict] += 1
        failure: ClaimkbError | None = None
        failed = in_a_row = 0
        pending = iter(todo)
        started = monotonic()
        while batch := list(islice(pending, BATCH if judge == "nli" else 1)):
            try:
                said = judging.opinions([(pair.a, pair.b) for pair in batch])
            except ClaimkbError as error:
                failure, failed, in_a_row = error, failed + len(batch), in_a_row + 1
                if _is_limit(error) or in_a_row == PATIENCE:
                    break
                continue
            in_a_row = 0
            write_opinions(store, [(pair.pair, one) for pair, one in zip(batch, said, strict=True)])
            verdicts.update((pair.kind, one.verdict) for pair, one in zip(batch, said, strict=True))
            asked += len(batch)
            if on_progress:
                on_progress(asked)
        counts = tuple((str(kind), verdict, n) for (kind, verdict), n in sorted(verdicts.items()))
        return Rejudged(judging.judge, asked, known, failed, counts, failure, monotonic() - started)


def _is_limit(error: ClaimkbError) -> bool:
    from claimkb.assist.limits import BudgetError

    return isinstance(error, BudgetError)


@contextmanager
def _judge(name: str, options: ModelOptions, store: "Store") -> Iterator["Judge"]:
    from claimkb.assist.judging import LlmJudge, NliJudge

    if name == "nli":
        if missing_for("nli-torch"):  # either will do; which of them a model needs shows when it is there
            need("nli", "A cross-encoder")
        from claimkb.assist.nli import CrossEncoder

        yield NliJudge(CrossEncoder(options.model))
        return
    need("llm", "A judgement by a language model")
    from claimkb.assist.apart import ModelApart
    from claimkb.assist.language_model import Asking, Limits
    from claimkb.assist.llm_models import LlmModel
    from claimkb.store.answers import StoredAnswers

    limits = Limits(options.max_calls, options.max_tokens, options.calls_a_minute)
    with closing(ModelApart(LlmModel(options.model, dict(options.options)), options.timeout)) as model:
        yield LlmJudge(Asking(model, StoredAnswers(store), limits, first_pause=options.first_pause))
