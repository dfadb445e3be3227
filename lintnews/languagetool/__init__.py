"""LanguageTool as a second reader: its findings become family LT.

Nothing here is imported by a run that does not ask for it. `place` says where a server is, `server` starts
one, `client` asks it, `reading` asks it about several articles at once, `table` holds what each of its rules
is worth on news, and `rules` makes checks of them.
"""
