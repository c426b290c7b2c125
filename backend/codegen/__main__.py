"""Write the files anew."""

from __future__ import annotations

from pathlib import Path

from backend.codegen.typed_dicts import typed_dicts
from backend.codegen.typescript import typescript

ROOT = Path(__file__).parents[2]

FILES = {
    ROOT / "backend" / "contract" / "shapes.py": typed_dicts,
    ROOT / "web" / "src" / "contract.ts": typescript,
}


def main() -> None:
    """Write each file as the schemas make it."""
    for path, make in FILES.items():
        path.write_text(make())


if __name__ == "__main__":
    main()
