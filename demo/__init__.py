"""Fills a running product with real input, from outside: a client of its REST calls, no more."""
