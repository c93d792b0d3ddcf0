"""What `ingest` may be told of the source of what it reads."""

from typing import TYPE_CHECKING, Annotated

import typer

from claimkb.cli._filters import Options, Values

if TYPE_CHECKING:
    from claimkb.readers import SourceOptions

SOURCE_OPTIONS: Options = {
    "name": (
        Annotated[
            str | None,
            typer.Option("--name", help="The outlet; else read from the files, else the file's name."),
        ],
        None,
    ),
    "title": (Annotated[str | None, typer.Option("--title", help="The headline.")], None),
    "author": (Annotated[str | None, typer.Option("--author", help="Who wrote it.")], None),
    "published": (
        Annotated[
            str | None, typer.Option("--published", metavar="DATE", help="2024, 2024-05 or 2024-05-01.")
        ],
        None,
    ),
    "url": (Annotated[str | None, typer.Option("--url", help="Where it was published.")], None),
    "reliability": (
        Annotated[
            str | None, typer.Option("--reliability", help="Your own grade of the source, in any words.")
        ],
        None,
    ),
    "theme": (
        Annotated[
            list[str] | None,
            typer.Option("--theme", "-t", metavar="SLUG", help="A theme of the whole text; repeatable."),
        ],
        None,
    ),
}


def source_options(values: Values) -> "SourceOptions":
    """What `SOURCE_OPTIONS` say."""
    from claimkb.readers import SourceOptions

    told = {name: values[name] for name in SOURCE_OPTIONS if name != "theme"}
    return SourceOptions(**told, themes=tuple(values["theme"] or ()))
