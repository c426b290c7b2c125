"""What the product can do: its strategies, and which extras are switched on."""

from __future__ import annotations

from flask import Response, jsonify

from backend.api.bodies import JsonBlueprint
from backend.api.callers import public, services
from backend.contract.objects import FeaturesAnswer, StrategiesAnswer
from backend.domain.pricing import STRATEGIES

blueprint = JsonBlueprint("information", __name__, url_prefix="/api/v1", description="Information")


@blueprint.get("/strategies")
@blueprint.response(200, StrategiesAnswer)
def list_strategies() -> Response:
    """The rules that prices can be computed by."""
    return jsonify(
        items=[
            {
                "name": strategy.name,
                "description": strategy.description,
                "parameters": strategy.parameters,
            }
            for strategy in STRATEGIES.values()
        ]
    )


@blueprint.get("/features")
@public
@blueprint.doc(security=[])
@blueprint.response(200, FeaturesAnswer)
def list_features() -> Response:
    """What a client may offer before anybody is logged in."""
    settings = services().settings
    key = settings.vapid_key
    return jsonify(demo=settings.demo, push_public_key=None if key is None else key.public)
