"""From findings to counts, rates and intervals."""
