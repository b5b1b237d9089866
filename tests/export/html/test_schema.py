from beloften.codebook.load import load_codebook
from beloften.codebook.schema import Level, Stance
from beloften.export.html.codes import codes_of
from beloften.export.html.schema import schema_blocks
from beloften.report.figures.data import schema
from beloften.rundir.notas import read_notas
from tests.export.building import CORPUS, sample

RUN = sample().run


def test_the_numbers_are_those_of_the_figure() -> None:
    notas, _ = read_notas([CORPUS / "baseline"])
    figure = schema(notas, load_codebook(), Level.BELOFTE)
    drawn = [
        (
            pair.good.code,
            round(pair.named, 6),
            round(pair.promised, 6),
            round(pair.stances[Stance.AFGEZET], 6),
        )
        for _, _, block in figure.blocks
        for pair in block
    ]
    assert [
        (
            good.code.code,
            round(good.rates[Level.GENOEMD], 6),
            round(good.rates[Level.BELOFTE], 6),
            round(value.rates[Stance.AFGEZET], 6),
        )
        for block in schema_blocks(RUN.tellingen, codes_of(RUN.rules, "nl"))
        for good, value in block.pairs
    ] == drawn


def test_rules_without_pairs_have_no_schema() -> None:
    codes = [code for code in codes_of(RUN.rules, "nl") if code.code == "nabijheid"]
    assert schema_blocks(RUN.tellingen, codes) == ()
