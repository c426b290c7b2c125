"""``make contract``: types for the Python code and for the page, written from the schemas.

What the server validates and describes is what both are checked against; a test fails where a file
is not what the schemas make.
"""
