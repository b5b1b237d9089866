"""Many documents: each read in a worker that has limits, kept for the next time, or sent to a cluster."""
