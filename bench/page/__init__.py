"""Measures the page in a real Chromium with a slowed CPU, beside a plain page. Asserts nothing."""
