"""What is kept: SQLAlchemy models, the engine, and the queries. No rules live here."""
