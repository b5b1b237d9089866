"""What can be installed beside the core, and the command that installs it."""
