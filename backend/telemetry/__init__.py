"""What operators see of the product from outside: traces and counts. Never a message's text."""
