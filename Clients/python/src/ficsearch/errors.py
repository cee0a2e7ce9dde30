"""What can go wrong."""

from __future__ import annotations


class FicsearchError(Exception):
    """An answer that did not come, or that is an error."""

    def __init__(self, code: str, detail: str, hint: str | None = None) -> None:
        super().__init__(detail if hint is None else f"{detail} ({hint})")
        #: A name of the error that never changes.
        self.code = code
        #: What happened, where and why.
        self.detail = detail
        #: What to do about it, where that is known.
        self.hint = hint


class NoAnswer(FicsearchError):
    """No daemon answers on the socket, the user may not connect, or the answer broke off."""

    def __init__(self, detail: str, hint: str | None = None) -> None:
        super().__init__("no_answer", detail, hint)


class Refused(FicsearchError):
    """The daemon answered with an error."""

    def __init__(
        self,
        code: str,
        detail: str,
        hint: str | None,
        *,
        status: int,
        span: tuple[int, int] | None = None,
        retry_after: int | None = None,
    ) -> None:
        super().__init__(code, detail, hint)
        #: The HTTP status: 400 for a query that is not understood, 404, 503 for a busy daemon.
        self.status = status
        #: The part of the query that is at fault, [start, end), where there is one.
        self.span = span
        #: After how many seconds to ask again, where the daemon is busy.
        self.retry_after = retry_after
