"""REST: Flask blueprints and the marshmallow schemas that validate, and document, every call."""
