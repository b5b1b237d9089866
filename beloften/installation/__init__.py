"""What is installed of the program and beside it, whether it works, and how more is installed."""
