"""Builds the generated documentation: the command reference, the records and schema, the pictures.

    python docs/build.py            write docs/cli.md, docs/model.md and docs/img/*.svg
    python docs/build.py --check    exit 1 if a page is stale; writes nothing

The reference is what the commands say of themselves, the columns are the
fields of the records, the schema is that of a database made just now, and the
pictures are real output about the articles in seeds/.
"""

import os
import re
import sqlite3
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import fields
from pathlib import Path

import session
from draw import schema_picture
from flow import flow_picture

from claimkb import records
from claimkb.cli._commands import SECTIONS, SUBCOMMANDS
from claimkb.compare import RULES
from claimkb.store.store import Store

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
WIDTH = 100
PICTURES = {
    "contradictions": ("contradictions", "--explain", "--limit", "2"),
    "themes": ("themes",),
}
NESTED = ("QuantityRecord", "DateRecord")
EXPORTED = ("ClaimRecord", "RelationRecord", "SourceRecord", "ThemeRecord")


def run(*arguments: str, **environment: str) -> str:
    """What the command writes to standard output."""
    kept = {
        name: value for name, value in os.environ.items() if name not in ("CLAIMKB_DB", "NO_COLOR", "COLUMNS")
    }
    command = [sys.executable, "-m", "claimkb", *arguments]
    result = subprocess.run(
        command,
        check=True,
        capture_output=True,
        text=True,
        encoding="utf-8",
        env=kept | environment,
        cwd=ROOT,
    )
    return result.stdout


def help_of(*command: str) -> str:
    """A command's help as a block."""
    return f"```text\n{run(*command, '--help', COLUMNS='90', TERMINAL_WIDTH='90').rstrip()}\n```\n"


def cli_page() -> str:
    """The command reference."""
    parts = ["# Commands\n", "Generated from the commands' own help by `make docs`.\n", help_of()]
    for heading, commands in SECTIONS:
        parts.append(f"## {heading}\n")
        for name, _ in commands:
            parts += [f"### claimkb {name}\n", help_of(name)]
            for what in SUBCOMMANDS.get(name, ()):
                parts += [f"#### claimkb {name} {what}\n", help_of(name, what)]
    return "\n".join(parts)


def type_name(annotation: object) -> str:
    """A field's type as a reader knows it."""
    text = annotation.__name__ if isinstance(annotation, type) else str(annotation)
    text = re.sub(r"\b(?:claimkb(?:\.\w+)+\.)", "", text)
    return re.sub(r"tuple\[(\w+), \.\.\.\]", r"list of \1", text).replace(" | None", ", may be empty")


def record_section(name: str) -> str:
    """A record with its columns."""
    record = getattr(records, name)
    lines = [f"### {name}\n", f"{record.__doc__.splitlines()[0]}\n", "| column | type |", "|---|---|"]
    lines += [f"| `{field.name}` | {type_name(field.type)} |" for field in fields(record)]
    return "\n".join(lines) + "\n"


@contextmanager
def new_database() -> Iterator[sqlite3.Connection]:
    """A database made just now."""
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "new.db"
        Store.open(path).close()
        connection = sqlite3.connect(path)
        yield connection
        connection.close()


def schema() -> str:
    """The statements that make the tables of a new database."""
    with new_database() as connection:
        rows = connection.execute(
            "SELECT name, sql FROM sqlite_master WHERE type = 'table' AND sql IS NOT NULL ORDER BY name"
        ).fetchall()
    own = [sql for name, sql in rows if not name.startswith(("sqlite_", "claims_fts_"))]
    return "\n\n".join(f"{sql.strip()};" for sql in own)


def model_page() -> str:
    """The columns of every export, and the schema of the database."""
    parts = [
        "# Records and schema\n",
        "Generated from `records` and a new database by `make docs`.\n",
        "## What exports hold\n",
        "JSON and JSON Lines nest records; CSV and TSV write a list as its items joined with `; `, and each",
        "quantity, date or piece of evidence as one readable text that loses nothing:\n",
        "| in JSON | in a cell |",
        "|---|---|",
        "| a quantity | `at-least 70000.. lives (70,000 plus lives)`: comparator, interval, unit, words |",
        "| a date | `2024-05-01..2024-05-31 month (May 2024)`: interval, precision, words |",
        '| evidence | `quantity: "1,200" \\| "around 300" = disjoint (amounts exclude each other)` |\n',
        *(record_section(name) for name in EXPORTED),
        "## Records within them\n",
        *(record_section(name) for name in NESTED),
        "## The database\n",
        "![The tables and how they refer to each other](img/schema.svg)\n",
        f"```sql\n{schema()}\n```\n",
    ]
    return "\n".join(parts)


def rules_page() -> str:
    """Every rule of comparison with an example and what is known of its precision."""
    parts = [
        "# Rules of comparison\n",
        "Generated from the rule book by `make docs`, in the order of the decision table.\n",
        "A finding's confidence is its rule's: the share of reviewed findings that held, drawn towards an estimate",
        "while few were reviewed. Where **reviewed** is 0 the figure is that estimate alone, and no measurement. A",
        "claim with an open pronoun or a distrusted parse lowers it by a fifth.\n",
        "| rule | finds | means | example | confidence | held / reviewed |",
        "|---|---|---|---|---|---|",
    ]
    for rule in RULES:
        cells = (rule.id, f"{rule.kind} · {rule.type}", rule.label, rule.example)
        parts.append(f"| {' | '.join(cells)} | {rule.confidence:.2f} | {rule.held} / {rule.reviewed} |")
    return "\n".join(parts) + "\n"


def pictures() -> dict[Path, str]:
    """Real output about the articles in seeds/: the pictures of the README, and a session at the terminal."""
    with tempfile.TemporaryDirectory() as folder:
        database = Path(folder) / "claims.db"
        run("--db", str(database), "ingest", "seeds", "--quiet")
        terminal = {
            "FORCE_COLOR": "1",
            "COLUMNS": str(WIDTH),
            "TERM": "xterm-256color",
            "COLORTERM": "truecolor",
        }
        made = {
            name: session.picture(
                f"claimkb {' '.join(command)}",
                run("--db", str(database), *command, "--format", "table", **terminal),
                WIDTH,
            )
            for name, command in PICTURES.items()
        }
        made |= session.pictures(database)
    return {DOCS / "img" / f"{name}.svg": svg for name, svg in made.items()}


def pages() -> dict[Path, str]:
    """The generated pages, and the picture of the tables."""
    with new_database() as connection:
        drawn = schema_picture(connection)
    return {
        DOCS / "cli.md": cli_page(),
        DOCS / "model.md": model_page(),
        DOCS / "rules.md": rules_page(),
        DOCS / "img" / "schema.svg": drawn,
        DOCS / "img" / "flow.svg": flow_picture(),
    }


def main() -> None:
    """Write everything, or check the pages."""
    if "--check" in sys.argv[1:]:
        stale = [
            path.name
            for path, text in pages().items()
            if not path.exists() or path.read_text(encoding="utf-8") != text
        ]
        sys.exit(f"Stale: {', '.join(stale)}. Run `make docs`." if stale else 0)
    for path, text in (pages() | pictures()).items():
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        print(path.relative_to(ROOT))


if __name__ == "__main__":
    main()
