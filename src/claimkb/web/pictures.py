"""The pictures of the report as inline SVG: heat map, timeline, network.

They are Vega-Lite specifications, drawn by vl-convert, the Vega project's own
renderer, which needs neither a browser nor the network (extra
`claimkb[report]`). Without it there are none, and the tables that stand
beside each picture tell the same. Ink is `currentColor`, so that a page's
dark mode reaches into them.
"""

import re
from collections.abc import Mapping, Sequence
from importlib.util import find_spec
from math import cos, pi, sin

from markupsafe import Markup, escape

from claimkb.records import ThemeMatrix
from claimkb.render.text import escape_controls, fold
from claimkb.web.tallies import Pair, Tick

MAX_ROWS, MAX_COLUMNS, MAX_NODES = 40, 16, 24
LABEL = 30  # characters of a name that fit beside a picture
INK, PAPER = "#010101", "#fefefe"  # stand-ins, replaced by the page's own colours
BLUE, GREEN, RED = (
    "#4477aa",
    "#228855",
    "#cc4444",
)  # seen on white and on black, told apart without red and green

Spec = dict[str, object]

_CONFIG: Spec = {
    "background": "transparent",
    "padding": {"left": 44, "right": 24, "top": 8, "bottom": 8},  # fonts differ in width
    "font": "sans-serif",
    "view": {"stroke": None},
    "axis": {
        "labelColor": INK, "titleColor": INK, "tickColor": INK, "domainColor": INK, "gridColor": INK,
        "gridOpacity": 0.12, "labelFontSize": 12, "titleFontSize": 12, "titleFontWeight": "normal",
        "labelLimit": 260,
    },
    "legend": {"labelColor": INK, "titleColor": INK, "labelFontSize": 12, "titleFontSize": 12},
    "text": {"color": INK, "fontSize": 12},
}  # fmt: skip


def available() -> bool:
    """Whether the library that draws is installed."""
    return find_spec("vl_convert") is not None


def heat_map(matrix: ThemeMatrix) -> Markup:
    """Themes × sources: the darker a cell, the more claims; the number stands in it."""
    themes, sources = matrix.themes[:MAX_ROWS], matrix.sources[:MAX_COLUMNS]
    columns = _names(sources)
    rows = _names([theme.label for theme in themes])
    values = [
        {"theme": row, "source": column, "claims": matrix.counts[i][j]}
        for i, row in enumerate(rows)
        for j, column in enumerate(columns)
        if matrix.counts[i][j]
    ]
    most = max((max(row) for row in matrix.counts), default=1)
    place: Spec = {
        "x": {"field": "source", "type": "nominal", "sort": columns, "title": None, "scale": {"domain": columns},
              "axis": {"orient": "top", "labelAngle": 0 if len(columns) < 8 else -40, "domain": False,
                       "ticks": False, "labelLimit": 110}},
        "y": {"field": "theme", "type": "nominal", "sort": rows, "title": None, "scale": {"domain": rows},
              "axis": {"domain": False, "ticks": False}},
    }  # fmt: skip
    cells: Spec = {
        "mark": {"type": "rect", "color": BLUE, "cornerRadius": 3, "stroke": PAPER, "strokeWidth": 2},
        "encoding": place | {"opacity": {"field": "claims", "type": "quantitative", "legend": None,
                                         "scale": {"domain": [0, most], "range": [0.08, 0.75]}}},
    }  # fmt: skip
    numbers: Spec = {"mark": {"type": "text"}, "encoding": place | {"text": {"field": "claims"}}}
    return _drawn(
        "Heat map of the number of claims by theme and source",
        {"data": {"values": values}, "layer": [cells, numbers],
         "width": {"step": 84 if len(columns) < 8 else 44}, "height": {"step": 26}},
    )  # fmt: skip


def timeline(ticks: Sequence[Tick]) -> Markup:
    """A dot for each year that the claims of a source speak of; the larger, the more claims."""
    sources = sorted({tick.source for tick in ticks})[:MAX_ROWS]
    names = dict(zip(sources, _names(sources), strict=True))
    values = [
        {"year": tick.year, "source": names[tick.source], "claims": tick.claims, "what": tick.what}
        for tick in ticks
        if tick.source in names
    ]
    most = max((tick.claims for tick in ticks), default=1)
    dots: Spec = {
        "mark": {"type": "point", "filled": True, "opacity": 0.75},
        "encoding": {
            "x": {"field": "year", "type": "quantitative", "title": None,
                  "axis": {"format": "d", "tickMinStep": 1}, "scale": {"zero": False, "nice": True}},
            "y": {"field": "source", "type": "nominal", "title": None, "sort": list(names.values())},
            "size": {"field": "claims", "type": "quantitative", "title": "claims",
                     "legend": {"values": sorted({1, most}), "format": "d"},
                     "scale": {"domainMin": 0, "range": [20, 420]}},
            "shape": {"field": "what", "type": "nominal", "title": None, "scale":
                      {"domain": ["spoken of", "published"], "range": ["circle", "diamond"]}},
            "color": {"field": "what", "type": "nominal", "scale":
                      {"domain": ["spoken of", "published"], "range": [BLUE, RED]}},
        },
    }  # fmt: skip
    return _drawn(
        "Timeline of the years that the claims of each source speak of",
        {"data": {"values": values}, "width": 620, "height": {"step": 34}} | dots,
    )


def network(pairs: Sequence[Pair]) -> Markup:
    """Sources in a circle: whole lines where they agree, dashed ones where they clash; wider for more."""
    sources = sorted({name for pair in pairs for name in (pair.a, pair.b)})[:MAX_NODES]
    names = dict(zip(sources, _names(sources), strict=True))
    places = {
        name: (cos(2 * pi * i / len(sources) - pi / 2), -sin(2 * pi * i / len(sources) - pi / 2))
        for i, name in enumerate(sources)
    }
    edges = [edge for pair in pairs if pair.a in places and pair.b in places for edge in _edges(pair, places)]
    nodes = [
        {"x": x, "y": y, "lx": 1.08 * x, "ly": y + (0.14 if y > -0.1 else -0.14), "name": names[name]}
        for name, (x, y) in places.items()
    ]
    domain = {"domain": [-1.35, 1.35]}
    x: Spec = {"field": "x", "type": "quantitative", "axis": None, "scale": domain}
    y: Spec = {"field": "y", "type": "quantitative", "axis": None, "scale": domain}
    kinds = ["agree", "conflict"]
    lines: Spec = {
        "data": {"values": edges},
        "mark": {"type": "rule", "opacity": 0.8},
        "encoding": {
            "x": x, "y": y, "x2": {"field": "x2"}, "y2": {"field": "y2"},
            "color": {"field": "kind", "type": "nominal", "title": None,
                      "scale": {"domain": kinds, "range": [GREEN, RED]}},
            "strokeDash": {"field": "kind", "type": "nominal",
                           "scale": {"domain": kinds, "range": [[1, 0], [6, 5]]}},
            "strokeWidth": {"field": "count", "type": "quantitative", "legend": None,
                            "scale": {"domainMin": 0, "range": [1, 7]}},
        },
    }  # fmt: skip
    points: Spec = {"data": {"values": nodes}, "mark": {"type": "point", "filled": True, "size": 260, "color": BLUE,
                    "opacity": 1}, "encoding": {"x": x, "y": y}}  # fmt: skip
    labels: Spec = {"data": {"values": nodes}, "mark": {"type": "text", "fontWeight": "bold"},
                    "encoding": {"x": x | {"field": "lx"}, "y": y | {"field": "ly"},
                    "text": {"field": "name"}}}  # fmt: skip
    return _drawn(
        "Network of the sources that agree and that contradict each other",
        {"layer": [lines, points, labels], "width": 600, "height": 420},
    )


def _edges(pair: Pair, places: Mapping[str, tuple[float, float]]) -> list[Spec]:
    """The lines of a pair, side by side where it both agrees and clashes."""
    (ax, ay), (bx, by) = places[pair.a], places[pair.b]
    length = ((bx - ax) ** 2 + (by - ay) ** 2) ** 0.5 or 1.0
    dx, dy = (by - ay) / length * 0.035, -(bx - ax) / length * 0.035
    both = ((pair.agreements, "agree", 1), (pair.contradictions + pair.tensions, "conflict", -1))
    return [
        {"x": ax + side * dx, "y": ay + side * dy, "x2": bx + side * dx, "y2": by + side * dy,
         "kind": kind, "count": count}
        for count, kind, side in both
        if count
    ]  # fmt: skip


def _names(names: Sequence[str]) -> list[str]:
    """Names short enough to stand beside a picture, harmless, and still told apart."""
    made: list[str] = []
    for name in names:
        text = escape_controls(fold(name))
        short = text if len(text) <= LABEL else f"{text[: LABEL - 1]}…"
        while short in made:
            short += "′"
        made.append(short)
    return made


def _drawn(title: str, spec: Spec) -> Markup:
    """The picture with a name of its own, in the page's font and ink."""
    import vl_convert

    schema = "https://vega.github.io/schema/vega-lite/v5.json"  # a name for the grammar; nothing is fetched
    svg = str(vl_convert.vegalite_to_svg({"$schema": schema, "config": _CONFIG} | spec, vl_version="5.21"))
    svg = (
        svg.replace(INK, "currentColor")
        .replace(PAPER, "transparent")
        .replace(' font-family="sans-serif"', "")
    )
    svg = re.sub(r"(\d\.\d\d)\d+", r"\1", svg)
    svg = re.sub(
        r' (?:role|aria-[a-z]+)="[^"]*"', "", svg
    )  # one picture with one name; its table has the rest
    return Markup(svg.replace("<svg ", f'<svg role="img" aria-label="{escape(title)}" ', 1))  # noqa: S704 - drawn, escaped
