"""``/push-subscriptions``: which browsers are told of answers."""

from __future__ import annotations

from typing import Any

from flask import Response

from backend.actions import subscribing
from backend.api.bodies import JsonBlueprint
from backend.api.callers import author, caller, services
from backend.api.schemas import PushEndpointIn, PushSubscriptionIn

blueprint = JsonBlueprint(
    "notifications",
    __name__,
    url_prefix="/api/v1/push-subscriptions",
    description="Notifications by Web Push",
)


@blueprint.post("")
@blueprint.arguments(PushSubscriptionIn)
@blueprint.response(204)
def subscribe(subscription: dict[str, Any]) -> Response:
    """Tell a browser of answers for as long as this login lasts; again changes nothing."""
    subscribing.subscribe(
        services(), author(), caller(), subscription["endpoint"], subscription["keys"]
    )
    return Response(status=204)


@blueprint.delete("")
@blueprint.arguments(PushEndpointIn)
@blueprint.response(204)
def unsubscribe(subscription: dict[str, Any]) -> Response:
    """Tell it nothing any more."""
    subscribing.unsubscribe(services(), author(), subscription["endpoint"])
    return Response(status=204)
