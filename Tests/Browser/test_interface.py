"""schemathesis asks the served house what its own OpenAPI says can be asked: no server errors, no undocumented answers."""

import subprocess
import sys


def test_asvs_V4_1_the_interface_is_as_it_is_described(screen, house):
    page = screen("/credentials")
    page.get_by_label("What it is for").fill("schemathesis")
    page.get_by_label("May").select_option("write")
    page.get_by_role("button", name="Make a token").click()
    token = page.locator(".receipt code").inner_text()
    asked = subprocess.run(
        [
            sys.executable, "-m", "schemathesis.cli", "run", house.address + "/api/openapi.json", "--header", f"Authorization: Bearer {token}",
            "--checks", "not_a_server_error,status_code_conformance,content_type_conformance,response_schema_conformance",
            "--max-examples", "40", "--seed", "20251025", "--suppress-health-check", "all",
        ], capture_output=True, text=True, timeout=240)
    assert asked.returncode == 0, asked.stdout[-6000:] + asked.stderr[-2000:]
