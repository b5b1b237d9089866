"""The PDFs of a run with their findings marked in them."""
