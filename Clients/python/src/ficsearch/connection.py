"""HTTP over the daemon's Unix socket."""

from __future__ import annotations

import http.client
import json
import os
import socket as sockets
import threading
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Union
from urllib.parse import urlencode

from .errors import NoAnswer, Refused
from .reading import field
from .records import JSON

Parameter = Union[None, bool, int, float, str]

#: The socket of the system's daemon.
SYSTEM_SOCKET = "/run/ficsearch/ficsearch.sock"

#: How often a question is sent when the connection ends before an answer begins: a daemon that
#: ends has accepted connections which it will not read, and its successor takes them.
ATTEMPTS = 4


def find_socket(environment: Mapping[str, str] = os.environ) -> str:
    """Where the daemon is, as `ficsearch` finds it.

    That is `FICSEARCH_SOCKET`, else the user's own daemon's if there is one, else the system's.
    """
    if named := environment.get("FICSEARCH_SOCKET"):
        return named
    folder = environment.get("XDG_RUNTIME_DIR") or f"/run/user/{os.getuid()}"
    own = os.path.join(folder, "ficsearch", "ficsearch.sock")
    return own if os.path.exists(own) else SYSTEM_SOCKET


class Connection:
    """A connection that is made anew where it is lost; threads take turns on it."""

    def __init__(self, path: str, timeout: float) -> None:
        self.path = path
        self._http = _UnixHTTPConnection(path, timeout)
        self._turn = threading.Lock()

    def open(self) -> None:
        """Connects, so that a daemon that is not there is known at once."""
        with self._turn, self._failures():
            self._http.connect()

    def close(self) -> None:
        with self._turn:
            self._http.close()

    def get(self, path: str, parameters: Mapping[str, Parameter]) -> JSON:
        """Asks, and reads the answer's JSON; errors of the daemon are raised."""
        given = {name: _text(value) for name, value in parameters.items() if value is not None}
        with self._turn, self._failures():
            response, body = self._exchange(f"{path}?{urlencode(given)}" if given else path)
        try:
            answer: JSON = json.loads(body)
        except ValueError:
            raise NoAnswer(f"what answers on {self.path} is not ficsearchd") from None
        if response.status >= 400:
            raise _refusal(response, answer)
        return answer

    def _exchange(self, target: str) -> tuple[http.client.HTTPResponse, bytes]:
        for attempt in range(1, ATTEMPTS + 1):
            try:
                self._http.request("GET", target, headers={"Accept": "application/json"})
                response = self._http.getresponse()
            except (http.client.BadStatusLine, BrokenPipeError, ConnectionResetError):
                self._http.close()
                if attempt == ATTEMPTS:
                    raise
                continue
            return response, response.read()
        raise AssertionError("the last attempt returns or raises")

    @contextmanager
    def _failures(self) -> Iterator[None]:
        """Makes errors of the connection the package's own, and the connection fit for the next."""
        try:
            yield
        except (OSError, http.client.HTTPException) as error:
            self._http.close()
            raise _failure(error, self.path) from error
        except BaseException:
            # Whatever is left of this answer is not the next one's.
            self._http.close()
            raise


class _UnixHTTPConnection(http.client.HTTPConnection):
    def __init__(self, path: str, timeout: float) -> None:
        # The host name is not looked at.
        super().__init__("localhost", timeout=timeout)
        self._path = path

    def connect(self) -> None:
        self.sock = sockets.socket(sockets.AF_UNIX, sockets.SOCK_STREAM)
        self.sock.settimeout(self.timeout)
        self.sock.connect(self._path)


def _failure(error: Exception, path: str) -> NoAnswer:
    if isinstance(error, PermissionError):
        return NoAnswer(
            f"you may not connect to {path}",
            "ask an administrator to add you to the group 'ficsearch', then log in again",
        )
    if isinstance(error, TimeoutError):
        return NoAnswer(f"the daemon on {path} did not answer in time", "try again")
    if isinstance(error, (FileNotFoundError, ConnectionRefusedError)):
        return NoAnswer(
            f"no daemon answers on {path}",
            "start it with 'systemctl start ficsearchd.socket', or name its socket",
        )
    return NoAnswer(f"the connection to {path} broke ({error})", "try again")


def _text(value: Parameter) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    return str(value)


def _refusal(response: http.client.HTTPResponse, problem: JSON) -> Refused:
    hint = field(problem, "hint")
    span = field(problem, "span")
    retry = response.headers.get("Retry-After", "")
    return Refused(
        str(field(problem, "code") or "unknown"),
        str(field(problem, "detail") or f"HTTP status {response.status}"),
        hint if isinstance(hint, str) else None,
        status=response.status,
        span=(span[0], span[1])
        if isinstance(span, list)
        and len(span) == 2
        and isinstance(span[0], int)
        and isinstance(span[1], int)
        else None,
        retry_after=int(retry) if retry.isdecimal() else None,
    )
