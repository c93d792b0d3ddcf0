"""Runs Datasette on a base, with our pages: read-only, on this machine, until it is interrupted.

The socket is opened first, so that a port in use is one line and the address
that is announced is the one that answers.
"""

import asyncio
import contextlib
import errno
import os
import socket
from collections.abc import Callable
from ipaddress import ip_address
from pathlib import Path

import uvicorn
from datasette.app import Datasette
from datasette.database import Database
from datasette.plugins import pm

from claimkb.errors import ClaimkbError, UsageError
from claimkb.store.connect import connect_for_threads
from claimkb.store.queries import Reader
from claimkb.web.metadata import DATABASE, metadata
from claimkb.web.plugin import Plugin

SETTINGS = {
    "default_page_size": 50,
    "sql_time_limit_ms": 5000,
    "facet_time_limit_ms": 1000,
    "suggest_facets": False,
    "allow_download": False,
    "num_sql_threads": 3,
}
LOOPBACK = frozenset({"localhost", "127.0.0.1", "::1"})


class ReadOnlyDatabase(Database):  # type: ignore[misc]  # Datasette is not typed
    """A base whose connections cannot write, whatever they are told."""

    def connect(self, write: bool = False) -> object:
        """A connection for reading."""
        if write:
            raise UsageError("The base is served read-only.", "Use the commands of claimkb to change it.")
        connection = connect_for_threads(Path(self.path))
        self._all_file_connections.append(connection)
        return connection


def serve(path: Path, host: str, port: int, announce: Callable[[str], None]) -> None:
    """Serve the base until interrupted; `announce` is told the address when it answers."""
    Reader(path).close()  # says what is wrong with it before anything is opened
    listening = listen(host, port)
    with listening, contextlib.suppress(KeyboardInterrupt):
        name, bound = listening.getsockname()[:2]
        plugin = Plugin(path, LOOPBACK | {host.casefold(), str(name)})
        pm.register(plugin, name="claimkb")
        try:
            shown = f"[{host}]" if ":" in host else host
            asyncio.run(_run(path, listening, lambda: announce(f"http://{shown}:{bound}/")))
        finally:
            pm.unregister(plugin)


def listen(host: str, port: int) -> socket.socket:
    """The open socket; raises with a next step if the port or the address cannot be had."""
    try:
        family = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)[0][0]
        return socket.create_server((host, port), family=family, backlog=128)
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise ClaimkbError(
                f"Port {port} is in use.", f"Choose another: `claimkb serve --port {port + 1}`, or 0 for any."
            ) from error
        if error.errno == errno.EACCES:
            raise ClaimkbError(
                f"Port {port} needs more rights.", "Choose one above 1023 with --port."
            ) from error
        raise ClaimkbError(
            f"{host} is no address of this machine.", "Leave --host out for 127.0.0.1."
        ) from error


def is_loopback(host: str) -> bool:
    """Whether only this machine can reach an address."""
    try:
        return ip_address(host).is_loopback
    except ValueError:
        return host.casefold() == "localhost"


def application(path: Path) -> Datasette:
    """Datasette with the base, ready to start."""
    templates = Path(__file__).parent / "datasette"
    made = Datasette(metadata=metadata(), template_dir=str(templates), settings=SETTINGS)
    made.add_database(ReadOnlyDatabase(made, path=os.fspath(path), is_mutable=True), name=DATABASE)
    return made


async def _run(path: Path, listening: socket.socket, ready: Callable[[], None]) -> None:
    made = application(path)
    await made.invoke_startup()
    config = uvicorn.Config(
        made.app(), log_level="error", access_log=False, lifespan="on", timeout_graceful_shutdown=2,
        server_header=False,
    )  # fmt: skip
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    while not server.started and not task.done():
        await asyncio.sleep(0.01)
    if server.started:
        ready()
    await task
