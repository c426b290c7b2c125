"""What the adviser says: the brief it speaks from, its talking points, the playbook's words."""
