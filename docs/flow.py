"""Draws an article's way through the program, for docs/architecture.md.

A box is what there is, an arrow is the layer that makes one of the other. The
places are set by hand, since no diagram program can be counted on; the
colours follow the reader's light or dark mode, as in `draw.py`.
"""

from html import escape

WIDTH, HEIGHT = 250, 56
BOXES = {  # name: (column, row, what it is, what it holds)
    "file": (0, 0, "an article", "a file, a page, a feed, input"),
    "document": (0, 1, "Document", "canonical text, source"),
    "extraction": (0, 2, "Extraction", "sentences with roles, claims"),
    "base": (1, 2, "the database", "claims, pair-keys, findings, decisions"),
    "pair": (2, 1, "two claims", "that share a pair-key"),
    "verdict": (2, 2, "Verdict", "kind, rule, evidence, confidence"),
    "records": (1, 3, "records", "what leaves the database"),
    "shown": (0, 4, "tables, explanations", "on the terminal"),
    "written": (1, 4, "CSV, JSON, Parquet …", "files and pipes"),
    "pages": (2, 4, "report, pages", "in the browser"),
}
ARROWS = (  # from, to, the layer
    ("file", "document", "readers"),
    ("document", "extraction", "extract"),
    ("extraction", "base", "store"),
    ("base", "pair", "store"),
    ("pair", "verdict", "compare"),
    ("verdict", "base", "store"),
    ("base", "records", "store.queries"),
    ("records", "shown", "render"),
    ("records", "written", "render"),
    ("records", "pages", "web"),
)
ACROSS, DOWN = 345, 112  # from one column, one row to the next
STYLE = """
.box { fill: #f3f6f9; stroke: #7a828c; } .line { stroke: #4477aa; fill: none; stroke-width: 1.5; }
.tip { fill: #4477aa; }
text { font: 13px system-ui, sans-serif; fill: #1e2328; text-anchor: middle; } .name { font-weight: 700; }
.layer { font: italic 13px system-ui, sans-serif; fill: #2f6690; text-anchor: start; }
@media (prefers-color-scheme: dark) {
.box { fill: #2a3640; } text { fill: #e8e5df; } .layer { fill: #8fbbe0; } .line { stroke: #77aadd; }
.tip { fill: #77aadd; } }
"""


def flow_picture() -> str:
    """The whole picture as an SVG."""
    width, height = 2 * ACROSS + WIDTH + 20, 4 * DOWN + HEIGHT + 20
    parts = [_arrow(*arrow) for arrow in ARROWS] + [_box(name) for name in BOXES]
    words = "An article is read, split into claims, stored, compared, and shown."
    return (
        f'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 {width} {height}" role="img" aria-label="{words}">'
        f'<style>{STYLE}</style><defs><marker id="tip" viewBox="0 0 8 8" refX="8" refY="4" markerWidth="8" '
        'markerHeight="8" orient="auto"><path class="tip" d="M0,0 L8,4 L0,8 z"/></marker></defs>\n'
        + "\n".join(parts)
        + "\n</svg>\n"
    )


def _corner(name: str) -> tuple[int, int]:
    column, row, *_ = BOXES[name]
    return 10 + column * ACROSS, 10 + row * DOWN


def _box(name: str) -> str:
    x, y = _corner(name)
    title, words = BOXES[name][2:]
    middle = x + WIDTH // 2
    return (
        f'<rect class="box" x="{x}" y="{y}" width="{WIDTH}" height="{HEIGHT}" rx="8"/>'
        f'<text class="name" x="{middle}" y="{y + 24}">{escape(title)}</text>'
        f'<text x="{middle}" y="{y + 42}">{escape(words)}</text>'
    )


def _arrow(start: str, end: str, layer: str) -> str:
    """A line between the sides that face each other, with the layer's name on it."""
    (x, y), (tx, ty) = _corner(start), _corner(end)
    half, middle = WIDTH // 2, HEIGHT // 2
    if x == tx:
        sx, sy, ex, ey = x + half, y + HEIGHT, tx + half, ty
        label = (sx + 8, (sy + ey) // 2 + 4)
    elif y == ty:
        sx, ex = (x + WIDTH, tx) if x < tx else (x, tx + WIDTH)
        sy = ey = y + middle
        label = (min(sx, ex) + 20, sy - 8)
    elif ty < y:  # up and to the right
        sx, sy, ex, ey = x + half + 60, y, tx, ty + middle
        label = ((sx + ex) // 2 - 40, (sy + ey) // 2 - 6)
    else:
        sx, sy, ex, ey = x + (0 if tx < x else WIDTH), y + middle, tx + half, ty
        label = ((sx + ex) // 2 + (8 if tx > x else -54), (sy + ey) // 2 - 8)
    return (
        f'<path class="line" d="M{sx},{sy} L{ex},{ey}" marker-end="url(#tip)"/>'
        f'<text class="layer" x="{label[0]}" y="{label[1]}">{escape(layer)}</text>'
    )
