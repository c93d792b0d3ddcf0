"""The `claimkb` command with its subcommands, which are imported one by one.

Importing every command to run one would cost a query more than the query
itself; the table of commands knows enough to list them, and `get_command` imports
the module of the one that was called.
"""

import os
import sys
from difflib import get_close_matches
from importlib import import_module
from keyword import iskeyword
from typing import Annotated

import click
import typer
from typer.core import TyperArgument, TyperGroup
from typer.main import get_command
from typer.utils import get_params_from_function

from claimkb.cli._commands import NAMES, SECTIONS
from claimkb.cli._options import Command, DbOption
from claimkb.version import __version__


class LazyGroup(TyperGroup):
    """A group that imports a command when it is asked for."""

    def list_commands(self, ctx: click.Context) -> list[str]:
        """All commands, in the order of the help."""
        return list(NAMES)

    def get_command(self, ctx: click.Context, cmd_name: str) -> click.Command | None:
        """The command of this name, imported now."""
        if cmd_name not in NAMES:
            return None
        # What Python keeps for itself has an underscore: the command `import` is `import_` in `import_.py`.
        name = f"{cmd_name}_" if iskeyword(cmd_name) else cmd_name.replace("-", "_")
        entry = getattr(import_module(f"claimkb.cli.{name}"), name)
        app = (
            entry
            if isinstance(entry, typer.Typer)
            else typer.Typer(add_completion=False, rich_markup_mode=None)
        )
        if app is not entry:
            app.command(cmd_name, cls=Command)(entry)
        return _with_argument_help(get_command(app), app)

    def resolve_command(
        self, ctx: click.Context, args: list[str]
    ) -> tuple[str | None, click.Command | None, list[str]]:
        """The command that the arguments name; a mistyped one gets a suggestion."""
        if args and args[0] not in NAMES and not args[0].startswith("-"):
            close = get_close_matches(args[0], NAMES)
            hint = f"Did you mean {close[0]!r}?" if close else "See `claimkb --help` for all commands."
            ctx.fail(f"No such command {args[0]!r}. {hint}")
        return super().resolve_command(ctx, args)

    def format_commands(self, ctx: click.Context, formatter: click.HelpFormatter) -> None:
        """The commands under their headings, without importing any."""
        for heading, commands in SECTIONS:
            with formatter.section(heading):
                formatter.write_dl(commands)

    def invoke(self, ctx: click.Context) -> object:
        """Run the command; a reader that closes the pipe early ends it quietly."""
        try:
            result = super().invoke(ctx)
            sys.stdout.flush()
        except BrokenPipeError:
            # The interpreter flushes standard output once more at exit; give it somewhere to go.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            return 0
        return result


def _with_argument_help(built: click.Command, app: typer.Typer) -> click.Command:
    """The command with the help of its arguments, which click 8.5 clears (see `Command`)."""
    children = built.commands if isinstance(built, click.Group) else {built.name or "": built}
    for info in app.registered_commands:
        function = info.callback
        child = children.get(str(info.name or getattr(function, "__name__", "")))
        if child is None or function is None:
            continue
        metas = get_params_from_function(function)
        for param in child.params:
            if isinstance(param, TyperArgument) and param.name in metas:
                param.help = getattr(metas[param.name].default, "help", None)
    return built


def _show_version(wanted: bool) -> None:
    if wanted:
        typer.echo(f"claimkb {__version__}")
        raise typer.Exit


def _root(
    db: DbOption = None,
    no_pager: Annotated[bool, typer.Option("--no-pager", help="Write long lists through no pager.")] = False,
    version: Annotated[
        bool,
        typer.Option("--version", callback=_show_version, is_eager=True, help="Show the version and exit."),
    ] = False,
) -> None:
    """Track what sources claim: where they agree, and where they contradict each other.

    \b
    claimkb ingest articles/           read a folder of articles
    claimkb contradictions --explain   see who contradicts whom, and why
    claimkb claims "jobs lost"         search the claims

    On a terminal lists are tables; in a pipe they are tab-separated lines.
    """
    if no_pager:
        os.environ["CLAIMKB_PAGER"] = ""


def command() -> click.Command:
    """The whole command."""
    app = typer.Typer(
        cls=LazyGroup,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        context_settings={"help_option_names": ["-h", "--help"]},
        no_args_is_help=True,
    )
    app.callback()(_root)
    return get_command(app)
