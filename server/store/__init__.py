"""The store: tables, migrations and the log of updates, on SQLite or PostgreSQL."""
