"""Rules that need code: a module per family or close group, listed by hand in `lintnews.registry`."""
