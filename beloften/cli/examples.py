"""Examples of each command, as its `--help` shows them below its options."""

EXAMPLES = {  # a command of a group stands behind its name: "rules show"
    "init": """
        beloften init stukken            # the folder with your documents
        beloften init                    # the folder that you are in
    """,
    "doctor": """
        beloften doctor
    """,
    "scan": """
        beloften scan nota.pdf --gemeente Leeuwarden --jaar 2014
        beloften scan stukken                                  # a table per gemeente
        beloften scan stukken --by jaar --level genoemd        # per year; the good need only be named
        beloften scan stukken --format csv > tellingen.csv     # for Excel, SPSS or R
        beloften scan stukken --out resultaten/eerste          # all that was found, to work on with
        beloften scan begroting.pdf --section 'sociaal domein|zorg|jeugd'
        beloften scan stukken --ocr                            # scanned pages too
        beloften scan stukken --baseline resultaten/eerste --check
    """,
    "compare": """
        beloften compare resultaten/eerste                     # each gemeente with the rest
        beloften compare resultaten/eerste --against pairs     # with each other
        beloften compare stukken --by jaar --show contrast
        beloften compare stukken --show dubbel                 # which texts share sentences
    """,
    "diff": """
        beloften diff nota-2011.pdf nota-2015.pdf
        beloften diff resultaten/2011 resultaten/2015 --format markdown
    """,
    "merge": """
        beloften merge delen/Almere delen/Zwolle --out resultaten/alle
    """,
    "figure": """
        beloften figure heatmap stukken                        # in the terminal
        beloften figure dots resultaten/eerste --out figuur.svg
        beloften figure years stukken --code maatwerk --code preventie
        beloften figure dispersion nota.pdf
    """,
    "export": """
        beloften export resultaten/eerste --to html            # a report for the browser
        beloften export resultaten/eerste --to xlsx --out bevindingen.xlsx
        beloften export resultaten/eerste --to sav             # SPSS
        beloften export resultaten/eerste --to qdpx --documents stukken   # ATLAS.ti, NVivo, MAXQDA
    """,
    "kwic": """
        beloften kwic maatwerk stukken
        beloften kwic markt resultaten/eerste --sort right
        beloften kwic preventie stukken --format csv --out preventie.csv
    """,
    "show": """
        beloften show resultaten/eerste
        beloften show resultaten/eerste --only Leeuwarden --code maatwerk
    """,
    "explain": """
        beloften explain "Het wijkteam zit dichtbij en kan daardoor maatwerk leveren."
    """,
    "text": """
        beloften text nota.pdf
        beloften text nota.pdf --page 12 --show                # as a picture of the page
        beloften text nota.pdf --all                           # with what is not counted
    """,
    "rules": """
        beloften rules list                                    # all codes
        beloften rules show maatwerk                           # one of them
        beloften rules new eigen-regie --kind zelfredzaamheid  # a rule of your own
    """,
    "rules list": """
        beloften rules list
        beloften rules list --rules eigen-regels --lang en
    """,
    "rules show": """
        beloften rules show maatwerk
    """,
    "rules test": """
        beloften rules test --rules eigen-regels
    """,
    "rules lint": """
        beloften rules lint --rules eigen-regels
    """,
    "rules new": """
        beloften rules new eigen-regie --kind zelfredzaamheid  # a new concept
        beloften rules new maatwerk                            # words to add to one that ships
    """,
    "rules schema": """
        beloften rules schema > eigen-regels/rule.schema.json
    """,
    "rules pages": """
        beloften rules pages codeboek --rules eigen-regels
        beloften rules pages codeboek --measured validatie --about codeurs.md
    """,
    "rules stats": """
        beloften rules stats stukken --code maatwerk
        beloften rules stats stukken --format csv > patronen.csv
    """,
    "rules suggest": """
        beloften rules suggest coderingen/anna.csv --code maatwerk
    """,
    "rules diff": """
        beloften rules diff beloften eigen-regels --on stukken
    """,
    "sample": """
        beloften sample stukken --out coderingen/blad.csv --n 200
        beloften sample resultaten/eerste --documents stukken --out coderingen/blad.xlsx
    """,
    "validate": """
        beloften validate coderingen/anna.csv coderingen/bram.csv
        beloften validate coderingen/project.qdpx --documents stukken --out validatie
    """,
    "review": """
        beloften review resultaten/eerste --code maatwerk
    """,
    "cache": """
        beloften cache info
    """,
    "cache info": """
        beloften cache info
    """,
    "cache clear": """
        beloften cache clear
    """,
}


def examples_of(command: str) -> list[str]:
    """Return the examples of a command, a line each.

    Args:
        command: its name; of a command of a group behind that of the group, as in "rules show".
    """
    return [line.strip() for line in EXAMPLES.get(command, "").strip().splitlines()]


def epilog_of(command: str) -> str:
    """Return what stands below the help of a command; its first line keeps the others from being joined."""
    return "\n".join(["\b", "Examples:", *(f"  {line}" for line in examples_of(command))])
