"""Pages from the web, never from a machine that is not on the public internet."""

import ipaddress
import re
import socket
import time
from collections.abc import Callable
from contextlib import closing
from dataclasses import dataclass

import httpx

from ingest.sources.document import RawDocument, short_hash
from kg.errors import SourceError

Address = ipaddress.IPv4Address | ipaddress.IPv6Address
_HOPS = 10
_CONTENT_TYPES = {
    "text/plain": ".txt", "text/markdown": ".md", "text/html": ".html", "application/xhtml+xml": ".html",
    "application/pdf": ".pdf", "application/json": ".json", "application/jsonl": ".jsonl",
    "application/x-ndjson": ".jsonl", "application/rss+xml": ".rss", "application/atom+xml": ".atom",
    "application/rdf+xml": ".rdf", "text/xml": ".xml", "application/xml": ".xml",
    "application/octet-stream": "", "": "",
}  # fmt: skip
_EMBEDDED = tuple(map(ipaddress.ip_network, ("64:ff9b::/96", "64:ff9b:1::/48", "2002::/16", "2001::/32", "::/96")))
"""IPv6 networks whose addresses carry an IPv4 address, which may be a private one."""


def is_public(address: Address) -> bool:
    """Whether an address is one of the public internet: not private, loopback, link-local, multicast or reserved."""
    if isinstance(address, ipaddress.IPv6Address):
        if address.ipv4_mapped:
            return is_public(address.ipv4_mapped)
        if any(address in network for network in _EMBEDDED):
            return False
    return address.is_global and not (address.is_multicast or address.is_reserved)


def resolve(host: str, port: int) -> list[Address]:
    """The addresses of a host name."""
    found = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    return [ipaddress.ip_address(str(entry[4][0]).partition("%")[0]) for entry in found]


@dataclass(frozen=True)
class Web:
    """How pages are fetched: by which addresses, within how many seconds in all."""

    resolve: Callable[[str, int], list[Address]] = resolve
    allowed: Callable[[Address], bool] = is_public
    timeout: float = 30.0

    def get(self, url: str, limit: int) -> RawDocument:
        """The document at an address, redirects followed; raises `SourceError`. `limit` is in bytes."""
        try:
            return self._follow(url, limit)
        except (httpx.InvalidURL, UnicodeError, ValueError) as error:
            raise SourceError(url, f"is no valid address ({error})", "check the address") from error
        except (httpx.HTTPError, OSError) as error:
            raise SourceError(
                url, f"can't be fetched ({error or type(error).__name__})", "check the address, or try later"
            ) from error

    def _follow(self, url: str, limit: int) -> RawDocument:
        deadline = time.monotonic() + self.timeout
        target = httpx.URL(url)
        # trust_env would let a proxy of the environment resolve and connect instead
        with httpx.Client(trust_env=False, follow_redirects=False, timeout=self.timeout) as client:
            for _ in range(_HOPS):
                with closing(client.send(self._request(client, target, url), stream=True)) as response:
                    if not response.has_redirect_location:
                        return _document(response, url, target, limit, deadline)
                    target = target.join(response.headers["location"])
        raise SourceError(url, f"redirects more than {_HOPS} times", "give the final address")

    def _request(self, client: httpx.Client, target: httpx.URL, url: str) -> httpx.Request:
        """A request to an address that has been checked, so that a second look-up can't lead elsewhere."""
        if target.scheme not in {"http", "https"} or not target.host:
            raise SourceError(url, f"leads to {target.scheme or 'no'}: address", "give an http or https address")
        addresses = self.resolve(target.host, target.port or (443 if target.scheme == "https" else 80))
        if not addresses or not all(self.allowed(address) for address in addresses):
            raise SourceError(
                url, f"leads to {target.host}, which is not on the public internet", "save the page as a file"
            )
        headers = {"host": target.netloc.decode("ascii"), "user-agent": "ai-landscape-kg", "accept": "*/*"}
        host = str(addresses[0])
        return client.build_request(
            "GET", target.copy_with(host=host), headers=headers, extensions={"sni_hostname": target.host}
        )


def _document(response: httpx.Response, url: str, target: httpx.URL, limit: int, deadline: float) -> RawDocument:
    if response.status_code != httpx.codes.OK:
        raise SourceError(url, f"answers with HTTP {response.status_code}", "check the address in a browser")
    kind = response.headers.get("content-type", "").partition(";")[0].strip().lower()
    if kind not in _CONTENT_TYPES:
        raise SourceError(url, f"is {kind}, not text", "give text, Markdown, HTML, PDF, JSON or a feed")
    data = bytearray()
    for chunk in response.iter_bytes(65536):
        data += chunk
        if len(data) > limit:
            raise SourceError(url, f"is larger than {limit / 1_000_000:g} MB", "save it and split it")
        if time.monotonic() > deadline:
            raise SourceError(url, "takes too long to load", "try later, or save the page as a file")
    address = str(target.copy_with(fragment=None))
    charset = response.charset_encoding or ""
    return RawDocument(url, _name(target), bytes(data), _CONTENT_TYPES[kind], address, charset)


def _name(target: httpx.URL) -> str:
    """An article id from an address: host and path in letters that a file name may have, and a hash of the query."""
    path = re.sub(r"\.\w{1,5}$", "", target.path.strip("/"))
    words = re.sub(r"[^\w.]+", "-", f"{target.host.removeprefix('www.')}/{path}").strip("-")
    query = target.query.decode("ascii", "ignore")
    return f"{words}-{short_hash(query)}" if query else words
