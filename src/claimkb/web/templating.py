"""The templates, and what makes strangers' text harmless in them.

Every value is escaped for HTML, and before that its control and
bidirectional characters become visible escapes: a page can neither run nor
reorder what an article says. Markdown goes through `md`, which leaves no
character that means something to a renderer. An unknown name in a template is an error.
"""

from functools import cache
from urllib.parse import quote

from jinja2 import Environment, PackageLoader, StrictUndefined, select_autoescape
from markupsafe import Markup

from claimkb.render.display import holder, manner, published, short
from claimkb.render.formats.md import escape
from claimkb.render.text import counted, escape_controls


@cache
def environment() -> Environment:
    """The environment of all our templates."""
    made = Environment(
        loader=PackageLoader("claimkb.web", "templates"),
        autoescape=select_autoescape(("html",), default_for_string=True),
        finalize=_harmless,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        keep_trailing_newline=True,
    )
    made.filters |= {
        "counted": lambda number, noun, plural=None: counted(number, noun, plural),
        "md": lambda text: escape(str(text)),
        "part": lambda text: quote(text, safe=""),
        "percent": lambda share: f"{share:.0%}",
        "short": short,
    }
    made.globals |= {"holder": holder, "manner": manner, "published": published}
    return made


def render(name: str, **values: object) -> str:
    """A template filled in."""
    return environment().get_template(name).render(**values)


def _harmless(value: object) -> object:
    if isinstance(value, Markup) or not isinstance(value, str):
        return value
    return escape_controls(value, keep_lines=True)
