"""What is pushed to clients: the events' types, the rooms, and the emitter that all share."""
