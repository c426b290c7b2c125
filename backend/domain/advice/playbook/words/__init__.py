"""The playbook's English. Only wordings stand here; when they are used is decided next door."""
