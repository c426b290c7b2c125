"""Celery's configuration: queues, routes, schedule, and what makes delivery reliable.

The broker's address and the hour of the batch are settings: ``backend.queueing`` adds them.

Tasks carry ids only, keep no results, and are safe to run twice: the rows in the database decide.
"""

from __future__ import annotations

from celery.schedules import crontab
from kombu.entity import Exchange, Queue

from backend import queueing

broker_connection_retry_on_startup = True
broker_connection_max_retries = None  # however long Redis is away
# Without bounds a publish to a hung Redis would never return.
broker_transport_options = {
    "visibility_timeout": 3600,
    "socket_timeout": 5,
    "socket_connect_timeout": 2,
    "socket_keepalive": True,
    "health_check_interval": 10,
}
redis_socket_timeout = 5
redis_socket_connect_timeout = 2
visibility_timeout = 3600

# Each with an exchange of its own: under a shared one every queue would get every task.
task_queues = [Queue(name, Exchange(name), routing_key=name) for name in queueing.QUEUES]
task_default_queue = queueing.REPLIES
task_create_missing_queues = False
task_routes = {f"{name}.*": {"queue": name} for name in queueing.QUEUES}

task_serializer = "json"
accept_content = ["json"]
task_ignore_result = True
task_acks_late = True
task_reject_on_worker_lost = True
worker_prefetch_multiplier = 1
worker_disable_prefetch = True
worker_hijack_root_logger = False
worker_send_task_events = True  # Flower shows them
worker_cancel_long_running_tasks_on_connection_loss = False

timezone = "UTC"
beat_schedule = {
    "sweep-replies": {
        "task": queueing.SWEEP_REPLIES,
        "schedule": 5.0,
        "options": {"expires": 10, "queue": queueing.UPKEEP},
    },
    "deliver-notifications": {
        "task": queueing.DELIVER_NOTIFICATIONS,
        "schedule": 3.0,
        "options": {"expires": 6, "queue": queueing.UPKEEP},
    },
    "expire-negotiations": {
        "task": queueing.EXPIRE_NEGOTIATIONS,
        "schedule": crontab(minute=17),
        "options": {"expires": 3600, "queue": queueing.UPKEEP},
    },
    "forget-ended-logins": {
        "task": queueing.FORGET_ENDED_LOGINS,
        "schedule": crontab(minute=43),
        "options": {"expires": 3600, "queue": queueing.UPKEEP},
    },
    "plan-renegotiation": {
        "task": queueing.PLAN_RENEGOTIATION,
        "schedule": crontab(hour=3, minute=0),
        "options": {"expires": 3600 * 12, "queue": queueing.BATCH},
    },
}
