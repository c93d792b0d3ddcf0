"""The Datasette plugin: our pages at their addresses, links in its tables, and a guard around everything.

The guard answers only requests that name this machine (a page elsewhere
cannot reach a loopback server through a name of its own), and lets a browser
load nothing but our style sheet: no script runs, whatever an article says.
"""

import asyncio
from collections.abc import Awaitable, Callable, MutableMapping
from pathlib import Path
from typing import Any
from urllib.parse import quote

from datasette import hookimpl
from datasette.utils.asgi import Request, Response
from markupsafe import Markup, escape

from claimkb.render.text import escape_controls
from claimkb.web.metadata import DATABASE
from claimkb.web.site import PAGES, answer, failure_page
from claimkb.web.templating import environment

Message = MutableMapping[str, Any]
Receive = Callable[[], Awaitable[Message]]
Send = Callable[[Message], Awaitable[None]]
App = Callable[[Message, Receive, Send], Awaitable[None]]

POLICY = (
    "default-src 'none'; style-src 'self'; img-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = (
    (b"content-security-policy", POLICY.encode()),
    (b"x-content-type-options", b"nosniff"),
    (b"referrer-policy", b"same-origin"),
    (b"cross-origin-opener-policy", b"same-origin"),
    (b"cross-origin-resource-policy", b"same-origin"),
)
_LINKS = {
    ("claims_view", "id"): "claim", ("relations_view", "id"): "finding", ("relations_view", "a_id"): "claim",
    ("relations_view", "b_id"): "claim", ("claims_view", "source"): "source",
    ("relations_view", "a_source"): "source", ("relations_view", "b_source"): "source",
    ("claims_view", "document"): "article",
}  # fmt: skip


class Plugin:
    """The hooks, for one base; `hosts` are the names a request may call this machine by."""

    def __init__(self, path: Path, hosts: frozenset[str]) -> None:
        self.__name__ = __name__  # Datasette lists plugins by it
        self._path = path
        self._hosts = hosts

    @hookimpl  # type: ignore[untyped-decorator]
    def register_routes(self) -> list[tuple[str, Callable[..., Awaitable[Response]]]]:
        """Our pages and their style sheet."""
        addresses = [(f"^{pattern}$", self._page) for pattern, _ in PAGES]
        return [*addresses, (r"^/claimkb\.css$", _style)]

    @hookimpl  # type: ignore[untyped-decorator]
    def asgi_wrapper(self) -> Callable[[App], App]:
        """The guard around the whole server."""
        return lambda app: guarded(app, self._hosts)

    @hookimpl  # type: ignore[untyped-decorator]
    def render_cell(self, value: object, column: str, table: str | None, database: str) -> object:
        """A cell of Datasette's tables: ids lead to our pages, and no character acts."""
        if not isinstance(value, str):
            return None
        words = escape(escape_controls(value, keep_lines=True))
        page = _LINKS.get((table or "", column))
        if page is None or database != DATABASE:
            return words
        return Markup('<a href="/{}/{}">{}</a>').format(page, quote(value, safe=""), words)

    @hookimpl(tryfirst=True)  # type: ignore[untyped-decorator]
    def handle_exception(self, request: Request, exception: Exception) -> Response:
        """What went wrong on Datasette's pages, as one of ours; nothing is printed."""
        status = int(getattr(exception, "status", 500))
        words = str(exception) or f"Internal error, {type(exception).__name__}."
        if request.path.endswith(".json"):
            return Response.json({"ok": False, "error": words, "status": status}, status=status)
        failed = failure_page(status, words, "Begin at the overview.")
        return Response.html(failed.html, status=failed.status)

    async def _page(self, request: Request) -> Response:
        address = request.scope["raw_path"].decode("ascii").partition("?")[0]
        found = await asyncio.to_thread(answer, self._path, address, request.query_string)
        return Response.html(found.html, status=found.status)


def guarded(app: App, hosts: frozenset[str]) -> App:
    """An application that refuses other hosts and sends our headers."""

    async def serve(scope: Message, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                ours = {name for name, _ in HEADERS}
                kept = [pair for pair in message.get("headers", []) if pair[0].lower() not in ours]
                message = {**message, "headers": [*kept, *HEADERS]}
            await send(message)

        named = dict(scope["headers"]).get(b"host", b"").decode("latin-1")
        if _without_port(named) not in hosts:
            refusal = Response.text("This server answers only to the name it was started with.", status=421)
            await refusal.asgi_send(send_with_headers)
            return
        await app(scope, receive, send_with_headers)

    return serve


def _without_port(host: str) -> str:
    """The name in a Host header, in lower case."""
    if host.startswith("["):
        return host.partition("]")[0].removeprefix("[").casefold()
    return host.partition(":")[0].casefold()


async def _style(request: Request) -> Response:
    """The style sheet, the same that the report carries inside."""
    sheet = environment().get_template("claimkb.css").render()
    return Response(sheet, content_type="text/css; charset=utf-8", headers={"cache-control": "max-age=300"})
