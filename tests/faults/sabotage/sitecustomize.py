"""Python imports this at its start where this directory is on PYTHONPATH: harms workers alone.

They do harm when they are ordered to, see `orders`.
"""

from __future__ import annotations

import os
import sys

if os.environ.get("FAULTS_SABOTAGE") and "replies" in sys.orig_argv:
    from tests.faults.sabotage.harms import HARMS

    for prepare in HARMS:
        prepare()
