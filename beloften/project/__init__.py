"""A project folder: documents with their manifest, own rules, codings, results, and checks in CI."""
