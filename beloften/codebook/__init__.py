"""From the YAML of the rules to a checked `Codebook` and its patterns."""
