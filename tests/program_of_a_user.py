"""A program that uses all of `import beloften`, as a researcher could: run by a test, and checked by mypy.

python tests/program_of_a_user.py corpora/voorbeeld FOLDER
"""

import sys
from pathlib import Path

import beloften


def look_at_rules(codebook: beloften.Codebook) -> None:
    """Say how the rules are, and what they find in a sentence."""
    assert not beloften.lint(codebook)
    assert not beloften.failed_examples(codebook)
    assert not beloften.codebook_changes(codebook, codebook)
    print(*beloften.explain_text("Wij leveren maatwerk.", codebook), sep="\n")


def read(corpus: Path, codebook: beloften.Codebook) -> beloften.Scan:
    """Read one document, then all of them, and say how far it is."""
    first = beloften.read_input(min(corpus.glob("*.pdf")))
    print(f"pages: {len(first.pages)}")
    progress = beloften.Progress(
        lambda documents: print(f"documents: {documents}"), lambda result: print(result.source.name)
    )
    options = beloften.ReadingOptions(hits=True)
    return beloften.scan([corpus], codebook, options=options, progress=progress, jobs=1, cached=False)


def count(found: beloften.Scan, codebook: beloften.Codebook, folder: Path) -> None:
    """Count, compare and draw."""
    tellingen = beloften.count(found.results, codebook, beloften.By.DOCUMENT)
    print(sum(row.zinnen for row in tellingen if row.measure == beloften.Level.BELOFTE) > 0)
    notas = beloften.notas_of(found.results)
    asked = beloften.Asked(beloften.Show.VERSCHILLEN, "jaar", beloften.Against.REST)
    print(len(beloften.compared(notas, codebook, asked).rows) > 0)
    shape = beloften.figure_shape(beloften.FigureAsked(beloften.FigureKind.DOTS), notas, codebook)
    (folder / "dots.svg").write_bytes(beloften.draw_figure(shape, "svg", "en"))
    unmatched = [stat for stat in beloften.pattern_stats(found.results, codebook, 0) if not stat.matches]
    print(f"patterns that match nothing: {len(unmatched) > 0}")


def keep(found: beloften.Scan, codebook: beloften.Codebook, folder: Path) -> beloften.Run:
    """Write a run, read it back and export it."""
    meta = beloften.run_meta({"ocr": False}, found.toleranties)
    beloften.write_run(folder / "run", found.results, codebook, meta)
    run = beloften.read_run(folder / "run")
    assert run.bevindingen == beloften.run_of(found.results, codebook, meta).bevindingen
    notas, code = beloften.read_notas([folder / "run"])
    print(len(notas), code.name, beloften.merge_runs([folder / "run"], folder / "whole").name)
    print(any(line.key.startswith("maatwerk") for line in beloften.kwic_of_code(run.bevindingen, "maatwerk")))
    return run


def export(run: beloften.Run, corpus: Path, folder: Path) -> None:
    """Write a run for other programs."""
    material = beloften.Material("voorbeeld", run, "en", beloften.find_originals(run.documenten, corpus))
    print(beloften.export_text(material, beloften.ExportFormat.BIBTEX)[:9])
    one = beloften.Material("voorbeeld", run, "en", tables=[beloften.TableName.BELOFTEN])
    print(beloften.export_text(one, beloften.ExportFormat.LATEX) != "")
    assert not beloften.export_run(material, beloften.ExportFormat.CSV, folder / "voorbeeld.csv")


def hold(run: beloften.Run, found: beloften.Scan, codebook: beloften.Codebook) -> None:
    """Hold a run against an earlier one, itself, and against a condition."""
    kept = beloften.promise_changes(run, run)
    print(f"drift: {beloften.find_drift(run, run).fails}, beloften that were kept: {len(kept) > 0}")
    condition = beloften.read_condition("woorden > 1", codebook)
    print(*beloften.conditions_met([condition], run))
    _, changes = beloften.finding_changes(found.results, found.results, (codebook, codebook))
    print(f"findings that changed: {len(changes)}")


def validate(
    corpus: Path, run: beloften.Run, found: beloften.Scan, codebook: beloften.Codebook, folder: Path
) -> None:
    """Draw sentences to code, and use what people coded and judged."""
    population = beloften.population_of([corpus], codebook)
    assert population == beloften.population_of_run(run, [corpus], codebook)
    drawn = beloften.draw_sample(population, codebook, 20, 1)
    print(beloften.write_sample(folder / "sheet.csv", drawn, codebook).name)
    coders = beloften.read_coders([folder / "codes.jsonl"], codebook).coders
    comparison = beloften.compare_coders(coders, codebook)
    print(comparison.coders)
    (coded,) = coders.values()
    again = beloften.recode(coded, beloften.Detector(codebook))
    print(f"phrases: {len(beloften.suggest(coded, again))}")
    errors = beloften.read_validation(folder / "validation.json").errors
    print(len(beloften.count_corrected(found.results, codebook, beloften.By.GEMEENTE, errors)) > 0)
    judged = beloften.read_judgements(folder / "judgements.csv")
    print(beloften.apply_judgements(found.results, judged, codebook).judged)


def main(corpus: Path, folder: Path) -> None:
    """Do all of it."""
    codebook = beloften.load_codebook()
    look_at_rules(codebook)
    found = read(corpus, codebook)
    count(found, codebook, folder)
    run = keep(found, codebook, folder)
    export(run, corpus, folder)
    hold(run, found, codebook)
    validate(corpus, run, found, codebook, folder)
    print(beloften.start_project(folder / "project").folder.name)
    print(beloften.examine_installation().exit_code.name)
    try:
        beloften.read_run(folder / "nowhere")
    except beloften.BeloftenError as error:
        print(error)


if __name__ == "__main__":
    main(Path(sys.argv[1]), Path(sys.argv[2]))
