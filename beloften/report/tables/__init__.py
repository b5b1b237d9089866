"""The tables of tallies and comparisons, before they are drawn."""
