"""The commands by name: all that the overview of the help and the documentation need of them."""

# The commands under the headings of the help, in the order a newcomer needs them.
SECTIONS: tuple[tuple[str, tuple[tuple[str, str], ...]], ...] = (
    (
        "Put in",
        (
            ("ingest", "Read articles and store their claims."),
            ("watch", "Take in what is added to a folder, as long as it runs."),
            ("refresh", "Ask the feeds and pages that are stored for what is new."),
        ),
    ),
    (
        "Ask",
        (
            ("claims", "List and search claims."),
            ("show", "Show a claim whole: sentence, attributes, relations."),
            ("contradictions", "List where sources contradict each other."),
            ("agreements", "List where sources agree."),
            ("groups", "List what several voices say, and who dissents."),
            ("themes", "List the themes, and which source speaks of which."),
            ("sources", "List the sources."),
            ("entities", "List the people, places and organisations."),
            ("timeline", "List what claims say of which time."),
            ("compare", "Compare two sources: what both say, and what only one."),
            ("stats", "Count what the database holds."),
            ("open", "Open the original where a claim stands."),
            ("save", "Keep a query under a name."),
            ("run", "Ask a saved query."),
            ("query", "List claims from a folder of Parquet files."),
            ("diff", "Show what a changed document claims now and did not before."),
        ),
    ),
    (
        "Decide and share",
        (
            ("review", "Confirm or dismiss findings."),
            ("rules", "List the rules of comparison, and how often each was right."),
            ("note", "Put a note on a claim or a source."),
            ("rate", "Rate a source A to F, or a claim 1 to 6."),
            ("tag", "Give claims a theme, or take one away."),
            ("hide", "Leave claims out of every list."),
            ("log", "List what was decided."),
            ("undo", "Take a decision back."),
            ("export", "Write claims, relations, sources or themes to a file."),
            ("original", "Write the web page that a document was read from."),
            ("dump", "Write the whole database as text."),
            ("import", "Make a database of a dump."),
            ("report", "Write one page with all that is worth reading."),
            ("serve", "Show the base in a browser."),
            ("mcp", "Serve read-only tools to an assistant."),
        ),
    ),
    (
        "Try out and verify",
        (
            ("split", "Split a text into claims; store nothing."),
            ("judge", "Compare two texts; store nothing."),
            ("propose", "Let embeddings propose more pairs to compare."),
            ("rejudge", "Ask a model for a second opinion on the findings."),
            ("compare-extractors", "Show what a language model and the rules make of the same texts."),
            ("rebuild", "Compare all claims again with the rules of this version."),
            ("check", "Verify that the database holds what its texts say."),
            ("backup", "Copy the database, also while it is in use."),
            ("recover", "Save what can be read of a damaged database."),
        ),
    ),
)
# Commands that have commands of their own.
SUBCOMMANDS: dict[str, tuple[str, ...]] = {
    "themes": ("apply", "suggest", "merge", "rename"),
    "sources": ("edit",),
    "entities": ("merge",),
    "export": ("claims", "relations", "sources", "themes", "shards"),
}
NAMES = tuple(name for _, commands in SECTIONS for name, _ in commands)
