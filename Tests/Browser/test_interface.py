"""schemathesis asks the served house what its own OpenAPI says can be asked: no server errors, no undocumented answers."""

import os
import pathlib
import subprocess
import sys

CHECKS = "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance"


def test_asvs_V4_1_the_interface_is_as_it_is_described(screen, house):
    page = screen("/credentials")
    page.get_by_label("What it is for").fill("schemathesis")
    page.get_by_label("May").select_option("write")
    page.get_by_role("button", name="Make a token").click()
    token = page.locator(".receipt code").inner_text()
    acts = ["/api/acts", "/api/preview"]
    ask(house, token, "--phases", "examples,fuzzing,stateful", "--max-examples", "40", *(f"--exclude-path={path}" for path in acts))
    # What is none of a hundred acts is more than the generator can think of ("does not support this part"): what is no act, others send.
    ask(house, token, "--phases", "fuzzing", "--max-examples", "40", "--mode", "positive", *(f"--include-path={path}" for path in acts))
    # Every border of every member of every act would be thirty thousand requests: of acts only chosen ones are asked, above.
    ask(house, token, "--phases", "coverage", "--exclude-path", "/api/acts", "--exclude-path", "/api/preview")


def ask(house, token, *options):
    asked = subprocess.run(
        [
            sys.executable, "-m", "schemathesis.cli", "run", house.address + "/api/openapi.json", "--header", f"Authorization: Bearer {token}",
            "--checks", CHECKS, "--seed", "20251025", "--suppress-health-check", "all", *options,
        ], capture_output=True, text=True, timeout=240, env={**os.environ, "SCHEMATHESIS_HOOKS": str(pathlib.Path(__file__).with_name("schemathesis_hooks.py"))})
    assert asked.returncode == 0, asked.stdout[-6000:] + asked.stderr[-2000:]
