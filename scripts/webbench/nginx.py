"""The baseline of every page: the same bytes as a file, from nginx with one worker."""

import os
import pathlib
import subprocess
import time

from .asking import measure_process

PORT = 18099


def beside(folder, answers):
    """Measures answers, by what they are called, as files."""
    root = pathlib.Path(folder) / "nginx"
    (root / "site").mkdir(parents=True, exist_ok=True)
    names = {name: f"{number}.html" for number, name in enumerate(answers)}
    for name, body in answers.items():
        (root / "site" / names[name]).write_text(body)
    os.chmod(folder, 0o755)
    (root / "nginx.conf").write_text(
        f"worker_processes 1; pid {root}/pid; error_log {root}/error.log; daemon off; user root;\n"
        f"events {{}} http {{ access_log off; types {{ text/html html; }} server {{ listen 127.0.0.1:{PORT}; root {root}/site; }} }}\n")
    process = subprocess.Popen(["nginx", "-c", str(root / "nginx.conf"), "-p", str(root)], stderr=subprocess.DEVNULL)
    try:
        time.sleep(1)
        worker = int(subprocess.run(["pgrep", "-P", str(process.pid)], capture_output=True, text=True).stdout.split()[0])
        for name in answers:
            measure_process(f"beside it: {name} as a file, from nginx", worker, f"http://127.0.0.1:{PORT}/{names[name]}")
    finally:
        process.terminate()
        process.wait(10)
