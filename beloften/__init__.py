"""The promises of nearness in municipal policy documents: found, placed and counted."""
