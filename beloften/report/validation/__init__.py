"""How well the tool agrees with people, as tables and files."""
