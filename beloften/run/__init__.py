"""Many documents: workers, progress, and the directory of results."""
