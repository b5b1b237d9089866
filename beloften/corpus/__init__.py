"""Which documents there are, whose they are, and how they are cited."""
