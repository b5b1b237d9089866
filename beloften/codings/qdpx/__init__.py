"""Codings in QDPX projects, as ATLAS.ti, NVivo and MAXQDA export them."""
