"""Read a QDPX project with the reader of `qualitative-coding`, in its environment, and print what it took in.

Usage: read_with_qc.py PROJECT.qdpx EMPTY-FOLDER

Four things of the reader of version 1.7.8 are mended here, none of which touches what it makes of a text, a
code or a coder: it stops in a debugger at each document; it takes documents that are no text for an error,
also PDFs that have their text beside them; it takes every character for a line; and it takes each position
for the first line.
"""

import json
import os
import sys
from bisect import bisect_right
from pathlib import Path
from xml.etree.ElementTree import Element

import structlog  # type: ignore[import-not-found] # of the other environment
from qualitative_coding.corpus import QCCorpus  # type: ignore[import-not-found] # the same
from qualitative_coding.refi_qda.reader import REFIQDAReader  # type: ignore[import-not-found] # the same


class Reader(REFIQDAReader):  # type: ignore[misc] # its types are unknown here
    def unpack_sources(self, sources: list[Element]) -> None:
        texts = (source.find("{*}Representation") for source in sources)
        super().unpack_sources(
            [source if text is None else text for source, text in zip(sources, texts, strict=True)]
        )

    def line_positions(self, corpus_file_path: Path) -> list[tuple[int, int]]:
        lines, start = [], 0
        for line in (self.corpus.corpus_dir / corpus_file_path).read_text("utf-8").splitlines(keepends=True):
            lines.append((start, start + len(line)))
            start += len(line)
        return lines

    def get_line_for_position(self, position: int, line_positions: list[tuple[int, int]]) -> int:
        return bisect_right(line_positions, position, key=lambda line: line[0]) - 1


def main(project: Path, folder: Path) -> None:
    sys.breakpointhook = lambda *_: None
    structlog.configure(logger_factory=structlog.PrintLoggerFactory(sys.stderr))
    os.chdir(folder)
    Reader(project).unpack_project(folder)
    corpus = QCCorpus(folder / "settings.yaml")
    with corpus.session():
        found = {
            "texts": {
                document.file_path: (corpus.corpus_dir / document.file_path).read_text("utf-8")
                for document in corpus.get_documents()
            },
            "codings": sorted(
                (name, line, coder, code) for code, coder, line, name in corpus.get_coded_lines()
            ),
        }
    json.dump(found, sys.stdout)


if __name__ == "__main__":
    main(Path(sys.argv[1]).resolve(), Path(sys.argv[2]).resolve())
