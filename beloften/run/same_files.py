"""Documents that are the same file under several names, as a browser saves what was downloaded twice."""

from collections.abc import Iterable, Iterator

from beloften.run.result import DocumentResult


def same_files(results: Iterable[DocumentResult]) -> Iterator[str]:
    """Yield a warning for each file that is read under more than one name, and so counts more than once."""
    names: dict[str, list[str]] = {}
    for result in results:
        if result.is_read:
            names.setdefault(result.sha256, []).append(result.source.name)
    for sha256, same in sorted(names.items(), key=lambda item: min(item[1])):
        if sha256 and len(same) > 1:
            yield f"{' and '.join(sorted(same))} are the same file, which counts {len(same)} times. Keep one."
