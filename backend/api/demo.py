"""``/auth/demo``: the one-click demo buyer. Registered only where the demo is switched on."""

from __future__ import annotations

from typing import Any

from flask import Response, jsonify, request

from backend.actions.accounts import user_object
from backend.actions.demo import enter_demo
from backend.api.bodies import JsonBlueprint
from backend.api.callers import check_auth_limit, public, request_id, services
from backend.api.schemas import Nothing
from backend.contract.objects import UserAnswer
from backend.locales import preferred
from backend.login_tokens import AUTH_PATH, set_login_cookies

blueprint = JsonBlueprint("demo", __name__, url_prefix=AUTH_PATH, description="Demo")


@blueprint.post("/demo")
@public
@blueprint.doc(security=[])
@blueprint.arguments(Nothing, required=False)
@blueprint.response(200, UserAnswer)
def enter(_body: dict[str, Any]) -> Response:
    """Log in as the demo buyer, who has three negotiations on real cars.

    The adviser speaks to them in the browser's language from then on.
    """
    check_auth_limit()
    identity = enter_demo(services(), request_id(), preferred(request.accept_languages.values()))
    response = jsonify(user=user_object(identity))
    set_login_cookies(response, identity)
    return response
