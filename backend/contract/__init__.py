"""The contract's fields and objects as marshmallow schemas, for REST and the socket alike."""
