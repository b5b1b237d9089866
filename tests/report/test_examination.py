"""How an examination of the installation looks."""

from beloften.errors import ExitCode
from beloften.report.examination import examination_lines
from beloften.run.examine import Check, Examination

COMMAND = "python -m pip install 'beloften[xlsx]' # which is longer than a line of this terminal"


def test_each_check_has_its_mark_and_what_to_do_stands_below_it_unbroken() -> None:
    found = Examination(
        program=(Check("beloften", "1.0, /opt"),),
        needed=(Check("rules", "kapot", is_well=False, step="Herstel ze."),),
        extras=(Check("xlsx", "een twee drie vier vijf zes zeven", is_well=False, step=COMMAND),),
        computer=(Check("cores", "2"),),
        exit_code=ExitCode.INVALID_RULES,
    )
    assert list(examination_lines(found, 42)) == [
        "beloften   1.0, /opt",
        "",
        "What a scan needs",
        "  FAULT  rules      kapot",
        "                    Herstel ze.",
        "",
        "What can be installed beside it",
        "  -      xlsx       een twee drie vier",
        "                    vijf zes zeven",
        f"                    {COMMAND}",
        "",
        "This computer",
        "  ok     cores      2",
    ]
