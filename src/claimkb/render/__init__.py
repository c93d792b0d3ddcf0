"""Records out: tables and explanations for a terminal, rows for files and pipes.

Pure functions from the records of `claimkb.records` to text, bytes or a rich
renderable. Nothing here reads a database, and only `tables`, `explanation`
and `terminal` import rich, so that a piped query never pays for it.
"""
