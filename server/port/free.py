"""Say which port to take where the wanted one is in use: `python server/port/free.py 8501`. It runs before anything of the dashboard is loaded."""

import socket
import sys

HERE = "127.0.0.1"
TRIED = 100


def is_free(port: int) -> bool:
    """True where a server could listen on the port of this computer."""
    with socket.socket() as probe:
        if sys.platform != "win32":  # there, the option would let two servers share a port
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((HERE, port))
        except OSError:
            return False
    return True


def main(arguments: list[str]) -> int:
    """0 where the port is free, else 1 and the next free one in words."""
    if len(arguments) != 1 or not arguments[0].isdecimal() or not 0 < int(arguments[0]) < 65536:
        print(f"PORT={' '.join(arguments)} is no port. Give a whole number from 1 to 65535: make run PORT=8501", file=sys.stderr)
        return 1
    port = int(arguments[0])
    if is_free(port):
        return 0
    other = next((one for one in range(port + 1, min(port + TRIED, 65536)) if is_free(one)), None)
    reason = "is in use" if port > 1023 else "is in use, or not yours to take"
    print(f"Port {port} {reason}. Start the dashboard on another one: make run PORT={other or 8501}", file=sys.stderr)
    return 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
