"""The codebook and what it does, for people."""
