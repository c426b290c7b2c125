"""All tasks, one module a queue, named like it. ``worker.app`` imports those that it consumes."""
