"""Learns what the guard knows of stances; see :mod:`backend.domain.advice.guard.stance`."""
