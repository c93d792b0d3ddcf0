"""Options that together make a filter, given to several commands at once.

A command declares the filter as one parameter; `with_options` shows typer the
options in its place and hands the command what they make. So `claims`,
`export claims` and `report` have the same options with the same meaning.
"""

import inspect
from collections.abc import Callable, Mapping
from functools import wraps
from typing import Annotated, Any

import typer

from claimkb.cli import _options as o
from claimkb.records import ClaimFilter, RelationFilter

Values = Mapping[str, Any]  # by parameter, as typer parsed them
Options = dict[str, tuple[Any, Any]]  # by parameter: its annotation and its default
Command = Callable[..., None]

CLAIM_OPTIONS: Options = {
    "theme": (o.ThemeOption, None),
    "source": (o.SourceOption, None),
    "entity": (o.EntityOption, None),
    "holder": (o.HolderOption, None),
    "modality": (o.ModalityOption, None),
    "polarity": (o.PolarityOption, None),
    "since": (o.SinceOption, None),
    "until": (o.UntilOption, None),
    "has_quantity": (o.QuantityOption, False),
    "quantity": (o.AmountOption, None),
    "match": (o.MatchOption, None),
    "extractor": (o.ExtractorOption, None),
    "hidden": (o.HiddenOption, False),
}
FINDING_OPTIONS: Options = {
    "theme": (o.ThemeOption, None),
    "source": (o.SourceOption, None),
    "type_": (o.TypeOption, None),
    "min_confidence": (o.ConfidenceOption, 0.0),
    "status": (o.StatusOption, None),
    "scope": (o.ScopeOption, o.ScopeChoice.CROSS_SOURCE),
}
TensionOption = Annotated[
    bool, typer.Option("--include-tension/--no-tension", help="With or without what merely pulls apart.")
]


def claim_filter(values: Values) -> ClaimFilter:
    """What `CLAIM_OPTIONS`, or those of them that a command has, ask for."""

    def several(name: str) -> tuple[Any, ...]:
        """The values of an option that may be repeated."""
        return tuple(values.get(name) or ())

    return ClaimFilter(
        match=values.get("match"),
        themes=several("theme"),
        sources=several("source"),
        entities=several("entity"),
        holders=several("holder"),
        modalities=several("modality"),
        polarities=several("polarity"),
        since=values.get("since"),
        until=values.get("until"),
        has_quantity=values.get("has_quantity", False),
        quantities=o.amounts_wanted(values.get("quantity")),
        hidden=values.get("hidden", False),
        extractors=several("extractor"),
    )


def finding_filter(values: Values) -> RelationFilter:
    """What `FINDING_OPTIONS` ask for; without --status the statuses are left open."""
    return RelationFilter(
        themes=tuple(values["theme"] or ()),
        sources=tuple(values["source"] or ()),
        types=tuple(values["type_"] or ()),
        statuses=tuple(values["status"] or ()),
        scope=values["scope"].scope(),
        min_confidence=values["min_confidence"],
    )


def with_options(options: Options, /, **made: Callable[[Values], object]) -> Callable[[Command], Command]:
    """Options in the place of parameters: each name in `made` is one, with what makes its value of the options."""

    def decorate(command: Command) -> Command:
        """The command as typer sees it: with the options, without the parameters they make."""
        given = inspect.signature(command)

        @wraps(command)
        def run(**values: object) -> None:
            """Make the parameters of the options, and run the command."""
            chosen = {name: values.pop(name) for name in options}
            command(**values, **{name: make(chosen) for name, make in made.items()})

        shown = _in_their_place(list(given.parameters.values()), options, next(iter(made)), set(made))
        run.__signature__ = given.replace(parameters=shown)  # type: ignore[attr-defined]
        run.__annotations__ = {each.name: each.annotation for each in shown}
        return run

    return decorate


def _in_their_place(
    own: list[inspect.Parameter], options: Options, first: str, replaced: set[str]
) -> list[inspect.Parameter]:
    """The parameters of a command with the options where the first one stands that they replace."""
    place = [each.name for each in own].index(first)
    keyword = inspect.Parameter.KEYWORD_ONLY
    added = [
        inspect.Parameter(name, keyword, annotation=annotation, default=default)
        for name, (annotation, default) in options.items()
    ]
    kept = [each.replace(kind=keyword) for each in own]
    return [each for each in [*kept[:place], *added, *kept[place:]] if each.name not in replaced]
