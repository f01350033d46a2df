#!/usr/bin/env python3
"""Tortures the whole server: kills it under load, and lets its disk run full. Root, for a disk of its own (tmpfs).

    scripts/torture-web.py CHANCERY-BINARY [ROUNDS]

After every kill the same acts are sent again under their keys: each that was acknowledged must be known, and the record whole.
"""

import http.client
import json
import os
import random
import shutil
import subprocess
import sys
import tempfile
import threading
import time

sys.dont_write_bytecode = True
from served import Server, load_hanoi  # noqa: E402

CHANCERY = sys.argv[1]
ROUNDS = int(sys.argv[2]) if len(sys.argv) > 2 else 20
WRITERS = 8


def act(server, bearer, key, text):
    """Sends one act; answers status and what was said, or nothing where the server was gone."""
    connection = http.client.HTTPConnection(server.host, server.port, timeout=20)
    body = {"act": "edit", "key": key, "records": [{"kind": "body", "code": "BTK", "set": {"assumed": text}}]}
    try:
        connection.request(
            "POST", "/api/acts", json.dumps(body), {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"})
        answer = connection.getresponse()
        return answer.status, json.loads(answer.read())
    except (OSError, http.client.HTTPException, json.JSONDecodeError):
        return None, None
    finally:
        connection.close()


def verify(folder):
    return subprocess.run([CHANCERY, "verify", "--data", folder], capture_output=True, timeout=120).returncode == 0


def kills(folder):
    random.seed(20251025)
    load_hanoi(CHANCERY, folder)
    server = Server(CHANCERY, folder)
    bearer = server.token_for_programs()
    acknowledged, lost = [], []
    for number in range(ROUNDS):
        stop = threading.Event()

        def write(writer):
            count = 0
            while not stop.is_set():
                key = f"{number}-{writer}-{count}"
                status, _ = act(server, bearer, key, key)
                if status == 200:
                    acknowledged.append(key)
                elif status is None:
                    return
                count += 1

        threads = [threading.Thread(target=write, args=(writer,)) for writer in range(WRITERS)]
        for thread in threads:
            thread.start()
        time.sleep(random.uniform(0.2, 1.2))
        server.process.kill()
        server.process.wait(20)
        stop.set()
        for thread in threads:
            thread.join(30)
        if not verify(folder):
            raise SystemExit(f"round {number}: the record is not whole")
        server = Server(CHANCERY, folder)
        for key in [key for key in acknowledged if key.startswith(f"{number}-")]:
            status, said = act(server, bearer, key, key)
            if status != 200 or not said["written_before"]:
                lost.append(key)
    server.close()
    print(f"kills under load: {ROUNDS} kills, {len(acknowledged)} acts acknowledged, {len(lost)} lost", flush=True)
    return not lost


def full_disk(folder):
    """Reading stays up, writing is refused with the reason, and goes on where there is room again."""
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=48m", "tmpfs", folder], check=True)
    try:
        load_hanoi(CHANCERY, folder)
        server = Server(CHANCERY, folder)
        bearer = server.token_for_programs()
        assert act(server, bearer, "before", "before")[0] == 200
        filler = os.path.join(folder, "filler")
        with open(filler, "wb", buffering=0) as file:
            try:
                while file.write(b"x" * 4096):
                    pass
            except OSError:
                pass
        refused = read = 0
        for count in range(200):
            status, said = act(server, bearer, f"full-{count}", "x" * 500 + str(count))
            refused += status == 503 and bool(said["error"]["message"])
            read += server.ask("GET", "/slips")[0].status == 200
        os.unlink(filler)
        after = act(server, bearer, "after", "after")[0]
        alive = server.process.poll() is None
        server.close()
        whole = verify(folder)
        print(f"full disk: {refused} of 200 acts refused with the reason, {read} of 200 pages read, afterwards {after}, whole {whole}", flush=True)
        return alive and refused > 0 and read == 200 and after == 200 and whole
    finally:
        subprocess.run(["umount", "-l", folder], check=False)


def main():
    results = []
    for ordeal in (kills, full_disk):
        folder = tempfile.mkdtemp(prefix="chancery-torture-")
        try:
            results.append(ordeal(folder))
        finally:
            shutil.rmtree(folder, ignore_errors=True)
    sys.exit(0 if all(results) else 1)


main()
