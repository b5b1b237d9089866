"""Groups of documents beside each other: what differs, what goes together, and how sure that is."""
