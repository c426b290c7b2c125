"""``/openapi.json`` and ``/asyncapi.json``: both made from the schemas that validate."""

from __future__ import annotations

from typing import Any

import marshmallow as ma
from apispec import APISpec
from apispec.ext.marshmallow import MarshmallowPlugin
from flask import Flask, Response, jsonify

from backend.api.callers import public
from backend.contract import events
from backend.contract.fields import Money, MoneyText

VERSION = "1.0.0"
TITLE = "AutoDealGenie Negotiation"

OPENAPI_CONFIG: dict[str, Any] = {
    "API_TITLE": TITLE,
    "API_VERSION": VERSION,
    "OPENAPI_VERSION": "3.1.0",
    "OPENAPI_URL_PREFIX": "/",
    "OPENAPI_JSON_PATH": "openapi.json",
    "API_SPEC_OPTIONS": {
        "info": {
            "description": "Errors are application/problem+json; `code` is stable. Browsers log in "
            "by cookies and send `X-CSRF-TOKEN`; programs send a bearer token."
        },
        "components": {
            "securitySchemes": {
                "cookie": {"type": "apiKey", "in": "cookie", "name": "access_token"},
                "bearer": {"type": "http", "scheme": "bearer", "bearerFormat": "JWT"},
            }
        },
        "security": [{"cookie": []}, {"bearer": []}],
    },
}


def open_description(app: Flask) -> None:
    """Let everybody read ``/openapi.json``, which flask-smorest serves."""
    endpoint = "api-docs.openapi_json"
    app.view_functions[endpoint] = public(app.view_functions[endpoint])


def describe_money(plugin: MarshmallowPlugin) -> None:
    """Teach the descriptions how amounts look."""
    if plugin.converter is not None:
        plugin.converter.add_attribute_function(_money_attributes)


def _money_attributes(_converter: Any, field: ma.fields.Field[Any], **_: Any) -> dict[str, Any]:
    if isinstance(field, Money):
        amount = {"pattern": r"^\d{1,8}(\.\d{1,2})?$", "description": "US dollars"}
        null = ["null"] if field.allow_none else []
        return {"type": ["string", "number", *null], **amount}
    if isinstance(field, MoneyText):
        return {"pattern": r"^\d+\.\d{2}$", "description": "US dollars, two decimals"}
    return {}


def register_asyncapi(app: Flask) -> None:
    """Serve the socket's description."""
    description = asyncapi()

    @app.get("/asyncapi.json")
    @public
    def serve_asyncapi() -> Response:
        return jsonify(description)


def asyncapi() -> dict[str, Any]:
    """The AsyncAPI 3.0 description of the socket."""
    plugin = MarshmallowPlugin()
    spec = APISpec(TITLE, VERSION, "3.1.0", plugins=[plugin])
    describe_money(plugin)
    messages: dict[str, Any] = {"error_ack": _message(spec, "error_ack", events.ErrorAck)}
    operations: dict[str, Any] = {}
    for name, (payload, ack) in events.CLIENT_CALLS.items():
        messages[name] = _message(spec, name, payload)
        messages[f"{name}_ack"] = _message(spec, f"{name}_ack", ack)
        operations[name] = {
            "action": "receive",
            "channel": {"$ref": "#/channels/socket"},
            "messages": [{"$ref": f"#/channels/socket/messages/{name}"}],
            "reply": {
                "messages": [
                    {"$ref": f"#/channels/socket/messages/{name}_ack"},
                    {"$ref": "#/channels/socket/messages/error_ack"},
                ]
            },
        }
    for name, payload in events.SERVER_EVENTS.items():
        messages[name] = _message(spec, name, payload)
        operations[name] = {
            "action": "send",
            "channel": {"$ref": "#/channels/socket"},
            "messages": [{"$ref": f"#/channels/socket/messages/{name}"}],
        }
    return {
        "asyncapi": "3.0.0",
        "info": {"title": f"{TITLE}: Socket.IO", "version": VERSION},
        "channels": {"socket": {"address": "/socket.io", "messages": messages}},
        "operations": operations,
        "components": {"schemas": spec.to_dict().get("components", {}).get("schemas", {})},
    }


def _message(spec: APISpec, name: str, schema: type[ma.Schema]) -> dict[str, Any]:
    component = schema.__name__
    if component not in spec.components.schemas:
        spec.components.schema(component, schema=schema)
    return {"name": name, "payload": {"$ref": f"#/components/schemas/{component}"}}
