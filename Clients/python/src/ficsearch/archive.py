"""The archive, as its daemon answers for it."""

from __future__ import annotations

from types import TracebackType
from typing import Literal
from urllib.parse import quote

from .connection import Connection, Parameter, find_socket
from .reading import field, items, record
from .records import (
    JSON,
    Card,
    Collocate,
    CountGroup,
    Dispersion,
    Hit,
    Member,
    Passage,
    Status,
    Totals,
    Work,
)
from .tables import Page, Pages, Records

Zone = Literal["story", "dialogue", "narration", "thought", "notes", "summary", "all"]
Sort = Literal["works", "relevance", "story", "newest", "left", "right"]
Part = Literal[
    "work", "chapter", "scene", "speaker", "addressee", "zone", "author", "fandom", "year"
]
WorkSort = Literal[
    "relevance",
    "title",
    "author",
    "fandom",
    "series",
    "updated",
    "published",
    "added",
    "words",
    "chapters",
]

#: The most records of one answer.
MOST = 1000


class Search(Pages[Hit]):
    """The hits of a search; going through them asks for page after page."""

    def __init__(self, archive: Archive, parameters: dict[str, Parameter]) -> None:
        answer = archive._get("/v1/search", parameters)
        #: The query with every default written out.
        self.understood = str(field(field(answer, "begin"), "understood"))
        #: Who it is that the query names.
        self.cards = tuple(record(Card, card) for card in items(answer, "cards"))
        #: Lines that lack a word of the query and come about as close as the first hits.
        self.closest = tuple(record(Hit, hit) for hit in items(answer, "closest"))
        #: How much matches in all.
        self.totals = record(Totals, field(field(answer, "end"), "totals"))
        #: Queries that find something, where this one does not.
        self.suggestions = tuple(str(text) for text in items(field(answer, "end"), "suggestions"))

        def turn(cursor: str) -> Page[Hit]:
            return self._page(archive._get("/v1/search", parameters | {"cursor": cursor}))

        super().__init__(self._page(answer), turn)

    @staticmethod
    def _page(answer: JSON) -> Page[Hit]:
        hits = tuple(record(Hit, hit) for hit in items(answer, "hits"))
        return Page(hits, _cursor(field(answer, "end")))


class Works(Pages[Work]):
    """Works of the archive; going through them asks for page after page."""

    def __init__(self, archive: Archive, parameters: dict[str, Parameter]) -> None:
        answer = archive._get("/v1/works", parameters)
        total = field(answer, "total")
        #: How many there are.
        self.total = total if isinstance(total, int) else 0
        #: The query with every default written out.
        self.understood = str(field(answer, "understood"))

        def turn(cursor: str) -> Page[Work]:
            return self._page(archive._get("/v1/works", parameters | {"cursor": cursor}))

        super().__init__(self._page(answer), turn)

    @staticmethod
    def _page(answer: JSON) -> Page[Work]:
        return Page(tuple(record(Work, work) for work in items(answer, "works")), _cursor(answer))


class Counts(Records[CountGroup]):
    """How many matches each part has."""

    def __init__(self, answer: JSON) -> None:
        end = field(answer, "end")
        super().__init__((record(CountGroup, part) for part in items(answer, "counts")), _more(end))
        #: How much matches in all.
        self.totals = record(Totals, field(end, "totals"))


class Archive:
    """An archive that a daemon answers for. `connect()` makes one."""

    def __init__(self, connection: Connection) -> None:
        self._connection = connection

    def __enter__(self) -> Archive:
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        self.close()

    @property
    def socket(self) -> str:
        """The socket that is asked."""
        return self._connection.path

    def close(self) -> None:
        """Ends the connection."""
        self._connection.close()

    def search(
        self,
        query: str,
        *,
        zone: Zone | None = None,
        sort: Sort | None = None,
        view: Literal["lines", "kwic"] | None = None,
        context: int | None = None,
        margin: int | None = None,
        sample: int | None = None,
        seed: int | None = None,
        confidence: float | None = None,
        exact: bool = False,
        full: bool = True,
        copies: Literal["fold", "all"] | None = None,
        page: int = 200,
    ) -> Search:
        """Searches; the hits come in as many pages as it takes.

        `zone` is where to look, `context` how many lines to take before and after each hit,
        `confidence` how sure it must be who speaks, `exact` whether words are taken as written,
        `full` whether long lines come whole. `view="kwic"` makes a hit of each match, `sample`
        draws so many by lot. Everything else stands in the query.
        """
        parameters: dict[str, Parameter] = {
            "q": query,
            "in": zone,
            "sort": sort,
            "view": view,
            "context": context,
            "margin": margin,
            "sample": sample,
            "seed": seed,
            "confidence": confidence,
            "exact": exact,
            "full": full,
            "copies": copies,
            "limit": page,
        }
        return Search(self, parameters)

    def count(
        self,
        query: str,
        by: Part = "work",
        *,
        zone: Zone | None = None,
        confidence: float | None = None,
        exact: bool = False,
        copies: Literal["fold", "all"] | None = None,
        limit: int = MOST,
    ) -> Counts:
        """Counts matches part by part, with rates, the parts with the most first."""
        parameters = self._scope(query, zone, confidence, exact, copies, limit)
        return Counts(self._get("/v1/count", parameters | {"by": by}))

    def dispersion(
        self,
        query: str,
        *,
        zone: Zone | None = None,
        confidence: float | None = None,
        exact: bool = False,
        copies: Literal["fold", "all"] | None = None,
        limit: int = MOST,
    ) -> Records[Dispersion]:
        """Says how evenly matches lie in works, those with the most first."""
        parameters = self._scope(query, zone, confidence, exact, copies, limit)
        answer = self._get("/v1/dispersion", parameters)
        found = (record(Dispersion, part) for part in items(answer, "counts"))
        return Records(found, _more(answer))

    def collocates(
        self,
        query: str,
        *,
        window: int | None = None,
        minimum: int | None = None,
        zone: Zone | None = None,
        confidence: float | None = None,
        exact: bool = False,
        copies: Literal["fold", "all"] | None = None,
        limit: int = MOST,
    ) -> Records[Collocate]:
        """Lists the words within `window` words of matches, the surest first."""
        parameters = self._scope(query, zone, confidence, exact, copies, limit)
        parameters |= {"window": window, "minimum": minimum}
        answer = self._get("/v1/collocates", parameters)
        found = (record(Collocate, part) for part in items(answer, "counts"))
        return Records(found, _more(answer))

    def cast(
        self, work: str | None = None, *, name: str | None = None, limit: int = MOST
    ) -> Records[Member]:
        """Lists who is in the works whose title holds `work`, or who has a name."""
        answer = self._get("/v1/cast", {"work": work, "name": name, "limit": limit})
        return Records(record(Member, member) for member in items(answer, "members"))

    def works(
        self,
        query: str = "",
        *,
        sort: WorkSort | None = None,
        reverse: bool = False,
        exact: bool = False,
        copies: Literal["fold", "all"] | None = None,
        page: int = 200,
    ) -> Works:
        """Lists the works that a query asks for, all without one, in as many pages as it takes."""
        parameters: dict[str, Parameter] = {
            "q": query or None,
            "sort": sort,
            "reverse": reverse,
            "exact": exact,
            "copies": copies,
            "limit": page,
        }
        return Works(self, parameters)

    def work(self, name: str) -> Work:
        """The work of this id, or the one whose title holds these words."""
        return record(Work, self._get(f"/v1/works/{quote(name, safe='')}", {}))

    def show(
        self,
        ref: str,
        *,
        chapter: bool = False,
        step: Literal["previous", "here", "next"] | None = None,
    ) -> Passage:
        """The scene that a REF lies in, or the whole chapter, or the one beside it."""
        kind = "chapters" if chapter else "scenes"
        answer = self._get(f"/v1/{kind}/{quote(ref, safe=':')}", {"step": step})
        return record(Passage, answer)

    def status(self) -> Status:
        """Which daemon answers, and for what."""
        return record(Status, self._get("/v1/status", {}))

    def _get(self, path: str, parameters: dict[str, Parameter]) -> JSON:
        return self._connection.get(path, parameters)

    @staticmethod
    def _scope(
        query: str,
        zone: Zone | None,
        confidence: float | None,
        exact: bool,
        copies: str | None,
        limit: int,
    ) -> dict[str, Parameter]:
        return {
            "q": query,
            "in": zone,
            "confidence": confidence,
            "exact": exact,
            "copies": copies,
            "limit": limit,
        }


def connect(socket: str | None = None, *, timeout: float = 60) -> Archive:
    """Connects to the daemon on `socket`, or where `ficsearch` finds it.

    `timeout` is how long to wait for the next bytes of an answer, in seconds.
    """
    connection = Connection(socket or find_socket(), timeout)
    connection.open()
    return Archive(connection)


def _cursor(answer: JSON) -> str | None:
    cursor = field(answer, "cursor")
    return cursor if isinstance(cursor, str) else None


def _more(answer: JSON) -> int:
    more = field(answer, "more")
    return more if isinstance(more, int) else 0
