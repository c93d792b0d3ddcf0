"""What models add to a base: their extraction of its documents, and their word on its findings.

The rules' claims are always there first; a model's stand beside them. A
document is one transaction, an answer is kept as soon as it came, so the same
command goes on where it was stopped, by whatever.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from claimkb.assist import need
from claimkb.assist_records import (
    ModelOutcome,
)
from claimkb.errors import ClaimkbError
from claimkb.model import Document, Refusal, Theme
from claimkb.workflow.comparing import judged
from claimkb.workflow.parts import Parts

if TYPE_CHECKING:
    from claimkb.assist.extraction import Extracted
    from claimkb.assist.language_model import Asking
    from claimkb.readers.options import SourceOptions
    from claimkb.store.assist import StoredDocument
    from claimkb.store.store import Store


@dataclass(frozen=True, slots=True)
class ModelOptions:
    """Which model to ask, with what options, and what it may cost; None is no limit."""

    model: str
    options: tuple[tuple[str, str], ...] = ()
    max_calls: int | None = None
    max_tokens: int | None = None
    calls_a_minute: int | None = None
    first_pause: float = 1.0  # seconds before a question is asked again; doubled each time
    timeout: float = 600.0  # seconds that an answer may take


Progress = Callable[[ModelOutcome], None]


def check_model(options: ModelOptions) -> None:
    """Raise `UsageError` unless there is such a model that takes these options: before anything is done."""
    need("llm", "An extraction by a language model")
    from claimkb.assist.llm_models import LlmModel

    LlmModel(options.model, dict(options.options))


def extract_with_model(
    db_path: Path | str,
    paths: Sequence[str],
    options: ModelOptions,
    *,
    themes: Sequence[Theme] = (),
    on_progress: Progress | None = None,
    parts: Parts | None = None,
) -> tuple[ModelOutcome, ...]:
    """Let a model split documents of the base (all if `paths` is empty) beside the rules.

    A document whose passages got no readable answer is an outcome with the
    reason, and so are those after a limit was reached. Raises `UsageError` if
    there is no such model.
    """
    need("llm", "An extraction by a language model")
    from claimkb.assist.apart import ModelApart
    from claimkb.assist.language_model import Asking, Limits
    from claimkb.assist.llm_models import LlmModel
    from claimkb.store.answers import StoredAnswers
    from claimkb.store.assist import paths_of
    from claimkb.store.store import Store

    model = ModelApart(LlmModel(options.model, dict(options.options)), options.timeout)
    limits = Limits(options.max_calls, options.max_tokens, options.calls_a_minute)
    outcomes = []
    with closing(model), Store.open_existing(db_path) as store:
        asking = Asking(model, StoredAnswers(store), limits, first_pause=options.first_pause)
        run = _Run(store, asking, tuple(themes), parts or Parts())
        for path in paths or paths_of(store):
            outcomes.append(run.take(path))
            if on_progress:
                on_progress(outcomes[-1])
    return tuple(outcomes)


def estimate_with_model(
    db_path: Path | str,
    paths: Sequence[str],
    options: ModelOptions,
    *,
    sources: "SourceOptions | None" = None,
    parts: Parts | None = None,
) -> tuple[ModelOutcome, ...]:
    """What asking a model about these inputs would cost: reads and splits them, asks and stores nothing."""
    need("llm", "An extraction by a language model")
    from claimkb.assist.language_model import Asking, Limits
    from claimkb.assist.llm_models import LlmModel
    from claimkb.store.answers import answers_for_reading

    parts = parts or Parts()
    model = LlmModel(options.model, dict(options.options))
    with answers_for_reading(Path(db_path)) as answers:
        asking = Asking(model, answers, Limits())
        return tuple(_estimated(item, asking, parts) for item in parts.read(paths, sources))


def _estimated(item: Document | Refusal, asking: "Asking", parts: Parts) -> ModelOutcome:
    from claimkb.assist.extraction import estimate

    if isinstance(item, Refusal):
        return ModelOutcome(item.path, "failed", reason=item.reason, next_step=item.next_step)
    try:
        sentences = parts.extractor.extract(item, ()).sentences
    except ClaimkbError as error:
        return ModelOutcome(item.path, "failed", reason=error.problem, next_step=error.next_step)
    cost = estimate(item.text, sentences, asking)
    return ModelOutcome(item.path, "planned", calls=cost.calls, kept=cost.kept, tokens=cost.tokens)


class _Run:
    """One run over documents with one model."""

    def __init__(self, store: "Store", asking: "Asking", themes: tuple[Theme, ...], parts: Parts) -> None:
        self._store = store
        self._asking = asking
        self._themes = themes
        self._parts = parts

    def take(self, path: str) -> ModelOutcome:
        """Have one document split, or say why not; the next one goes on."""
        from claimkb.assist.extraction import record_of
        from claimkb.store.assist import is_extracted, stored_document

        calls, tokens, kept = self._spent()
        try:
            held = stored_document(self._store, path)
            if is_extracted(self._store, held.document.hash, record_of(path, self._asking)):
                return ModelOutcome(path, "unchanged")
            extracted = self._extract(held)
        except ClaimkbError as error:
            now = self._spent()
            return ModelOutcome(
                path,
                "failed",
                calls=now[0] - calls,
                tokens=now[1] - tokens,
                kept=now[2] - kept,
                reason=error.problem,
                next_step=error.next_step,
            )
        now = self._spent()
        reasons = Counter(rejection.failed for rejection in extracted.rejected)
        return ModelOutcome(
            path,
            "added",
            accepted=len(extracted.claims),
            rejected=len(extracted.rejected),
            calls=now[0] - calls,
            tokens=now[1] - tokens,
            kept=now[2] - kept,
            reasons=tuple(reasons.most_common()),
        )

    def _extract(self, held: "StoredDocument") -> "Extracted":
        """Ask outside any transaction, then write the whole document in one."""
        from claimkb.assist.claims import Builder
        from claimkb.assist.extraction import extract, record_of
        from claimkb.store.assist import write_extraction

        record = record_of(held.document.path, self._asking)
        builder = Builder(
            held.document,
            held.sentences,
            held.claims,
            self._themes,
            record.extractor,
            self._parts.extractor,
            self._parts.judge_texts,
            record.made_with,
        )
        extracted = extract(builder, self._asking)
        with self._store.transaction():
            touched = write_extraction(
                self._store,
                held.document,
                extracted.record,
                extracted.claims,
                extracted.rejected,
                self._parts.keys,
            )
            self._store.add_relations(judged(self._store, touched, self._parts))
        return extracted

    def _spent(self) -> tuple[int, int, int]:
        limits = self._asking.limits
        return limits.used_calls, limits.used_tokens, limits.cached
