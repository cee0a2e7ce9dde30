"""Asks a ficsearch daemon: full-text search in a fiction archive that knows who speaks.

>>> import ficsearch
>>> archive = ficsearch.connect()
>>> for hit in archive.search("from:pask scales"):
...     print(hit.speaker, hit.text)
"""

from .archive import Archive, Counts, Search, Works, connect
from .connection import find_socket
from .errors import FicsearchError, NoAnswer, Refused
from .records import (
    Appearance,
    Card,
    ChapterLabel,
    ChapterShare,
    Collocate,
    CountGroup,
    Dispersion,
    Hit,
    Member,
    MetadataField,
    Paragraph,
    Partner,
    Passage,
    Saying,
    Source,
    Status,
    Totals,
    Work,
    WorkFacts,
    WorkLabel,
    WorkSource,
)
from .tables import Records

__version__ = "0.2.0"

__all__ = [
    "Appearance",
    "Archive",
    "Card",
    "ChapterLabel",
    "ChapterShare",
    "Collocate",
    "CountGroup",
    "Counts",
    "Dispersion",
    "FicsearchError",
    "Hit",
    "Member",
    "MetadataField",
    "NoAnswer",
    "Paragraph",
    "Partner",
    "Passage",
    "Records",
    "Refused",
    "Saying",
    "Search",
    "Source",
    "Status",
    "Totals",
    "Work",
    "WorkFacts",
    "WorkLabel",
    "WorkSource",
    "Works",
    "connect",
    "find_socket",
]
