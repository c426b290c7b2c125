"""One function for each thing that a buyer, an operator or a job can do. Each owns its transaction.

Nothing leaves the process before the commit: events and tasks wait in the transaction and go out
after it. Only ``replying``, ``claiming`` and ``renegotiating``, which the worker alone imports, may
import llm.
"""
