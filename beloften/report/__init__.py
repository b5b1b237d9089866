"""From results to tables and files."""
