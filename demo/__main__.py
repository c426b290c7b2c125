"""``make demo-data``: real ads through a running product."""

from __future__ import annotations

import signal
import sys
import threading
from pathlib import Path
from types import FrameType

import click
import httpx

from demo.ad_run import SAMPLE, NotAds, read_ads, run_ads
from demo.client import Refused


@click.command()
@click.argument("file", type=click.Path(path_type=Path), default=SAMPLE, required=False)
@click.option("--base-url", envvar="BASE_URL", default="http://127.0.0.1:8000", show_default=True)
def main(file: Path, base_url: str) -> None:
    """Negotiate over every ad of FILE (by default 63 real ones) on the product at BASE_URL.

    Exits with 0 when every ad that names a car and a price got its advice, with the right price.
    """
    interrupted = threading.Event()
    try:
        ads = read_ads(file)
        httpx.get(f"{base_url.rstrip('/')}/healthz", timeout=10).raise_for_status()
        _set_on_ctrl_c(interrupted)
        counts = run_ads(ads, base_url, interrupted)
    except NotAds as error:
        sys.exit(str(error))
    except (httpx.HTTPError, httpx.InvalidURL):
        sys.exit(f"Nothing answers at {base_url}: start it with `make run`, or name its BASE_URL.")
    except Refused as error:
        sys.exit(f"No buyer could sign up at {base_url}: {error}.")
    except KeyboardInterrupt:
        sys.exit(130)
    click.echo("\n".join(counts.lines()))
    sys.exit(130 if counts.interrupted else int(not counts.is_good))


def _set_on_ctrl_c(interrupted: threading.Event) -> None:
    """Let the first Ctrl-C end the work in order, and a second one end the process.

    A KeyboardInterrupt out of the blue could leave the locks of the pool's futures held.
    """

    def interrupt(_number: int, _frame: FrameType | None) -> None:
        signal.signal(signal.SIGINT, signal.SIG_DFL)
        interrupted.set()

    signal.signal(signal.SIGINT, interrupt)


if __name__ == "__main__":
    main()
