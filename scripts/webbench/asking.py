"""What a request costs the server's own process: of many in a row, or of a single one."""

import gzip
import re
import subprocess
import time

from served import processor_seconds

from .telling import told

SECONDS = 3


def wrk(url, headers=(), script=None, connections=8):
    """How many requests were answered, and in what time half and nearly all of them."""
    command = ["wrk", "-t1", f"-c{connections}", f"-d{SECONDS}s", "--latency"]
    for header in headers:
        command += ["-H", header]
    if script:
        command += ["-s", script]
    said = subprocess.run(command + [url], capture_output=True, text=True, timeout=60).stdout
    requests = int(re.search(r"(\d+) requests in", said).group(1))
    failed = re.search(r"Non-2xx or 3xx responses: (\d+)", said)
    if failed:
        raise RuntimeError(f"{url}: {failed.group(1)} of {requests} were refused")
    return requests, re.search(r"50%\s+(\S+)", said).group(1), re.search(r"99%\s+(\S+)", said).group(1)


def measure_process(name, pid, url, aim=None, headers=(), script=None, connections=8):
    """The processor time of one request, of the process that answers."""
    before = processor_seconds(pid)
    requests, half, most = wrk(url, headers, script, connections)
    cost = (processor_seconds(pid) - before) / requests * 1000
    told(name, f"{cost:8.2f} ms of processor   {requests / SECONDS:7.0f}/s   p50 {half}  p99 {most}", cost, aim)


def measure(name, server, path, aim=None, headers=None, script=None, connections=8):
    settle(server)
    headers = headers or [f"Cookie: {server.cookie}"]
    measure_process(name, server.process.pid, server.address + path, aim, headers, script, connections)


def settle(server):
    """Waits until the server does nothing any more of what was asked before."""
    end = time.monotonic() + 30
    while time.monotonic() < end:
        before = processor_seconds(server.process.pid)
        time.sleep(0.05)
        if processor_seconds(server.process.pid) - before < 0.0005:
            return


def cost_of_one(server, path):
    """Milliseconds of the server's processor for a page that is asked for once."""
    settle(server)
    before = processor_seconds(server.process.pid)
    answer, _ = server.ask("GET", path)
    cost = (processor_seconds(server.process.pid) - before) * 1000
    if answer.status != 200:
        raise RuntimeError(f"{path}: {answer.status}")
    return cost


def measure_size(name, page, most):
    """How much of a page goes over a line that compresses, as the proxy before the house does."""
    size = len(gzip.compress(page.encode(), 6)) / 1000
    told(name, f"{size:8.1f} KB of {len(page.encode()) / 1000:.0f}", size, most, "KB")
