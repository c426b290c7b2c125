"""Messages to the dealer that the buyer can copy. The product never sends one."""
