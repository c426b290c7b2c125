"""Harm done to a worker on purpose, to show that the proof notices it. No part of the product."""
