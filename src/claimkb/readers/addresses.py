"""Which web addresses may be fetched, and the network addresses they lead to.

An article can name any address, and a server can send the reader on to one; so
neither may reach what only this machine can see: itself, its network, the
metadata service of a cloud. Every address a name resolves to must be public,
and the caller connects to an address that was checked here, not to the name:
a name that resolves otherwise a moment later gains nothing.
"""

import ipaddress
import re
import socket
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from urllib.parse import quote, urlsplit

from claimkb.errors import ReadError

Resolve = Callable[[str, int], Sequence[str]]

_PORTS = {"http": 80, "https": 443}
_MAX_URL = 2000
_HOST = re.compile(r"[a-z0-9_]([a-z0-9_.-]*[a-z0-9_])?\.?")
# A host whose last label is a number is an IPv4 address to some programs, whatever its form (WHATWG URL Standard).
_NUMERIC = re.compile(r"(?:.*\.)?(?:0x[0-9a-f]*|\d+)\.?")
# Of no public use, but older releases of Python do not know it (IANA special-purpose registries).
_RESERVED = tuple(
    ipaddress.ip_network(block)
    for block in (
        "100.64.0.0/10",
        "192.0.0.0/24",
        "192.88.99.0/24",
        "198.18.0.0/15",
        "64:ff9b:1::/48",
        "100::/64",
        "2001::/23",
        "2001:db8::/32",
        "3fff::/20",
        "5f00::/16",
        "fec0::/10",
    )
)
_NAT64 = ipaddress.ip_network("64:ff9b::/96")
_ONLY_PUBLIC = "Only public addresses are fetched; --allow-private lifts that."
_CHECK = "Check the address."


@dataclass(frozen=True, slots=True)
class Target:
    """A web address taken apart: where to connect (checked network addresses, best first) and what to ask for."""

    url: str
    scheme: str
    host: str
    port: int
    request: str
    addresses: tuple[str, ...]


def resolve(host: str, port: int) -> Sequence[str]:
    """The network addresses of a name, as the system finds them."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return list(dict.fromkeys(str(entry[4][0]) for entry in found))


def target_of(url: str, *, allow_private: bool = False, resolver: Resolve = resolve) -> Target:
    """Where a web address leads; raises `ReadError` if that is nowhere, or nowhere public."""
    scheme, host, port, request = _parts(url)
    try:
        addresses = [str(ipaddress.ip_address(host))]
    except ValueError:
        addresses = _resolved(host, port, resolver)
    if not allow_private:
        for address in addresses:
            if not is_public(address):
                raise ReadError(f"The address leads to {address}, which is not public.", _ONLY_PUBLIC)
    return Target(url, scheme, host, port, request, tuple(addresses))


def is_public(address: str) -> bool:
    """Whether a network address is one that anybody can reach; what IPv6 wraps is looked at, too."""
    try:
        ip = ipaddress.ip_address(address.partition("%")[0])
    except ValueError:
        return False
    if isinstance(ip, ipaddress.IPv6Address):
        inner = ip.ipv4_mapped or ip.sixtofour or (ip.teredo[1] if ip.teredo else None)
        if ip in _NAT64:
            inner = ipaddress.IPv4Address(int(ip) & 0xFFFFFFFF)
        if inner is not None:
            return is_public(str(inner))
        # What once was IPv4-compatible is in no use but to get round checks like this one.
        if int(ip) < 1 << 32:
            return False
    if any(ip in block for block in _RESERVED):
        return False
    return ip.is_global and not (ip.is_multicast or ip.is_reserved or ip.is_loopback or ip.is_link_local)


def _parts(url: str) -> tuple[str, str, int, str]:
    """Scheme, host, port and what to request."""
    if len(url) > _MAX_URL or any(c.isspace() or not c.isprintable() for c in url) or "\\" in url:
        raise ReadError("It is no web address.", _CHECK)
    try:
        split = urlsplit(url)
        port = split.port
        host = (split.hostname or "").encode("idna").decode("ascii").lower()
    except ValueError as error:
        raise ReadError("It is no web address.", _CHECK) from error
    scheme = split.scheme.lower()
    if scheme not in _PORTS:
        raise ReadError(f"Addresses of the kind {scheme[:20]}: are not fetched.", "Give one with https://.")
    if split.username is not None or split.password is not None:
        raise ReadError(
            "The address holds a user name or password.", "Save the page as a file and ingest that."
        )
    _check_host(host)
    request = (split.path or "/") + (f"?{split.query}" if split.query else "")
    return scheme, host, _PORTS[scheme] if port is None else port, _quoted(request)


def _check_host(host: str) -> None:
    try:
        ipaddress.ip_address(host)
    except ValueError:
        # 0x7f.1, 0177.0.0.1 and 2130706433 are all 127.0.0.1 to somebody.
        if _NUMERIC.fullmatch(host) or not _HOST.fullmatch(host) or ".." in host:
            raise ReadError("The address has no proper host name.", _CHECK) from None


def _quoted(request: str) -> str:
    return quote(request, safe="/?&=%:@!$'()*+,;~-._[]|#")


def _resolved(host: str, port: int, resolver: Resolve) -> list[str]:
    try:
        addresses = list(resolver(host, port))
    except (OSError, UnicodeError) as error:
        raise ReadError(
            f"There is no server called {host}.", "Check the address and the connection."
        ) from error
    if not addresses:
        raise ReadError(f"There is no server called {host}.", _CHECK)
    return addresses
