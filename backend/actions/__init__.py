"""One function for each thing that a buyer, an operator or a job can do. Each owns its transaction.

Nothing leaves the process before the commit: events and tasks wait in the transaction and go out
after it. Only modules that the worker alone imports may import llm: ``renegotiating``,
``reading_by_model``, ``budget``, ``watching``, and of :mod:`backend.actions.reply` those that
write.
"""
