"""Codings made by people: reading them, and asking for more of them."""
