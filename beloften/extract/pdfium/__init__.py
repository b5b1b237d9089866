"""What PDFium says of the pages of a PDF, put right where it is known to err."""
