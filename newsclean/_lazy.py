"""A property worked out once.

`functools.cached_property` takes a lock on each first access before Python
3.12; a page has thousands of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar, overload

if TYPE_CHECKING:
    from collections.abc import Callable

_Owner = TypeVar("_Owner")
_Value = TypeVar("_Value")


class lazy(Generic[_Owner, _Value]):  # noqa: N801
    """Computes an attribute when first asked for and keeps it in the instance."""

    def __init__(self, compute: Callable[[_Owner], _Value]) -> None:
        self._compute = compute
        self._name = compute.__name__
        self.__doc__ = compute.__doc__

    @overload
    def __get__(self, instance: None, owner: type) -> lazy[_Owner, _Value]: ...
    @overload
    def __get__(self, instance: _Owner, owner: type) -> _Value: ...

    def __get__(self, instance: _Owner | None, owner: type) -> _Value | lazy[_Owner, _Value]:
        """Compute the value; later accesses find it in the instance first."""
        if instance is None:
            return self
        value = self._compute(instance)
        # Not through the instance's dictionary: an instance that is never asked for it has none.
        object.__setattr__(instance, self._name, value)
        return value
