"""Asking servers over HTTP whether they can serve."""

from __future__ import annotations

import http.client


def complaint(host: str, port: int, path: str) -> str | None:
    """What keeps a server from answering `path` with 200, or None when it does."""
    connection = http.client.HTTPConnection(host, port, timeout=5)
    try:
        connection.request("GET", path)
        answer = connection.getresponse()
        body = answer.read(300).decode(errors="replace").strip()
    except (OSError, http.client.HTTPException) as error:
        return str(error) or type(error).__name__
    finally:
        connection.close()
    return None if answer.status == http.HTTPStatus.OK else f"{answer.status} {body}"
