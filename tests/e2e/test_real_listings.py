"""Real ads through the whole product: real processes, REST, a worker, the price that was shown."""

from __future__ import annotations

import json
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from demo.ad_run import SAMPLE, read_ads, run_ads
from demo.haggling import Outcome
from stack.ports import free_port
from tests.support.front import front
from tests.support.waiting import wait_for

ROOT = Path(__file__).resolve().parents[2]


def demo_data(*arguments: str | Path) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "demo", *map(str, arguments)]
    return subprocess.run(
        command, cwd=ROOT, capture_output=True, text=True, timeout=240, check=False
    )


def count(printed: str, name: str) -> int:
    [line] = [line for line in printed.splitlines() if line.strip().startswith(f"{name} ")]
    return int(line.split()[-1])


def test_the_sample_gets_its_advice_and_the_junk_its_reasons(base_url: str) -> None:
    result = demo_data("--base-url", base_url)

    assert result.returncode == 0, result.stderr + result.stdout
    assert count(result.stdout, "ads") == 63
    assert count(result.stdout, "replied") == count(result.stdout, "accepted") == 50
    assert count(result.stdout, "rejected") == 13
    for reason in ("no_model", "no_make", "no_odometer", "mileage_out_of_range", "price_under_100"):
        assert count(result.stdout, reason) > 0
    assert "50/50" in result.stderr  # the progress bar's end


def test_one_bad_ad_stops_no_other(base_url: str, tmp_path: Path) -> None:
    good = {"item": "1999 honda accord", "price": 1999, "attrs": {"odometer": "98000"}}
    refused = {**good, "item": "1999 honda " + "accord " * 3, "attrs": {"odometer": "7", "VIN": 4}}
    file = tmp_path / "ads.json"
    file.write_text(json.dumps([None, good, {"price": "ask me"}, [], refused, "ad", good]))

    result = demo_data(file, "--base-url", base_url)

    assert result.returncode == 0, result.stderr + result.stdout
    assert count(result.stdout, "replied") == 3
    assert count(result.stdout, "not_an_ad") == 3
    assert count(result.stdout, "no_price") == 1


@pytest.mark.parametrize(
    ("content", "complaint"),
    [(None, "No such file"), ("{", "is not JSON"), ("{}", "holds no list of ads")],
)
def test_a_file_that_holds_no_ads_gets_one_line(
    tmp_path: Path, content: str | None, complaint: str
) -> None:
    file = tmp_path / "ads.json"
    if content is not None:
        file.write_text(content)
    result = demo_data(file)
    assert result.returncode == 1
    assert complaint in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_without_a_product_there_is_one_line() -> None:
    result = demo_data("--base-url", f"http://127.0.0.1:{free_port()}")
    assert result.returncode == 1
    assert "start it with `make run`" in result.stderr
    assert len(result.stderr.splitlines()) == 1


def test_the_limit_of_writes_is_waited_for(base_url: str) -> None:
    with front(base_url) as strict:
        strict.refuses_every = 4
        counts = run_ads(read_ads(SAMPLE), strict.base_url)
    assert strict.refused >= 50 // 4
    assert counts.is_good, "\n".join(counts.lines())
    assert counts.outcomes == {Outcome.REPLIED: 50}


def test_ctrl_c_ends_it_with_the_counts_so_far(base_url: str, tmp_path: Path) -> None:
    good = {"item": "1999 honda accord", "price": 1999, "attrs": {"odometer": "98000"}}
    file = tmp_path / "ads.json"
    file.write_text(json.dumps([good] * 2000))
    command = [sys.executable, "-m", "demo", str(file), "--base-url", base_url]
    with (tmp_path / "stderr").open("w+") as progress:
        process = subprocess.Popen(
            command, cwd=ROOT, stdout=subprocess.PIPE, stderr=progress, text=True
        )
        bar = tmp_path / "stderr"
        try:
            wait_for(lambda: "ad/s" in bar.read_text(), what="a progress bar")
            process.send_signal(signal.SIGINT)
            printed, _ = process.communicate(timeout=120)
        finally:
            process.kill()
            process.wait()

    assert process.returncode == 130
    assert "Traceback" not in bar.read_text()
    assert count(printed, "not tried (interrupted)") > 0
