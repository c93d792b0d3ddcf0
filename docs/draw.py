"""Draws boxes and lines as SVG: the database's tables, as the schema of a new database has them.

Where a table stands is decided here by hand; a table that is not listed is
put into the last column, so that a new one is never missing. The colours
follow the reader's light or dark mode.
"""

import sqlite3
from html import escape

COLUMNS = (
    ("fingerprints", "places", "originals", "extractions", "rejections", "versions"),
    ("sources", "documents", "appearances", "metadata_found", "sentences", "stories"),
    ("claims", "quantities", "dates", "themes_found"),
    ("claim_entities", "entities", "claim_themes", "themes", "pair_keys", "claim_keys"),
    ("relations", "relation_themes", "relation_sources", "reviews"),
)
WIDTH, GAP, ROW, HEAD, SPACE = 190, 90, 17, 26, 26
STYLE = """
.box { fill: #fff; stroke: #7a828c; } .head { fill: #e4ecf3; stroke: #7a828c; } .line { stroke: #4477aa; fill: none; }
text { font: 12px system-ui, sans-serif; fill: #1e2328; } .name { font-weight: 700; } .key { font-weight: 700; }
.dot { fill: #4477aa; }
@media (prefers-color-scheme: dark) { .box { fill: #1e2125; } .head { fill: #2a3640; } text { fill: #e8e5df; } }
"""


def tables(connection: sqlite3.Connection) -> dict[str, list[tuple[str, bool, str]]]:
    """Each table's columns: name, whether it is part of the key, and the table it refers to, if any."""
    names = connection.execute(
        "SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name"
    )
    found = {}
    for (name,) in names.fetchall():
        if name.startswith(("sqlite_", "_sqlite", "claims_fts")):
            continue
        refers = {row[3]: row[2] for row in connection.execute(f"PRAGMA foreign_key_list({name})")}
        columns = connection.execute(f"PRAGMA table_info({name})").fetchall()
        found[name] = [(row[1], row[5] > 0, refers.get(row[1], "")) for row in columns]
    return found


def schema_picture(connection: sqlite3.Connection) -> str:
    """The tables as boxes, with a line from each column to the table it refers to."""
    found = tables(connection)
    listed = {name for column in COLUMNS for name in column}
    columns = [list(column) for column in COLUMNS]
    columns[-1] += sorted(set(found) - listed)
    places, height = _places([[n for n in column if n in found] for column in columns], found)
    lines = [
        _line(places[name], places[target], position)
        for name, fields in found.items()
        for position, (_, _, target) in enumerate(fields)
        if target
    ]
    boxes = [_box(name, found[name], *place) for name, place in places.items()]
    width = len(columns) * (WIDTH + GAP) - GAP + 20
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" '
        f'aria-label="The tables of the database and how they refer to each other"><style>{STYLE}</style>\n'
        + "\n".join([*lines, *boxes])
        + "\n</svg>\n"
    )


def _places(
    columns: list[list[str]], found: dict[str, list[tuple[str, bool, str]]]
) -> tuple[dict[str, tuple[int, int]], int]:
    places, lowest = {}, 0
    for number, names in enumerate(columns):
        y = 10
        for name in names:
            places[name] = (10 + number * (WIDTH + GAP), y)
            y += HEAD + ROW * len(found[name]) + SPACE
        lowest = max(lowest, y)
    return places, lowest


def _box(name: str, fields: list[tuple[str, bool, str]], x: int, y: int) -> str:
    height = HEAD + ROW * len(fields) + 6
    parts = [
        f'<rect class="box" x="{x}" y="{y}" width="{WIDTH}" height="{height}" rx="5"/>',
        f'<rect class="head" x="{x}" y="{y}" width="{WIDTH}" height="{HEAD - 4}" rx="5"/>',
        f'<text class="name" x="{x + 8}" y="{y + 16}">{escape(name)}</text>',
    ]
    for position, (field, key, target) in enumerate(fields):
        words = escape(field + (f" → {target}" if target else ""))
        style = ' class="key"' if key else ""
        parts.append(f'<text{style} x="{x + 8}" y="{y + HEAD + 11 + ROW * position}">{words}</text>')
    return "\n".join(parts)


def _line(start: tuple[int, int], end: tuple[int, int], position: int) -> str:
    """From the column's row to the head of the table, round the sides that face each other."""
    (x, y), (tx, ty) = start, end
    sy, ey = y + HEAD + 7 + ROW * position, ty + 11
    if x == tx:
        sx = ex = x + WIDTH
        bend = sx + GAP // 2
        path = f"M{sx},{sy} C{bend},{sy} {bend},{ey} {ex},{ey}"
    else:
        sx, ex = (x, tx + WIDTH) if tx < x else (x + WIDTH, tx)
        middle = (sx + ex) // 2
        path = f"M{sx},{sy} C{middle},{sy} {middle},{ey} {ex},{ey}"
    return f'<path class="line" d="{path}"/><circle class="dot" cx="{ex}" cy="{ey}" r="3"/>'
