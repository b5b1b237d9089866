"""From sentences to findings: matching, nearness, stance."""
