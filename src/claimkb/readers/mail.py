"""E-mail (.eml) and single-file web archives (.mhtml): the message a person reads, and its sender.

Of a message's two versions the HTML one is read where it has the words of the
plain one: plain versions of newsletters are littered with addresses. What a
reply quotes, the signature and the unsubscribe lines go. The author is the
sender's name; the address is never kept.
"""

import re
from email import policy
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import parseaddr, parsedate_to_datetime

from claimkb.errors import ReadError
from claimkb.readers.base import Reader, ReadText
from claimkb.readers.encoding import html_text
from claimkb.readers.html import read_page
from claimkb.readers.markup import clean, text_of
from claimkb.readers.options import SourceOptions, merge, usable
from claimkb.readers.xml import parse_html

_QUOTED = re.compile(r"^(?:>.*|On .{5,200} wrote:|-{2,} ?(?:Original|Forwarded) [Mm]essage ?-{2,})$")
_FOOTER = re.compile(
    r"\b(?:unsubscribe|view (?:this (?:e-?mail|message)|it) in your browser|manage (?:your )?preferences"
    r"|you (?:are receiving|received) this (?:e-?mail|message|newsletter))\b",
    re.IGNORECASE,
)
_FOOTER_WORDS = 40  # a longer line that mentions unsubscribing is prose about it
_ENOUGH = 0.6  # the HTML version is read if it has this share of the plain version's words


def read_mail(data: bytes, path: str) -> ReadText:
    """The text of a message with its subject, sender and date."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    if not message.keys():
        raise ReadError("It is no e-mail message.", "Save the message as .eml, or its text as .txt.")
    text = _body(message)
    if not text:
        raise ReadError("There is no text in the message.", "Save its text as a .txt file.")
    return ReadText(text, _metadata(message))


def read_archive(data: bytes, path: str) -> ReadText:
    """The main text of a page that a browser saved as one file."""
    message = BytesParser(policy=policy.default).parsebytes(data)
    part = _part(message, "html")
    if part is None:
        raise ReadError("It holds no web page.", "Save the page as .html.")
    read = read_page(_decoded(part), path)
    url = str(message.get("Snapshot-Content-Location", "")) or None
    return ReadText(read.text, merge(read.metadata, usable(SourceOptions(url=url))))


def _part(message: EmailMessage, kind: str) -> EmailMessage | None:
    """The first part of a kind of text that is no attachment."""
    for part in message.walk():
        if part.get_content_type() == f"text/{kind}" and not part.is_attachment():
            return part
    return None


def _decoded(part: EmailMessage) -> str:
    payload = part.get_payload(decode=True)
    data = payload if isinstance(payload, bytes) else b""
    return html_text(data, part.get_content_charset())


def _body(message: EmailMessage) -> str:
    plain = _part(message, "plain")
    html = _part(message, "html")
    plain_text = _without_furniture(_decoded(plain)) if plain is not None else ""
    if html is None:
        return plain_text
    body = parse_html(_decoded(html))
    rich_text = _without_furniture(text_of(body)) if body is not None else ""
    return rich_text if len(rich_text.split()) >= _ENOUGH * len(plain_text.split()) else plain_text


def _without_furniture(text: str) -> str:
    """A message's text up to its signature, without quoted lines and the footer of a mailing list."""
    kept = []
    for line in clean(text.replace("\r\n", "\n")).split("\n"):
        if line == "-- ":
            break
        bare = line.strip()
        footer = _FOOTER.search(bare) is not None and len(bare.split()) <= _FOOTER_WORDS
        if not footer and not _QUOTED.match(bare):
            kept.append(line.rstrip())
    return re.sub(r"\n{3,}", "\n\n", "\n".join(kept)).strip()


def _metadata(message: EmailMessage) -> SourceOptions:
    sender, _ = parseaddr(_header(message, "From"))
    outlet = _header(message, "List-Id").partition("<")[0].strip(' "')
    return usable(
        SourceOptions(
            name=outlet or sender or None,
            title=_header(message, "Subject") or None,
            author=sender or None,
            published=_date(_header(message, "Date")),
            language=_header(message, "Content-Language") or None,
        )
    )


def _header(message: EmailMessage, name: str) -> str:
    """A header as text; what a broken one raises while it is decoded differs from release to release."""
    try:
        return str(message.get(name, ""))
    except (ValueError, LookupError, AttributeError, TypeError, IndexError):
        return ""


def _date(value: str) -> str | None:
    try:
        return parsedate_to_datetime(value).date().isoformat()
    except (ValueError, TypeError, IndexError, OverflowError):
        return None


MAIL = Reader(
    name="e-mail", suffixes=(".eml",), read=read_mail, media_types=("message/rfc822",), confined=True
)
WEB_ARCHIVE = Reader(
    name="saved web page",
    suffixes=(".mhtml", ".mht"),
    read=read_archive,
    media_types=("multipart/related",),
    confined=True,
)
