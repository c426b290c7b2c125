"""The contract's closed lists of words, each written once: types, of which schemas make lists.

Those that the rules decide by are enumerations of :mod:`backend.domain` and stand there.
"""

from __future__ import annotations

from typing import Literal

Role = Literal["user", "agent", "dealer", "system"]
"""Who speaks."""

MessageKind = Literal["chat", "offer", "dealer_message", "advice", "notice"]

OpenStatus = Literal["pending", "running"]
"""A reply that is still to come."""

EndStatus = Literal["complete", "failed", "stopped"]
"""How a reply, and with it its message, comes to rest."""

ReplyStatus = Literal[OpenStatus, EndStatus]

MessageStatus = Literal["streaming", EndStatus]

Source = Literal["model", "playbook"]
"""Who words an advice."""

LimitReason = Literal["daily_limit", "reply_limit"]
"""A limit on spending, by which no model was asked."""

FallbackReason = Literal[LimitReason, "model_unavailable"]
"""Why the playbook stands in for a model."""

ReadingSource = Literal["rules", "model"]
"""Who found the offer in a dealer's message."""
