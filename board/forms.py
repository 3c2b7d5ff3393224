"""Checking objects from a file against a form: which fields, and what each may hold."""

from base64 import b64decode
from collections.abc import Callable, Mapping
from functools import partial
from typing import Any

from board.faults import Fault, shown
from board.schema import Kind
from board.values import UnfitError, fit, identifier

Check = Callable[[object], object]
Form = Mapping[str, Check]


def filled(
    form: Form, value: object, path: str, faults: list[Fault], *, needed: Form | None = None
) -> dict[str, Any]:
    """Give the fields of an object, each as its check has it; what is wrong goes to `faults`.

    Fields that are not in the form are wrong, and so are missing ones that are `needed`
    (all of them unless said otherwise).
    """
    if not isinstance(value, Mapping):
        faults.append(Fault(path, "not an object"))
        return {}
    found: dict[str, Any] = {}
    for name in dict.fromkeys([*(form if needed is None else needed), *value]):
        try:
            found[name] = _entry(form, value, name)
        except UnfitError as unfit:
            faults.append(Fault(below(path, name), str(unfit)))
    return found


def below(path: str, name: object) -> str:
    """Give the path of something inside `path`."""
    return f"{path}.{shown(name)}" if path else shown(name)


def one(kind: Kind, *, optional: bool = False) -> Check:
    """Give the check for a value of this kind; null passes when it is optional."""
    return partial(_octets if kind is Kind.BYTES else _fit, kind, optional)


def same(known: object) -> Check:
    """Give the check for a value that is known beforehand."""
    return partial(_same, known)


def ids(value: object) -> tuple[str, ...]:
    """Give a list of ids in ascending order, each once."""
    if not isinstance(value, list | tuple):
        raise UnfitError("not a list of ids")
    return tuple(sorted({identifier(item) for item in value}))


def anything(value: object) -> object:
    """Give what is looked into later."""
    return value


def _entry(form: Form, value: Mapping[str, object], name: str) -> object:
    if name not in form:
        raise UnfitError("unknown")
    if name not in value:
        raise UnfitError("missing")
    return form[name](value[name])


def _fit(kind: Kind, optional: bool, value: object) -> object:
    if value is None and not optional:
        raise UnfitError("may not be null")
    return fit(kind, value)


def _octets(kind: Kind, optional: bool, value: object) -> object:
    if not isinstance(value, str):
        return _fit(kind, optional, value)
    try:
        return b64decode(value, validate=True)
    except ValueError:
        raise UnfitError("not base64") from None


def _same(known: object, value: object) -> object:
    if value != (list(known) if isinstance(known, tuple) else known):
        raise UnfitError("not what it must be here")
    return known
