"""Web Push: who may be told, in which envelope (RFC 8291), under whose name (RFC 8292)."""
