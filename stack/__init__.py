"""Brings the whole product up on one machine, and keeps it up: `make run`, tests and benches.

Nothing in `backend` or `worker` knows of it. `Stack` (in `running`) is the way in.
"""
