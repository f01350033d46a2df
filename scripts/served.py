"""A served ceremony for benchmarks and torture: a journal loaded with the Hanoi ceremony, a server on loopback, a session."""

import html
import http.client
import os
import pathlib
import re
import subprocess
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[1]
TICK = os.sysconf("SC_CLK_TCK")


def load_hanoi(chancery, folder):
    """The example as it stood on the morning of 14 October 2025."""
    subprocess.run(
        [chancery, "import", str(ROOT / "Examples/Hanoi2025"), "--data", folder, "--until", "2025-10-14T01:00:00Z", "--language", "en"],
        check=True, timeout=120, stdout=subprocess.DEVNULL)


def processor_seconds(pid):
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICK


class Server:
    """One process that serves a folder at a port that was free, and a session in it; as many more as are wished for."""

    def __init__(self, chancery, folder, sessions=1):
        self.log = open(os.path.join(folder, "serve.log"), "w+")
        self.process = subprocess.Popen(
            [chancery, "serve", "--data", folder, "--port", "0", *["--invite", "DEMO"] * sessions, "--language", "en"], stdout=self.log,
            stderr=subprocess.STDOUT)
        end = time.monotonic() + 60
        codes = []
        while len(codes) < sessions:
            said = pathlib.Path(self.log.name).read_text()
            codes = re.findall(r": ([A-Z0-9-]{24})$", said, re.M)
            if time.monotonic() > end or self.process.poll() is not None:
                raise SystemExit(said)
            time.sleep(0.1)
        host, port = re.search(r"http://([\d.]+):(\d+)", said).groups()
        self.host, self.port = host, int(port)
        self.address = f"http://{self.host}:{self.port}"
        self.cookie, *self.other_cookies = [self.sign_in(code) for code in codes]

    def ask(self, method, path, form=None, headers=None):
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        sent = {"Cookie": getattr(self, "cookie", ""), **(headers or {})}
        body = None
        if form is not None:
            body = urllib.parse.urlencode(form)
            sent["Content-Type"] = "application/x-www-form-urlencoded"
        connection.request(method, path, body=body, headers=sent)
        answer = connection.getresponse()
        text = answer.read().decode(errors="replace")
        connection.close()
        return answer, text

    def sign_in(self, code):
        answer, _ = self.ask("POST", "/sign-in", {"code": code}, {"Cookie": ""})
        return answer.headers["Set-Cookie"].split(";")[0] + "; __Host-language=en"

    def form_token(self):
        return html.unescape(re.search(r'name="token" value="([^"]+)"', self.ask("GET", "/keys")[1]).group(1))

    def token_for_programs(self):
        _, made = self.ask("POST", "/credentials", {"token": self.form_token(), "token-name": "test", "scope": "write", "act": "token"})
        return re.search(r"chancery_[A-Z2-9]{52}", made).group(0)

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
