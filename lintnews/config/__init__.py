"""Settings as users write them: files, what extends what, overrides, and the command line over all."""
