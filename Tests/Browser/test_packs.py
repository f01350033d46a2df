"""A pack is looked at and then taken into the house while it is served: on its page without JavaScript, and from the command line."""

import io
import subprocess
import zipfile

from conftest import CHANCERY


def pack(**files):
    """A pack as somebody uploads it."""
    archive = io.BytesIO()
    with zipfile.ZipFile(archive, "w") as writer:
        for name, text in files.items():
            writer.writestr(f"{name}.csv", text)
    return {"name": "mine.zip", "mimeType": "application/zip", "buffer": archive.getvalue()}


def test_packs_are_looked_at_taken_in_and_taken_back(screen):
    page = screen("/take/bodies", java_script_enabled=False)
    page.get_by_role("link", name="import a pack").click()
    page.get_by_label("Why (for the history)").fill("the list of the day")
    page.get_by_label("Pack (").set_input_files(
        pack(bodies="code,kind,name_vi,name_en\nT-8,palace,Một,One\n", places="code,venue\nMAIN,NOWHERE\n"))
    page.get_by_role("button", name="See what it would change").click()
    errors = page.get_by_role("alert").inner_text()
    assert "palace" in errors and "NOWHERE" in errors and "row 2" in errors
    assert page.get_by_label("Why (for the history)").input_value() == "the list of the day"
    page.get_by_label("Pack (").set_input_files(pack(bodies="code,kind,name_vi,name_en\nT-8,office,Một,One\n"))
    page.get_by_role("button", name="See what it would change").click()
    assert page.locator("table.list tbody tr").inner_text().split()[-3:] == ["1", "0", "0"]
    assert "nothing is written yet" in page.locator("main").inner_text()
    page.get_by_role("button", name="Import it").click()
    assert "1 version imported" in page.locator(".receipt").inner_text()
    page.get_by_role("button", name="Undo").click()
    page.goto("/records/bodies/T-8")
    assert "T-8" not in page.locator("h1").inner_text()


def test_packs_are_sent_from_the_command_line(screen, house, tmp_path):
    page = screen("/credentials")
    page.get_by_label("What it is for").fill("packs")
    page.get_by_label("May", exact=True).select_option("write")
    page.get_by_role("button", name="Make a token").click()
    (tmp_path / "token").write_text(page.locator(".receipt code").inner_text() + "\n")

    def send(name, text, *options):
        (tmp_path / name).write_text(text)
        return subprocess.run(
            [
                CHANCERY, "import", tmp_path / name, "--to", house.address, "--token-file", tmp_path / "token", "--language", "en", *options
            ], capture_output=True, text=True, timeout=120)

    row = "code,kind,name_vi,name_en\nT-9,office,Một,One\n"
    tried = send("bodies.csv", row, "--what-if")
    assert tried.returncode == 0 and "1 new" in tried.stdout, tried.stderr
    page.goto("/records/bodies/T-9")
    assert "T-9" not in page.locator("h1").inner_text()
    taken = send("bodies.csv", row, "--reason", "danh sách hôm nay")
    assert taken.returncode == 0 and "has loaded 1 version" in taken.stdout, taken.stderr
    page.goto("/records/bodies/T-9")
    assert "danh sách hôm nay" in page.locator("main").inner_text()
    wrong = send("bodies.csv", "code,kind\nT-9,palace\n")
    assert wrong.returncode == 1 and "palace" in wrong.stderr and "bodies.csv" in wrong.stderr
    closed = subprocess.run(
        [CHANCERY, "import", tmp_path / "bodies.csv", "--data", house.folder, "--language", "en"], capture_output=True, text=True, timeout=60)
    assert closed.returncode == 1 and "--to ADDRESS" in closed.stderr
