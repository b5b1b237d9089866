"""A run as a project or codebook of QDA programs (REFI-QDA 1.5)."""
