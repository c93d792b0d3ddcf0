"""What the commands that ask a language model share: its options, and how its work is reported."""

from collections.abc import Sequence
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._common import say
from claimkb.cli._filters import Options, Values
from claimkb.errors import UsageError

if TYPE_CHECKING:
    from claimkb.assist_records import ModelOutcome
    from claimkb.workflow.assist import ModelOptions


class ExtractorChoice(StrEnum):
    """Who splits a text into claims."""

    RULES = "rules"
    LLM = "llm"


ExtractorOption = Annotated[
    ExtractorChoice,
    typer.Option("--extractor", help="llm lets a language model split the texts, too, beside the rules."),
]
ModelOption = Annotated[
    str | None, typer.Option("--model", metavar="NAME", help="The language model; `llm models` lists them.")
]
ModelSetting = Annotated[
    list[str] | None,
    typer.Option("--model-option", metavar="NAME=VALUE", help="An option of the model; repeatable."),
]
MaxCalls = Annotated[
    int | None, typer.Option("--max-calls", min=0, help="At most this many questions to the model.")
]
MaxTokens = Annotated[
    int | None, typer.Option("--max-tokens", min=0, help="At most this many tokens, in and out.")
]
CallsAMinute = Annotated[int | None, typer.Option("--calls-a-minute", min=1, help="Ask no faster than this.")]
Pause = Annotated[
    float,
    typer.Option(
        "--pause",
        min=0,
        metavar="SECONDS",
        help="Wait before a question is asked again; then twice as long.",
    ),
]
Timeout = Annotated[
    float,
    typer.Option(
        "--timeout", min=0.1, metavar="SECONDS", help="Ask again if the model has not answered by then."
    ),
]
DryRun = Annotated[
    bool, typer.Option("--dry-run", help="Say what asking the model would cost; store and ask nothing.")
]


MODEL_OPTIONS: Options = {
    "extractor": (ExtractorOption, ExtractorChoice.RULES),
    "model": (ModelOption, None),
    "model_option": (ModelSetting, None),
    "max_calls": (MaxCalls, None),
    "max_tokens": (MaxTokens, None),
    "calls_a_minute": (CallsAMinute, None),
    "pause": (Pause, 1.0),
    "timeout": (Timeout, 600.0),
}


def model_asked(values: Values) -> "ModelOptions | None":
    """The run with a model that `MODEL_OPTIONS` ask for; None without --extractor llm."""
    if values["extractor"] is not ExtractorChoice.LLM:
        return None
    return model_options(*(values[name] for name in MODEL_OPTIONS if name != "extractor"))


def model_options(
    model: str | None,
    settings: Sequence[str] | None,
    max_calls: int | None,
    max_tokens: int | None,
    calls_a_minute: int | None,
    pause: float,
    timeout: float,
) -> "ModelOptions":
    """The options of a run with a model; raises `UsageError` if there is no such model."""
    from claimkb.workflow.assist import ModelOptions, check_model

    if not model:
        raise UsageError("No model is named.", "Add --model NAME; `llm models` lists them.")
    pairs = tuple(_setting(setting) for setting in settings or ())
    options = ModelOptions(model, pairs, max_calls, max_tokens, calls_a_minute, pause, timeout)
    check_model(options)
    return options


def _setting(setting: str) -> tuple[str, str]:
    name, equals, value = setting.partition("=")
    if not (name and equals):
        raise UsageError(f"--model-option {setting!r} has no value.", "Write it as NAME=VALUE.")
    return name, value


def extract_with_model(path: Path, documents: Sequence[str], options: "ModelOptions", *, quiet: bool) -> bool:
    """Have a model split documents of the base, a line each; true if none failed."""
    from claimkb.render.outcomes import model_line, model_total
    from claimkb.workflow.assist import extract_with_model as extract

    def report_one(outcome: "ModelOutcome") -> None:
        """Say what became of one document."""
        if not quiet:
            print(model_line(outcome), flush=True)  # noqa: T201 - the command line prints
        elif outcome.reason:
            say(f"claimkb: {model_line(outcome)}")

    outcomes = extract(path, documents, options, on_progress=report_one)
    if not quiet:
        say(model_total(outcomes))
    return all(outcome.state != "failed" for outcome in outcomes)


def estimate_with_model(path: Path, inputs: Sequence[str], options: "ModelOptions") -> None:
    """Say what asking a model about these inputs would cost."""
    from claimkb.render.outcomes import model_line, model_total
    from claimkb.workflow.assist import estimate_with_model as estimate

    outcomes = estimate(path, inputs, options)
    for outcome in outcomes:
        print(model_line(outcome))  # noqa: T201 - the command line prints
    say(model_total(outcomes))
