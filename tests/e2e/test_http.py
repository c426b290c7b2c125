"""What only a real server shows of HTTP: bodies in chunks, parts of files."""

from __future__ import annotations

import re
from collections.abc import Iterator

import requests

from tests.e2e.people import Person


def in_chunks(text: bytes, size: int = 1000) -> Iterator[bytes]:
    for start in range(0, len(text), size):
        yield text[start : start + size]


def post_in_chunks(base_url: str, buyer: Person, path: str, text: bytes) -> requests.Response:
    headers = {"Authorization": f"Bearer {buyer.token}", "Content-Type": "application/json"}
    url = f"{base_url}/api/v1{path}"
    return requests.post(url, data=in_chunks(text), headers=headers, timeout=60)


def test_a_body_may_come_in_chunks(base_url: str, buyer: Person) -> None:
    path = f"/negotiations/{buyer.opened()['negotiation']['id']}/chat"
    answer = post_in_chunks(base_url, buyer, path, b'{"content": "%s"}' % (b"x" * 1500))
    assert answer.status_code == 202, answer.text
    assert answer.json()["message"]["content"] == "x" * 1500


def test_chunks_are_bounded_like_other_bodies(base_url: str, buyer: Person) -> None:
    answer = post_in_chunks(base_url, buyer, "/negotiations", b"x" * 100_000)
    assert (answer.status_code, answer.json()["code"]) == (413, "body_too_large")


def test_a_part_beyond_a_files_end(base_url: str) -> None:
    page = requests.get(base_url, timeout=60).text
    [script, *_] = re.findall(r'src="(/assets/[^"]+\.js)"', page)
    beyond = {"Range": "bytes=99999999-"}
    answer = requests.get(f"{base_url}{script}", headers=beyond, timeout=60)
    assert answer.status_code == 416
    assert answer.headers["Content-Type"] == "application/problem+json"
