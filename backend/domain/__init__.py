"""The rules: pure functions and frozen dataclasses. No I/O, no framework, no clock."""
