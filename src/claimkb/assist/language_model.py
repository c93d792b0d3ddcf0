"""Asking a language model many questions: one answer each, its cost, and what can go wrong.

Answers are kept by content so that nothing is asked twice; a call that fails
is tried again with growing pauses; calls, tokens and calls a minute have
limits. Which models there are is the affair of the `llm` library
(`llm_models.py`), which runs them in a process of their own (`apart.py`).
"""

import time
from collections.abc import Callable
from dataclasses import dataclass, field
from hashlib import sha256
from typing import Any, Protocol

from tenacity import Retrying, retry_if_exception, stop_after_attempt, wait_exponential

from claimkb.assist.limits import BudgetError, ModelError
from claimkb.assist_records import Answer
from claimkb.errors import ClaimkbError

ATTEMPTS = 4
FIRST_PAUSE = 1.0  # seconds; doubled after each failure
LONGEST_PAUSE = 30.0
CHARACTERS_A_TOKEN = 4  # of English prose, for estimates only


class AnswerCache(Protocol):
    """Where answers are kept."""

    def get(self, key: str) -> Answer | None:
        """The answer kept under this key."""

    def put(self, key: str, model: str, answer: Answer) -> None:
        """Keep an answer; at once, so that it outlives the process."""


class Model(Protocol):
    """What answers a prompt; `name` and `parameters` go with everything it said."""

    @property
    def name(self) -> str:
        """The name it was asked for under."""

    @property
    def parameters(self) -> str:
        """Its options as JSON."""

    @property
    def software(self) -> str:
        """The package that reaches it, with its release."""

    def answer(self, prompt: str, schema: dict[str, Any]) -> Answer:
        """One answer; raises `ModelError`."""


@dataclass(slots=True)
class Limits:
    """What a run may cost, and what it has cost; None is no limit."""

    calls: int | None = None
    tokens: int | None = None
    calls_a_minute: int | None = None
    used_calls: int = 0
    used_tokens: int = 0
    cached: int = 0
    _last: float = field(default=float("-inf"), repr=False)

    def before_call(self, prompt: str, clock: Callable[[], float], sleep: Callable[[float], None]) -> None:
        """Wait for the next call's turn; raises `BudgetError` if there is none left."""
        if self.calls is not None and self.used_calls >= self.calls:
            raise BudgetError(f"The limit of {self.calls} calls is reached.", _GO_ON)
        if self.tokens is not None and self.used_tokens + estimated_tokens(prompt) > self.tokens:
            raise BudgetError(f"The limit of {self.tokens} tokens would be passed.", _GO_ON)
        if self.calls_a_minute:
            pause = self._last + 60 / self.calls_a_minute - clock()
            if pause > 0:
                sleep(pause)
            self._last = clock()
        self.used_calls += 1

    def after_call(self, answer: Answer) -> None:
        """Count what an answer cost."""
        self.used_tokens += answer.tokens_in + answer.tokens_out


_GO_ON = "What was answered is kept: raise the limit and run the same command to go on."


@dataclass(frozen=True, slots=True)
class Asking:
    """A model with its cache and limits: what every question goes through."""

    model: Model
    cache: AnswerCache
    limits: Limits
    sleep: Callable[[float], None] = time.sleep
    clock: Callable[[], float] = time.monotonic
    first_pause: float = FIRST_PAUSE

    def key(self, prompt: str) -> str:
        """What an answer is kept under: the model, its options, and every word of the question."""
        parts = (self.model.name, self.model.parameters, prompt)
        return sha256("\x1f".join(parts).encode("utf-8", "surrogatepass")).hexdigest()

    def ask(self, prompt: str, schema: dict[str, Any], read: Callable[[str], object]) -> Answer:
        """An answer that `read` can read, from the cache or asked for; raises `ModelError` after the last try."""
        kept = self.cache.get(self.key(prompt))
        if kept is not None:
            self.limits.cached += 1
            return kept
        trying = Retrying(
            stop=stop_after_attempt(ATTEMPTS),
            wait=wait_exponential(multiplier=self.first_pause, max=LONGEST_PAUSE),
            retry=retry_if_exception(_may_help),
            sleep=self.sleep,
            reraise=True,
        )
        try:
            answer: Answer = trying(self._once, prompt, schema, read)
        except BudgetError:
            raise
        except ClaimkbError as error:
            raise ModelError(f"{error.problem} It was asked {ATTEMPTS} times.", error.next_step) from error
        self.cache.put(self.key(prompt), self.model.name, answer)
        return answer

    def _once(self, prompt: str, schema: dict[str, Any], read: Callable[[str], object]) -> Answer:
        self.limits.before_call(prompt, self.clock, self.sleep)
        answer = self.model.answer(prompt, schema)
        self.limits.after_call(answer)
        read(answer.text)
        return answer


def _may_help(error: BaseException) -> bool:
    """Whether another try may give more: not when the user's own limit is reached."""
    return isinstance(error, ClaimkbError) and not isinstance(error, BudgetError)


def estimated_tokens(text: str) -> int:
    """About how many tokens a text is."""
    return -(-len(text) // CHARACTERS_A_TOKEN)
