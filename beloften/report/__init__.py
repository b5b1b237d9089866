"""Results as people and CI read them: tables, figures, concordances, the codebook."""
