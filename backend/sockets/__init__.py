"""Socket.IO: who is connected, what they may watch, and the calls that they make."""
