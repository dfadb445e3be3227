"""lintnews within other programs' machinery; each module needs the extra of its name."""
