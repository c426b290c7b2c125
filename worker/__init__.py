"""The workers: Celery tasks of a few lines, each calling one action."""
