"""What moved since a baseline, and which promises changed, for people and for CI."""
