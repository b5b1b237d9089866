"""Concordances (key word in context)."""
