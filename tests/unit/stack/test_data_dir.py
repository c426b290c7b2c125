"""The data directory: one owner, kept secrets, bounded logs."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from stack.data_dir import DataDir
from stack.failures import StackError


def test_it_belongs_to_one_at_a_time(tmp_path: Path) -> None:
    first, second = DataDir(tmp_path / "data"), DataDir(tmp_path / "data")
    first.claim()
    with pytest.raises(StackError, match=f"is in use by process {os.getpid()}$"):
        second.claim()
    first.release()
    second.claim()
    second.release()


def test_a_place_that_is_a_file_is_refused_in_one_line(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StackError, match=r"^DATA_DIR .*/file cannot be used: File exists$"):
        DataDir(tmp_path / "file").claim()


def test_a_secret_is_made_once_and_only_its_owner_reads_it(tmp_path: Path) -> None:
    data = DataDir(tmp_path)
    secret = data.secret("key")
    assert len(secret) >= 32
    assert DataDir(tmp_path).secret("key") == secret != data.secret("other")
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_a_secret_that_was_never_written_is_made_again(tmp_path: Path) -> None:
    (tmp_path / "key").touch(mode=0o644)
    assert len(DataDir(tmp_path).secret("key")) >= 32
    assert (tmp_path / "key").stat().st_mode & 0o777 == 0o600


def test_long_logs_are_set_aside_while_they_are_written(tmp_path: Path) -> None:
    data = DataDir(tmp_path / "data")
    data.claim()
    data.log("short").write_text("ab")
    with data.log("long").open("ab", buffering=0) as writer:
        writer.write(b"12345")
        data.set_logs_aside(over=3)
        writer.write(b"6")
    data.release()
    assert data.log("short").read_text() == "ab"
    assert data.log("long").read_text() == "6"
    assert data.log("long").with_suffix(".log.1").read_text() == "12345"
