"""A served ceremony for benchmarks and torture: a journal loaded with the Hanoi ceremony, a server on loopback, a session."""

import html
import http.client
import json
import os
import pathlib
import re
import subprocess
import time
import urllib.parse

ROOT = pathlib.Path(__file__).resolve().parents[1]


MORNING = "2025-10-14T01:00:00Z"


def load_hanoi(chancery, folder, *more):
    """The example as it stood on the morning of 14 October 2025, and with it what more packs say."""
    load(chancery, folder, ROOT / "Examples/Hanoi2025", *more)


def load(chancery, folder, *packs, actor=None):
    """Takes in packs; an officer of the ceremony answers for what is added to one that has begun."""
    subprocess.run(
        [chancery, "import", *map(str, packs), "--data", folder, "--until", MORNING, "--language", "en", *(["--actor", actor] if actor else [])],
        check=True, timeout=600, stdout=subprocess.DEVNULL)


def processor_seconds(pid):
    """What a process has taken of the processor, with all its threads, by the clock that the kernel keeps of it: to the nanosecond."""
    return time.clock_gettime(~pid << 3 | 2)


class Server:
    """One process that serves a folder at a port that was free, and a session in it; one more for each account that is named besides."""

    def __init__(self, chancery, folder, others=()):
        self.log = open(os.path.join(folder, "serve.log"), "w+")
        self.process = subprocess.Popen(
            [chancery, "serve", "--data", folder, "--port", "0", "--language", "en",
             *[word for account in ("DEMO", *others) for word in ("--invite", account)]], stdout=self.log, stderr=subprocess.STDOUT)
        end = time.monotonic() + 120
        codes = []
        while len(codes) < 1 + len(others):
            said = pathlib.Path(self.log.name).read_text()
            codes = re.findall(r": ([A-Z0-9-]{24})$", said, re.M)
            if time.monotonic() > end or self.process.poll() is not None:
                raise SystemExit(said)
            time.sleep(0.1)
        host, port = re.search(r"http://([\d.]+):(\d+)", said).groups()
        self.host, self.port = host, int(port)
        self.address = f"http://{self.host}:{self.port}"
        # The codes are printed in the order in which the accounts were named.
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

    def act(self, bearer, records):
        """Changes records, each given by kind, code and what it shall say, in one act."""
        return self.send("/api/acts", bearer, records)

    def preview(self, bearer, records):
        """What the same would do."""
        return self.send("/api/preview", bearer, records)

    def send(self, path, bearer, records):
        act = {"act": "edit", "records": [{"kind": kind, "code": code, "set": fields} for kind, code, fields in records]}
        connection = http.client.HTTPConnection(self.host, self.port, timeout=60)
        headers = {"Authorization": f"Bearer {bearer}", "Content-Type": "application/json"}
        connection.request("POST", path, body=json.dumps(act), headers=headers)
        answer = connection.getresponse()
        text = answer.read().decode()
        connection.close()
        if answer.status != 200:
            raise RuntimeError(f"{path}: {text}")
        return text

    def close(self):
        self.process.terminate()
        self.process.wait(20)
        self.log.close()
