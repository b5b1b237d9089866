"""From the bytes of a file to a `Document` of pages and paragraphs."""
