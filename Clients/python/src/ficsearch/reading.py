"""Reads records from JSON: the dataclasses are the one table of what an answer holds."""

from __future__ import annotations

import dataclasses
import types
from functools import cache
from typing import Any, TypeVar, Union, cast, get_args, get_origin, get_type_hints

from .errors import NoAnswer
from .records import JSON

Record = TypeVar("Record")


def record(kind: type[Record], value: JSON) -> Record:
    """Reads a record.

    Fields that this version does not know are left out, so that it reads later daemons' answers.
    """
    return cast(Record, _read(kind, value, kind.__name__))


def field(value: JSON, name: str) -> JSON:
    """A field of an object; `None` where there is none."""
    return value.get(name) if isinstance(value, dict) else None


def items(value: JSON, name: str) -> list[JSON]:
    """A field of an object that is a list; empty where there is none."""
    found = field(value, name)
    return found if isinstance(found, list) else []


def spelled(name: str) -> str:
    """A name as the API spells it: `talks_with` is `talksWith`."""
    first, *rest = name.split("_")
    return first + "".join(word.capitalize() for word in rest)


@cache
def _fields(kind: Any) -> tuple[tuple[str, str, Any, bool], ...]:
    hints = get_type_hints(kind)
    return tuple(
        (
            field.name,
            spelled(field.name),
            hints[field.name],
            field.default is dataclasses.MISSING,
        )
        for field in dataclasses.fields(kind)
    )


def _read(kind: Any, value: JSON, place: str) -> Any:
    if isinstance(kind, type) and dataclasses.is_dataclass(kind):
        if not isinstance(value, dict):
            raise _mismatch(place)
        found = {}
        for name, key, hint, is_needed in _fields(kind):
            if key in value:
                found[name] = _read(hint, value[key], f"{place}.{key}")
            elif is_needed:
                raise _mismatch(f"{place}.{key}")
        return cast(Any, kind)(**found)
    arguments = get_args(kind)
    if get_origin(kind) in (Union, types.UnionType):
        return None if value is None else _read(arguments[0], value, place)
    if get_origin(kind) is tuple:
        if not isinstance(value, list):
            raise _mismatch(place)
        if arguments[-1] is not Ellipsis and len(value) != len(arguments):
            raise _mismatch(place)
        return tuple(_read(arguments[0], item, place) for item in value)
    if kind is float and type(value) is int:
        return float(value)
    if type(value) is not kind:
        raise _mismatch(place)
    return value


def _mismatch(place: str) -> NoAnswer:
    return NoAnswer(
        f"the daemon's answer is not understood: {place}",
        "check that package and daemon are of one version",
    )
