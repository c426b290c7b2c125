"""The prompts, one file each; ``rules.txt`` goes into all of them."""
