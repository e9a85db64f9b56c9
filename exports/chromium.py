"""Chromium as a process: it has no way out, and ends with all its children when it is told to or when the dashboard is gone.

Run as a script this file is the keeper between the two: `python chromium.py PID chromium --headless …`.
"""

import asyncio
import contextlib
import os
import signal
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

LOOK_SECONDS, GRACE_SECONDS = 0.25, 5
PATIENCE = 5
# No name leads anywhere, no proxy of the surroundings is asked, nothing is fetched for the browser itself.
INSIDE = (
    "--host-resolver-rules=MAP * ~NOTFOUND",
    "--no-proxy-server",
    "--disable-background-networking",
    "--disable-domain-reliability",
    "--disable-default-apps",
    "--no-pings",
)
WEAK = {"--allow-file-access-from-files", "--disable-web-security"}


def new(path: str) -> Any:
    """A browser that has not been opened, driven by choreographer."""
    from choreographer import Browser  # here, because only servers with a browser need it
    from choreographer.browsers import Chromium

    class Kept(Chromium):
        def get_cli(self) -> list[str]:
            told = list(super().get_cli())
            keeper, rest = (told[:1], told[1:]) if os.name == "nt" else ([sys.executable, __file__, str(os.getpid()), told[2]], told[3:])
            return [*keeper, *(flag for flag in rest if flag not in WEAK), *INSIDE]

    as_root = hasattr(os, "geteuid") and os.geteuid() == 0
    return Browser(path=path, browser_cls=Kept, headless=True, enable_sandbox=not as_root, enable_gpu=False)


def kill(browser: Any) -> None:
    """End the browser at once, with its keeper and all its children; nothing happens where it is not running."""
    process = getattr(browser, "subprocess", None)
    if process is None or process.poll() is not None:
        return
    with contextlib.suppress(ProcessLookupError):
        os.killpg(process.pid, signal.SIGKILL) if hasattr(os, "killpg") else process.kill()
    with contextlib.suppress(subprocess.TimeoutExpired):
        process.wait(GRACE_SECONDS)


async def end(browser: Any) -> None:
    """Kill the browser and put away its pipes and its profile."""
    kill(browser)
    with contextlib.suppress(Exception):  # it is dead already; what it leaves is swept with the temporary folder
        await asyncio.wait_for(browser.close(), GRACE_SECONDS)


def keep(parent: int, command: list[str]) -> None:
    """Run the browser as long as `parent` lives. A browser that hangs does not notice that its pipes were closed."""
    os.dup2(0, 3)  # Chromium reads there
    os.dup2(1, 4)  # and writes there
    if folder := os.environ.get("TMPDIR"):
        # It makes a socket there, and the path of a socket may have a hundred letters: from inside, any folder has a short one.
        os.chdir(folder)
        os.environ["TMPDIR"] = os.curdir
    yield_to_pages()
    process = subprocess.Popen(command, pass_fds=(3, 4))
    while process.poll() is None:
        if os.getppid() != parent:
            os.killpg(0, signal.SIGKILL)
        time.sleep(LOOK_SECONDS)
    sys.stdout.write("{bye}\n")  # tells choreographer that nothing more will come


def yield_to_pages() -> None:
    """Let this process and its children have a third of a processor that pages want too. Linux weighs sessions before it weighs the processes in one."""
    os.nice(PATIENCE)
    with contextlib.suppress(OSError):
        Path("/proc/self/autogroup").write_text(str(PATIENCE), encoding="ascii")


if __name__ == "__main__":
    keep(int(sys.argv[1]), sys.argv[2:])
