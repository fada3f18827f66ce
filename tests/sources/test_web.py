"""Pages over HTTP from a server on loopback, and the guard that refuses such addresses to all but these tests."""

import ipaddress
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest
from hypothesis import given
from hypothesis import strategies as st

from ingest.sources import Web
from ingest.sources.web import Address, is_public
from tests.sources.documents import TEXTS, item, page, read, rss

LOOPBACK = ipaddress.ip_address("127.0.0.1")
PAGES: dict[str, tuple[str, bytes]] = {
    "/page": ("text/html; charset=shift_jis", page(TEXTS["ja"], lang="ja").encode("shift_jis")),
    "/text": ("text/plain", TEXTS["en"].encode()),
    "/feed": (
        "application/rss+xml",
        rss(item(TEXTS["en"], "", "https://kiln.example")).encode(),
    ),
    "/picture": ("image/png", b"\x89PNG"),
    "/large": ("text/plain", b"x" * 2_000_000),
}
MOVED = {
    "/moved": "/text",
    "/loop": "/loop",
    "/inside": "http://10.0.0.1/",
    "/metadata": "http://169.254.169.254/latest",
    "/file": "file:///etc/passwd",
    "/nameless": "http:///",
}


class Handler(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        if self.path in MOVED:
            self.send_response(302)
            self.send_header("Location", MOVED[self.path])
            self.end_headers()
            return
        kind, body = PAGES.get(self.path, ("text/plain", b""))
        self.send_response(200 if self.path in PAGES else 404)
        self.send_header("Content-Type", kind)
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, *_: object) -> None:
        """Requests of tests are no news."""


@pytest.fixture(scope="module")
def base() -> Iterator[str]:
    with ThreadingHTTPServer(("127.0.0.1", 0), Handler) as server:
        threading.Thread(target=server.serve_forever, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()


def only_loopback(address: Address) -> bool:
    return address == LOOPBACK


HERE = Web(allowed=only_loopback)


@pytest.mark.parametrize(("path", "text"), [("/text", TEXTS["en"]), ("/moved", TEXTS["en"]), ("/feed", TEXTS["en"])])
def test_address_is_read(base: str, path: str, text: str) -> None:
    (article,), rejected = read(base + path, web=HERE)
    assert (article.text, rejected) == (text, [])


def test_page_has_its_address_and_the_charset_of_its_server(base: str) -> None:
    (article,), _ = read(f"{base}/page#part", web=HERE)
    assert article.url == f"{base}/page"
    assert article.lang == "ja"
    assert "霧島演算" in article.text


REFUSED = {
    "/missing": "answers with HTTP 404; check the address in a browser",
    "/picture": "is image/png, not text; give text, Markdown, HTML, PDF, JSON or a feed",
    "/large": "is larger than 1 MB; save it and split it",
    "/loop": "redirects more than 10 times; give the final address",
    "/inside": "leads to 10.0.0.1, which is not on the public internet; save the page as a file",
    "/metadata": "leads to 169.254.169.254, which is not on the public internet; save the page as a file",
    "/file": "leads to file: address; give an http or https address",
}


@pytest.mark.parametrize("path", REFUSED)
def test_address_is_refused_with_its_reason(base: str, path: str) -> None:
    assert read(base + path, web=HERE) == ([], [f"{base}{path}: {REFUSED[path]}"])


def test_loopback_is_refused_by_default(base: str) -> None:
    (line,) = read(f"{base}/text")[1]
    assert "leads to 127.0.0.1, which is not on the public internet; save the page as a file" in line


def test_name_that_leads_inside_is_refused() -> None:
    def resolve(_: str, __: int) -> list[Address]:
        return [ipaddress.ip_address("8.8.8.8"), ipaddress.ip_address("192.168.0.1")]

    (line,) = read("http://news.example/", web=Web(resolve=resolve))[1]
    assert "leads to news.example, which is not on the public internet" in line


@pytest.mark.parametrize("url", ["http://", "http://[::1", "http://exa mple/", "https://user@:99999/"])
def test_what_is_no_address_is_told(url: str) -> None:
    articles, (line,) = read(url)
    assert articles == []
    assert line.startswith(f"{url}: ")
    assert "\n" not in line


PRIVATE = (
    "0.0.0.0", "10.1.2.3", "100.64.0.1", "127.0.0.1", "127.255.255.254", "169.254.169.254", "172.16.0.1", "192.0.2.1",
    "192.168.1.1", "198.18.0.1", "224.0.0.1", "240.0.0.1", "255.255.255.255", "::", "::1", "fc00::1", "fe80::1",
    "ff02::1", "2001:db8::1", "::ffff:127.0.0.1", "::ffff:10.0.0.1", "64:ff9b::7f00:1", "2002:7f00:1::", "::7f00:1",
)  # fmt: skip


@pytest.mark.parametrize("address", PRIVATE)
def test_address_that_is_not_public_is_known(address: str) -> None:
    assert not is_public(ipaddress.ip_address(address))


@pytest.mark.parametrize("address", ["8.8.8.8", "1.1.1.1", "2606:4700::1111"])
def test_public_address_is_known(address: str) -> None:
    assert is_public(ipaddress.ip_address(address))


@given(st.ip_addresses(v=4))
def test_mapped_address_is_what_it_maps(address: ipaddress.IPv4Address) -> None:
    assert is_public(ipaddress.ip_address(f"::ffff:{address}")) == is_public(address)
