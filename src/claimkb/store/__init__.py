"""The knowledge base on disk: one SQLite file, and all the SQL of the program.

Two paths that share the schema and nothing else. Reading (`queries`) uses the
standard library alone, so that a query answers in milliseconds; writing
(`store`, `migrations`) uses sqlite-utils. Import the module you need: this
package imports neither, and `claimkb.store.queries` never loads the writer.
"""
