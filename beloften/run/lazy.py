"""Sequences that stay packed until they are gone through."""

from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from typing import Generic, TypeVar, overload

T = TypeVar("T")
C = TypeVar("C")


class Packed(Sequence[T]):
    """A sequence that is unpacked anew each time that it is gone through, and kept by nobody.

    So thousands of documents can be gone through while one at a time is in memory.
    """

    __slots__ = ("_length", "_read", "_unpack")

    def __init__(
        self, length: int, read: Callable[[], bytes], unpack: Callable[[bytes], Iterable[T]]
    ) -> None:
        """Take the number of items, what returns their bytes, and what makes items of those."""
        self._length = length
        self._read = read
        self._unpack = unpack

    def __len__(self) -> int:
        """Return the number of items, which takes no unpacking."""
        return self._length

    def __iter__(self) -> Iterator[T]:
        """Unpack the items."""
        return iter(self._unpack(self._read()))

    @overload
    def __getitem__(self, index: int) -> T: ...
    @overload
    def __getitem__(self, index: slice) -> Sequence[T]: ...
    def __getitem__(self, index: int | slice) -> T | Sequence[T]:
        """Unpack all items and return one or some."""
        return tuple(self)[index]

    def __eq__(self, other: object) -> bool:
        """Compare item by item, with what is packed or not."""
        return isinstance(other, Collection) and tuple(self) == tuple(other)

    __hash__ = None  # type: ignore[assignment]  # as lists have none

    def packed(self) -> bytes:
        """Return the bytes."""
        return self._read()


class PackedWithCodes(Packed[T], Generic[T, C]):
    """Findings of which the codes are packed apart, since counting needs no more and does it often."""

    __slots__ = ("codes",)

    def __init__(
        self,
        length: int,
        read: Callable[[], bytes],
        unpack: Callable[[bytes], Iterable[T]],
        codes: Packed[C],
    ) -> None:
        """Take what `Packed` takes, and the codes."""
        super().__init__(length, read, unpack)
        self.codes = codes
