"""What answers are made of. The fields are those of the HTTP API, in Python's spelling."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Union

#: The answers of the API as JSON gives them.
JSON = Union[None, bool, int, float, str, "list[JSON]", "dict[str, JSON]"]

#: [start, end) of a text.
Span = tuple[int, int]


@dataclass(frozen=True, slots=True)
class WorkLabel:
    """A work, as other records name it."""

    id: str
    title: str
    authors: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChapterLabel:
    """A chapter, as other records name it."""

    number: int
    title: str | None = None
    #: "chapter" or "file" where it is gone from the archive and kept.
    removed: str | None = None


@dataclass(frozen=True, slots=True)
class Source:
    """A line of a file of the archive."""

    path: str
    line: int


@dataclass(frozen=True, slots=True)
class Saying:
    """What is said in a line: [start, end) of its text."""

    start: int
    end: int
    kind: str
    speaker: str | None = None
    addressees: tuple[str, ...] = ()
    confidence: float | None = None


@dataclass(frozen=True, slots=True)
class Hit:
    """A line that a search found."""

    ref: str
    work: WorkLabel
    chapter: ChapterLabel
    zone: str
    text: str
    source: Source
    score: float
    scene: int | None = None
    kind: str | None = None
    speaker: str | None = None
    addressees: tuple[str, ...] = ()
    confidence: float | None = None
    rule: str | None = None
    matches: tuple[Span, ...] = ()
    said: tuple[Saying, ...] = ()
    before: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    #: With `view="kwic"`: what stands before the match, the match, and what stands behind it.
    left: str | None = None
    match: str | None = None
    right: str | None = None
    #: Of a line that only comes close: the words that it lacks.
    lacking: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Partner:
    """With whom somebody talks, and in how many lines."""

    name: str
    lines: int


@dataclass(frozen=True, slots=True)
class Card:
    """Who it is that the query names."""

    name: str
    aliases: tuple[str, ...]
    works: tuple[WorkLabel, ...]
    scenes: int
    lines: int
    talks_with: tuple[Partner, ...]


@dataclass(frozen=True, slots=True)
class Totals:
    """How much matches, beyond what is shown."""

    works: int
    chapters: int
    scenes: int
    matches: int
    exact: bool


@dataclass(frozen=True, slots=True)
class CountGroup:
    """How many matches a part has."""

    by: str
    name: str
    matches: int
    scenes: int
    chapters: int
    works: int
    words: int
    per_ten_thousand: float | None = None
    work: WorkLabel | None = None
    chapter: ChapterLabel | None = None
    scene: int | None = None
    ref: str | None = None


@dataclass(frozen=True, slots=True)
class ChapterShare:
    """The matches of a chapter."""

    chapter: ChapterLabel
    ref: str
    matches: int
    words: int


@dataclass(frozen=True, slots=True)
class Dispersion:
    """How evenly the matches of a work lie in its chapters."""

    work: WorkLabel
    matches: int
    words: int
    #: The number of chapters with a match.
    range: int
    chapters: tuple[ChapterShare, ...]
    juilland_d: float | None = None
    deviation_of_proportions: float | None = None


@dataclass(frozen=True, slots=True)
class Collocate:
    """A word that stands beside matches."""

    word: str
    beside: int
    total: int
    log_likelihood: float


@dataclass(frozen=True, slots=True)
class Appearance:
    """Somebody in a chapter."""

    chapter: int
    lines: int
    scenes: int


@dataclass(frozen=True, slots=True)
class Member:
    """Somebody of the cast of a work."""

    name: str
    work: WorkLabel
    lines: int
    scenes: int
    chapters: int
    aliases: tuple[str, ...] = ()
    gender: str | None = None
    narrator: bool = False
    first: int | None = None
    last: int | None = None
    appearances: tuple[Appearance, ...] = ()
    chapters_of_work: int | None = None
    talks_with: tuple[Partner, ...] = ()


@dataclass(frozen=True, slots=True)
class WorkFacts:
    """What is known of a work, in one form."""

    fandoms: tuple[str, ...] = ()
    ships: tuple[str, ...] = ()
    characters: tuple[str, ...] = ()
    tags: tuple[str, ...] = ()
    warnings: tuple[str, ...] = ()
    genres: tuple[str, ...] = ()
    rating: str | None = None
    status: str | None = None
    language: str | None = None
    site: str | None = None
    url: str | None = None
    series: str | None = None
    part: str | None = None
    words: int | None = None
    chapters: int | None = None
    published: str | None = None
    updated: str | None = None
    packaged: str | None = None
    summary: str | None = None


@dataclass(frozen=True, slots=True)
class MetadataField:
    """What a source says of its work, in its own words."""

    key: str
    value: str
    origin: str


@dataclass(frozen=True, slots=True)
class WorkSource:
    """A text that the archive has of a work."""

    path: str
    chapters: int
    words: int
    is_shown: bool
    updated: str | None = None
    address: str | None = None
    facts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Work:
    """A work of the archive."""

    work: WorkLabel
    chapters: int
    scenes: int
    words: int
    path: str
    facts: WorkFacts
    matches: int | None = None
    metadata: tuple[MetadataField, ...] = ()
    sources: tuple[WorkSource, ...] = ()
    removed_chapters: int | None = None
    copies: int | None = None
    copy_of: str | None = None
    added: str | None = None


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A line of a passage."""

    text: str
    zone: str
    ref: str
    is_target: bool
    scene: int | None = None
    speakers: tuple[str, ...] = ()
    said: tuple[Saying, ...] = ()


@dataclass(frozen=True, slots=True)
class Passage:
    """A scene or a chapter to read."""

    ref: str
    work: WorkLabel
    chapter: ChapterLabel
    source: Source
    paragraphs: tuple[Paragraph, ...]
    address: str | None = None
    sources: tuple[WorkSource, ...] = ()
    #: The REFs of what stands beside it, where anything does.
    previous: str | None = None
    next: str | None = None

    @property
    def text(self) -> str:
        """The paragraphs, an empty line between them."""
        return "\n\n".join(paragraph.text for paragraph in self.paragraphs)


@dataclass(frozen=True, slots=True)
class Status:
    """Which daemon answers, and what it has."""

    version: str
    api: int
    user: str
    socket: str
    process: int
    uptime_seconds: int
    archive: tuple[str, ...]
    failed_files: int
