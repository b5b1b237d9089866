"""From the lines of a page to paragraphs in the order in which a reader takes them."""
