from beloften.codebook.schema import Level
from beloften.export.html.codes import code_sets, codes_of
from beloften.tally.count import ALL
from tests.export.building import sample

RULES = sample().run.rules


def test_a_belofte_is_called_with_its_number_in_either_language() -> None:
    for lang, label in (("nl", "4 Maatwerk"), ("en", "4 Tailored support")):
        assert next(code.label for code in codes_of(RULES, lang) if code.code == "maatwerk") == label


def test_hues_tell_nearness_from_what_it_turns_against() -> None:
    hues = {code.code: code.hue for code in codes_of(RULES, "nl")}
    assert (hues["maatwerk"], hues["nabijheid"]) == ("near", "near")
    assert (hues["rechtsgelijkheid"], hues["markt"]) == ("far", "far")
    assert (hues["civiel"], hues["autarkie"]) == ("other", "other")


def test_every_code_stands_in_one_table_with_codes_that_are_counted_alike() -> None:
    codes = codes_of(RULES, "nl")
    sets = code_sets(codes)
    assert sorted(code.code for found in sets for code in found.codes) == sorted(code.code for code in codes)
    assert sets[0].measures == tuple(Level)
    assert sets[0].leading == Level.BELOFTE
    assert sets[-1].measures == (ALL,)


def test_there_is_no_table_without_codes() -> None:
    codes = [code for code in codes_of(RULES, "nl") if code.code == "maatwerk"]
    assert [found.name for found in code_sets(codes)] == ["beloften"]
