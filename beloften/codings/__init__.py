"""Codings made by people: reading them, comparing the tool with them, and asking for more of them."""
