"""Chromium on the server, where there is one: turns a page of ours into a PDF, or runs its drawing code without a reader."""

import os
import shutil
import subprocess
import tempfile
from functools import cache
from pathlib import Path
from threading import BoundedSemaphore

import plotly

from exports.errors import CannotMake

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome")
FLAGS = (
    "--headless",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--disable-extensions",
    "--no-first-run",
)
PATIENCE_SECONDS = 45
WHY = "This server has no Chromium or Chrome, which is needed for this format."
_one_at_a_time = BoundedSemaphore(1)


def find() -> str | None:
    """The path of the browser, or None."""
    return next((path for name in NAMES if (path := shutil.which(name))), None)


def unavailable() -> str:
    """Why pages cannot be drawn on this server, "" when they can."""
    return "" if find() else WHY


@cache
def plotly_js() -> str:
    """The text of plotly.js as it comes with Plotly."""
    return (Path(plotly.__file__).parent / "package_data" / "plotly.min.js").read_text(encoding="utf-8")


def page_of(html: str) -> str:
    """The page after its scripts have run, as HTML. Raises CannotMake with the reason."""
    with tempfile.TemporaryDirectory() as folder:
        return _run(Path(folder), html, "--dump-dom").decode("utf-8", "replace")


def pdf_of(html: str) -> bytes:
    """The page printed, its own `@page` rule deciding on the paper. Raises CannotMake with the reason."""
    with tempfile.TemporaryDirectory() as folder:
        target = Path(folder) / "page.pdf"
        _run(Path(folder), html, f"--print-to-pdf={target}", "--no-pdf-header-footer")
        if not target.exists():
            raise CannotMake("The browser of this server printed nothing.")
        return target.read_bytes()


def _run(folder: Path, html: str, *order: str) -> bytes:
    found = find()
    if not found:
        raise CannotMake(WHY)
    source = folder / "page.html"
    source.write_text(html, encoding="utf-8")
    as_root = ["--no-sandbox"] if hasattr(os, "geteuid") and os.geteuid() == 0 else []
    command = [found, *FLAGS, *as_root, f"--user-data-dir={folder / 'profile'}", "--virtual-time-budget=10000", *order, source.as_uri()]
    try:
        with _one_at_a_time:
            return subprocess.run(command, capture_output=True, timeout=PATIENCE_SECONDS, check=True).stdout
    except subprocess.TimeoutExpired as error:
        raise CannotMake(f"The browser of this server did not finish within {PATIENCE_SECONDS} seconds.") from error
    except (subprocess.CalledProcessError, OSError) as error:
        raise CannotMake("The browser of this server could not be started.") from error
