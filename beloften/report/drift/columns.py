"""The columns of what `scan --check --format csv` prints: the numbers that moved."""

from beloften.rundir.columns import Column

DRIFT = (
    Column("group", "string", "Gemeente; empty for all documents together."),
    Column("code", "string", "What was counted; `woorden` for the number of words of the group."),
    Column("measure", "string", "As in tellingen.csv; empty for words."),
    Column("zinnen_old", "integer", "Sentences with the code in the baseline."),
    Column("zinnen_new", "integer", "Sentences with the code now."),
    Column("old", "number", "Rate per 10,000 words in the baseline, or its number of words."),
    Column("new", "number", "The same now."),
    Column("difference", "number", "By how much it moved."),
    Column("tolerance", "number", "By how much it may move, as the manifest says."),
)
"""A row per rate or number of words that moved."""
