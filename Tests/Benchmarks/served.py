#!/usr/bin/env python3
"""How fast `exec --server` answers whoever asks for credentials: in a connection of its own each, as SDKs ask.

Goal: under 5 ms. The peer is a bare server of Python's on the same machine.
"""
import http.client
import http.server
import os
import statistics
import subprocess
import sys
import tempfile
import threading
import time
from pathlib import Path
from urllib.parse import urlsplit

from measured import arguments


def ask(url, token, count=1000):
    """Milliseconds of each answer."""
    place, taken = urlsplit(url), []
    for _ in range(count):
        start = time.perf_counter()
        connection = http.client.HTTPConnection(place.hostname, place.port)
        connection.request("GET", place.path or "/", headers={"Authorization": token})
        answer = connection.getresponse()
        body = answer.read()
        connection.close()
        taken.append((time.perf_counter() - start) * 1e3)
        if answer.status != 200 or not body:
            sys.exit(f"{url} answered {answer.status}")
    return taken


class Bare(http.server.BaseHTTPRequestHandler):
    def do_GET(self):
        self.send_response(200)
        self.send_header("Content-Length", "200")
        self.end_headers()
        self.wfile.write(b"x" * 200)

    def log_message(self, *_):
        pass


def show(name, taken):
    taken.sort()
    print(f"{name:10} median {statistics.median(taken):6.2f} ms   p99 {taken[len(taken) * 99 // 100]:6.2f} ms   "
          f"slowest {taken[-1]:6.2f} ms")
    return statistics.median(taken)


def main():
    if len(sys.argv) == 2 and sys.argv[1] == "ask":
        token = Path(os.environ["AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE"]).read_text()
        print(*ask(os.environ["AWS_CONTAINER_CREDENTIALS_FULL_URI"], token))
        return
    options = arguments(__doc__)
    with tempfile.TemporaryDirectory() as home:
        config = Path(home, "config")
        config.write_text("[profile prod]\naws_access_key_id = AKIAIOSFODNN7EXAMPLE\naws_secret_access_key = s\nregion = eu-west-1\n")
        environment = {"HOME": home, "AWS_CONFIG_FILE": str(config), "PATH": os.environ["PATH"], "XDG_RUNTIME_DIR": home}
        said = subprocess.run([options.binary, "exec", "--server", "prod", "--", sys.executable, __file__, "ask"],
                              env=environment, check=True, capture_output=True, text=True).stdout
    ours = show("switchback", [float(taken) for taken in said.split()])
    server = http.server.HTTPServer(("127.0.0.1", 0), Bare)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    peer = show("bare", ask(f"http://127.0.0.1:{server.server_port}/", "x"))
    print(f"ours/peer {ours / peer:.2f}")


main()
