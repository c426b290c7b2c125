"""All tasks, one module a queue."""

from worker.tasks import batch, replies, upkeep

__all__ = ["batch", "replies", "upkeep"]
