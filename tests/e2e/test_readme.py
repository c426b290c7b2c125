"""The README's example client does what it says."""

from __future__ import annotations

import re
import subprocess
import sys
import uuid
from pathlib import Path

import requests

README = Path(__file__).resolve().parents[2] / "README.md"


def test_the_example_client_prints_the_opening_advice(base_url: str, tmp_path: Path) -> None:
    [example] = re.findall(r"```python\n(.*?)```", README.read_text(), re.DOTALL)
    assert len(example.strip().splitlines()) <= 16
    script = tmp_path / "client.py"
    script.write_text(example)
    buyer = {"email": f"{uuid.uuid4()}@example.com", "password": "correct horse battery"}
    requests.post(f"{base_url}/api/v1/auth/register", json=buyer, timeout=60).raise_for_status()

    result = subprocess.run(
        [sys.executable, script, base_url, buyer["email"], buyer["password"]],
        capture_output=True,
        text=True,
        timeout=120,
        check=False,
    )

    assert result.returncode == 0, result.stderr
    assert "2019 Toyota Camry" in result.stdout
    assert "$17,400" in result.stdout
