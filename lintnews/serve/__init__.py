"""The resident linter: a server that keeps everything warm, and the client of the command line."""
