"""A run as a report for the browser: one file that works offline, each number with its quotations."""
