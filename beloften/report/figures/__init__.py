"""Figures for papers and for the terminal: what they show (`data`), and how each is drawn."""
