"""What a run may cost, and when it asks again: with a clock that only moves when it is told to wait."""

from typing import Any

import pytest

from claimkb.assist.language_model import ATTEMPTS, Asking, Limits
from claimkb.assist.limits import BudgetError, ModelError
from claimkb.assist_records import Answer


class Clock:
    """Time that passes by waiting only."""

    def __init__(self) -> None:
        self.now = 0.0
        self.waits: list[float] = []

    def sleep(self, seconds: float) -> None:
        self.waits.append(seconds)
        self.now += seconds

    def time(self) -> float:
        return self.now


class Kept(dict[str, Answer]):
    """Answers in memory."""

    def put(self, key: str, model: str, answer: Answer) -> None:
        self[key] = answer


class Moody:
    """A model that fails so often before it answers."""

    name, parameters, software = "moody", "{}", "moody 1.0"

    def __init__(self, failures: int = 0) -> None:
        self.failures = failures
        self.asked = 0

    def answer(self, prompt: str, schema: dict[str, Any]) -> Answer:
        self.asked += 1
        if self.asked <= self.failures:
            raise ModelError("busy", "wait")
        return Answer("yes", 10, 5)


def asking(model: Moody, clock: Clock, limits: Limits | None = None) -> Asking:
    return Asking(model, Kept(), limits or Limits(), sleep=clock.sleep, clock=clock.time, first_pause=1.0)


def test_pauses_grow_until_it_answers() -> None:
    clock = Clock()
    assert asking(Moody(3), clock).ask("q", {}, str).text == "yes"
    assert clock.waits == [1.0, 2.0, 4.0]


def test_it_gives_up_after_the_last_try_and_keeps_nothing() -> None:
    clock, model = Clock(), Moody(99)
    run = asking(model, clock)
    with pytest.raises(ModelError, match=f"busy It was asked {ATTEMPTS} times"):
        run.ask("q", {}, str)
    assert (model.asked, len(clock.waits), dict(run.cache)) == (ATTEMPTS, ATTEMPTS - 1, {})  # type: ignore[call-overload]


def test_calls_are_spread_over_the_minute() -> None:
    clock = Clock()
    run = asking(Moody(), clock, Limits(calls_a_minute=30))
    for number in range(4):
        run.ask(f"q{number}", {}, str)
    assert clock.waits == [2.0, 2.0, 2.0]


def test_a_kept_answer_costs_nothing_and_waits_for_nothing() -> None:
    clock, model = Clock(), Moody()
    run = asking(model, clock, Limits(calls=1, calls_a_minute=1))
    for _ in range(3):
        assert run.ask("q", {}, str).text == "yes"
    assert (model.asked, run.limits.cached, run.limits.used_tokens, clock.waits) == (1, 2, 15, [])
    with pytest.raises(BudgetError, match="limit of 1 calls"):
        run.ask("another", {}, str)


def test_failed_calls_count_against_the_limit() -> None:
    clock, model = Clock(), Moody(99)
    with pytest.raises(BudgetError):
        asking(model, clock, Limits(calls=2)).ask("q", {}, str)
    assert model.asked == 2
