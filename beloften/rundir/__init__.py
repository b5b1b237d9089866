"""The run directory: what a scan leaves on disk, written, read back and joined."""
