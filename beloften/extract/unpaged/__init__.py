"""Documents without pages: DOCX, ODT, web pages, Markdown and plain text."""
