"""Lists of records, and their way into tables."""

from __future__ import annotations

import dataclasses
from collections.abc import Callable, Iterable, Iterator, Sequence
from typing import TYPE_CHECKING, Any, Generic, TypeVar, overload

if TYPE_CHECKING:
    import pandas

T = TypeVar("T")


class Table(Generic[T]):
    """Records that a table can be made of."""

    def __iter__(self) -> Iterator[T]:
        raise NotImplementedError

    def to_rows(self) -> list[dict[str, Any]]:
        """A flat dictionary a record: the title of a hit's work is `work_title`."""
        return [_row(item) for item in self]

    def to_dataframe(self) -> pandas.DataFrame:
        """A data frame with a row a record; needs pandas."""
        import pandas

        return pandas.DataFrame(self.to_rows())


class Records(Table[T], Sequence[T]):
    """Records that came in one answer."""

    def __init__(self, items: Iterable[T], more: int = 0) -> None:
        self._items = tuple(items)
        #: How many there are beyond the limit.
        self.more = more

    @overload
    def __getitem__(self, index: int) -> T: ...

    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...

    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        return self._items[index]

    def __iter__(self) -> Iterator[T]:
        return iter(self._items)

    def __len__(self) -> int:
        return len(self._items)

    def __repr__(self) -> str:
        return f"<{len(self._items)} records{f', {self.more} more' if self.more else ''}>"


@dataclasses.dataclass(frozen=True, slots=True)
class Page(Generic[T]):
    """A page of an answer, and where the next one begins."""

    items: tuple[T, ...]
    cursor: str | None


class Pages(Table[T]):
    """Records of an answer that comes page by page; the pages are asked for when they are needed."""

    def __init__(self, first: Page[T], turn: Callable[[str], Page[T]]) -> None:
        self._first = first
        self._turn = turn

    def __iter__(self) -> Iterator[T]:
        page = self._first
        yield from page.items
        while page.cursor is not None:
            page = self._turn(page.cursor)
            yield from page.items


def _row(record: Any, prefix: str = "") -> dict[str, Any]:
    row: dict[str, Any] = {}
    for field in dataclasses.fields(record):
        value = getattr(record, field.name)
        name = prefix + field.name
        if dataclasses.is_dataclass(value):
            row |= _row(value, name + "_")
        else:
            row[name] = value
    return row
