"""Dutch: folding with an offset map, words, sentences, verbs."""
