"""Moved: see `beloften.codings.recode`."""

from beloften.codings.recode import recode

__all__ = ["recode"]
