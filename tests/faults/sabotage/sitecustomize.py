"""Python imports this at its start where this directory is on PYTHONPATH: harms workers alone."""

from __future__ import annotations

import os
import sys

if os.environ.get("FAULTS_SABOTAGE") and "replies" in sys.orig_argv:
    from tests.faults.sabotage.harms import HARMS

    HARMS[os.environ["FAULTS_SABOTAGE"]]()
