"""What is read in a browser: the report, a page that needs nothing, and the pages that `claimkb serve` serves.

`views` turns records into what templates show, `report` composes the report,
`pictures` draws it, `site` makes the served pages and `plugin`, `server` hang
them into Datasette. All text of articles reaches a page through `templating`,
which makes it harmless. SQL stays in the store.
"""
