"""Measures speed on a product of its own; asserts nothing. `make bench` prints the table."""
