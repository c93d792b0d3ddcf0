"""Only what anybody can reach is fetched, however an address is written and whatever it resolves to."""

from collections.abc import Sequence

import pytest

from claimkb.errors import ReadError
from claimkb.readers.addresses import is_public, target_of

PUBLIC = ["93.184.216.34", "8.8.8.8", "2606:2800:220:1:248:1893:25c8:1946"]
NOT_PUBLIC = [
    "127.0.0.1",
    "127.255.255.254",
    "0.0.0.0",
    "10.0.0.1",
    "172.16.0.1",
    "172.31.255.255",
    "192.168.1.1",
    "169.254.169.254",  # the metadata service of clouds
    "100.64.0.1",
    "192.0.0.8",
    "198.18.0.1",
    "224.0.0.1",
    "240.0.0.1",
    "255.255.255.255",
    "::",
    "::1",
    "::127.0.0.1",
    "::ffff:127.0.0.1",
    "::ffff:10.0.0.1",
    "::ffff:a9fe:a9fe",
    "64:ff9b::7f00:1",
    "2002:7f00:1::1",
    "2001:0:4136:e378:8000:63bf:80ff:fffe",
    "fe80::1",
    "fe80::1%eth0",
    "fc00::1",
    "fd12:3456::1",
    "fec0::1",
    "ff02::1",
    "2001:db8::1",
    "not an address",
]


@pytest.mark.parametrize("address", PUBLIC)
def test_addresses_that_anybody_can_reach(address: str) -> None:
    assert is_public(address)


@pytest.mark.parametrize("address", NOT_PUBLIC)
def test_addresses_that_only_this_machine_or_its_network_can_reach(address: str) -> None:
    assert not is_public(address)


def everywhere(host: str, port: int) -> Sequence[str]:
    """A resolver that finds this machine behind every name, as the system's does for odd forms of numbers."""
    return ["127.0.0.1"]


@pytest.mark.parametrize(
    "url",
    [
        "http://127.0.0.1/",
        "http://127.0.0.1:8080/admin",
        "http://[::1]/",
        "http://[::ffff:127.0.0.1]/",
        "http://[::ffff:7f00:1]/",
        "http://169.254.169.254/latest/meta-data/",
        "http://[fe80::1%25eth0]/",
        "http://localhost/",
        "http://LOCALHOST./",
        "http://news.example/",
        "http://127.0.0.1.nip.example/",
        "http://2130706433/",
        "http://0x7f000001/",
        "http://0177.0.0.1/",
        "http://0x7f.1/",
        "http://127.1/",
        "http://017700000001/",
        "http://1.2.3.4.5/",
        "http://１２７.０.０.１/",
        "http://①②⑦.⓪.⓪.①/",
        "http://user@news.example/",
        "http://user:word@127.0.0.1/",
        "http://news.example@127.0.0.1/",
        "http://127.0.0.1#@news.example/",
        "http://127.0.0.1\\@news.example/",
        "http://news.example\n/",
        "http://news.example:99999/",
        "http://news.example:-1/",
        "http://[::1/",
        "http:///etc/passwd",
        "http://..example/",
        "http://a..b/",
        "http://" + "a" * 3000 + "/",
        "https:/news.example",
        "ftp://news.example/",
        "file:///etc/passwd",
        "gopher://127.0.0.1:6379/_INFO",
        "javascript:alert(1)",
        "data:text/html,hello",
        "",
    ],
)
def test_addresses_that_are_refused(url: str) -> None:
    with pytest.raises(ReadError) as refused:
        target_of(url, resolver=everywhere)
    assert refused.value.problem
    assert refused.value.next_step


def test_a_name_is_refused_if_any_of_its_addresses_is_private() -> None:
    with pytest.raises(ReadError, match=r"10\.0\.0\.7, which is not public"):
        target_of("https://news.example/", resolver=lambda host, port: ["93.184.216.34", "10.0.0.7"])


def test_where_an_address_leads() -> None:
    target = target_of(
        "HTTPS://Bücher.Example:8443/a b?q=ü#part".replace(" ", "%20"), resolver=lambda h, p: PUBLIC
    )
    assert (target.scheme, target.host, target.port) == ("https", "xn--bcher-kva.example", 8443)
    assert target.request == "/a%20b?q=%C3%BC"
    assert target.addresses == tuple(PUBLIC)


def test_private_addresses_are_fetched_on_request() -> None:
    assert target_of("http://localhost:8000/", allow_private=True, resolver=everywhere).addresses == (
        "127.0.0.1",
    )


def test_a_name_that_nobody_knows() -> None:
    def nowhere(host: str, port: int) -> Sequence[str]:
        raise OSError("Name or service not known")

    with pytest.raises(ReadError, match=r"no server called news\.example"):
        target_of("https://news.example/", resolver=nowhere)
