"""A web server on this machine for tests: what it answers is set by path, and what it was asked is kept."""

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

PAGE = (
    "<html lang=en><head><title>Harbour to grow</title><meta name=author content='Ann Miller'>"
    "<meta property='article:published_time' content='2024-05-03T10:00:00Z'>"
    "<link rel=canonical href='https://other.example/stolen'></head><body><nav><a href=/>Home</a></nav><article>"
    "<p>The harbour will grow by 2030, officials said on Friday. It cost 40 million euros so far.</p>"
    "<p>Some 300 jobs will go when the mill closes, the owner’s spokeswoman said in a statement.</p>"
    "</article></body></html>"
)
RSS = """<?xml version="1.0"?><rss version="2.0"><channel><title>Valley Post</title>
<item><title>Harbour</title><link>{base}/page</link><description>The harbour will …</description></item>
<item><title>Mill</title><link>{base}/mill</link><pubDate>Fri, 03 May 2024 10:00:00 GMT</pubDate>
<description>&lt;p&gt;{whole}&lt;/p&gt;</description></item></channel></rss>"""

HTML = {"Content-Type": "text/html; charset=utf-8"}

Answer = tuple[int, dict[str, str], bytes]


@dataclass
class Site:
    """A server: what it answers by path, and what it was asked."""

    answers: dict[str, Answer | Callable[[BaseHTTPRequestHandler], Answer]] = field(default_factory=dict)
    asked: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    port: int = 0

    @property
    def base(self) -> str:
        return f"http://127.0.0.1:{self.port}"


@contextmanager
def running() -> Iterator[Site]:
    """A site that answers until the end of the block."""
    site = Site()

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self) -> None:
            site.asked.append((self.path, dict(self.headers)))
            answer = site.answers.get(self.path, (404, {}, b""))
            status, headers, body = answer(self) if callable(answer) else answer
            self.send_response(status)
            for name, value in headers.items():
                self.send_header(name, value)
            self.end_headers()
            try:
                self.wfile.write(body)
            except OSError:  # the reader had enough
                self.close_connection = True

        def log_message(self, format: str, *args: object) -> None:
            return

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    site.port = server.server_address[1]
    thread = threading.Thread(target=server.serve_forever, args=(0.01,))
    thread.start()
    try:
        yield site
    finally:
        server.shutdown()
        thread.join()
        server.server_close()
