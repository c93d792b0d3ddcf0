"""`claimkb rejudge`: a second opinion on the findings, by a cross-encoder or a language model."""

from enum import StrEnum
from typing import Annotated

import typer

from claimkb.cli._common import database, say
from claimkb.cli._models import (
    CallsAMinute,
    MaxCalls,
    MaxTokens,
    ModelSetting,
    Pause,
    Timeout,
    model_options,
)
from claimkb.cli._options import DbOption
from claimkb.errors import ClaimkbError
from claimkb.model import RelationKind

INCOMPLETE = 3


class JudgeChoice(StrEnum):
    """Who is asked."""

    NLI = "nli"
    LLM = "llm"


class KindChoice(StrEnum):
    """Which findings are judged again."""

    CONTRADICTION = "contradiction"
    TENSION = "tension"
    AGREEMENT = "agreement"


def rejudge(
    judge: Annotated[JudgeChoice, typer.Option("--judge", help="A cross-encoder, or a language model.")],
    model: Annotated[
        str,
        typer.Option(
            "--model", metavar="NAME", help="The folder or name of a cross-encoder, or a model of llm."
        ),
    ],
    kind: Annotated[
        list[KindChoice] | None, typer.Option("--kind", help="Only findings of this kind; repeatable.")
    ] = None,
    model_option: ModelSetting = None,
    max_calls: MaxCalls = None,
    max_tokens: MaxTokens = None,
    calls_a_minute: CallsAMinute = None,
    pause: Pause = 1.0,
    timeout: Timeout = 600.0,
    db: DbOption = None,
) -> None:
    """Ask a model about every finding, and keep its word beside that of the rules.

    The rules' verdict stays what it is; where the model says otherwise,
    `claimkb contradictions --explain` says so. What it said before is not
    asked again.

    \b
    Examples:
      claimkb rejudge --judge nli --model models/nli-deberta-small
      claimkb rejudge --judge llm --model gpt-5-mini --kind contradiction
    """
    from claimkb.workflow.assist import ModelOptions
    from claimkb.workflow.rejudge import rejudge as judge_again

    options = (
        model_options(model, model_option, max_calls, max_tokens, calls_a_minute, pause, timeout)
        if judge is JudgeChoice.LLM
        else ModelOptions(model)
    )
    kinds = tuple(RelationKind(each.value) for each in kind or KindChoice)
    done = judge_again(database(db), judge.value, options, kinds=kinds)
    for found, verdict, number in done.verdicts:
        print(f"{found}\t{verdict}\t{number}")  # noqa: T201 - the command line prints
    say(f"{done.judge}: {done.asked} findings judged, {done.known} judged before, {done.failed} failed.")
    if done.asked:
        say(f"It took {done.seconds:.1f} s: {done.speed:.1f} findings a second.")
    if done.failure is not None:
        _stop(done.failure)


def _stop(failure: ClaimkbError) -> None:
    say(f"claimkb: {failure.problem} {failure.next_step}")
    raise typer.Exit(INCOMPLETE)
