"""The commands that answer and end: what they print where, and with which exit code."""

import json

import pytest

from board.export.formats import FORMATS
from server.cli import main
from tests.builders.boards import EXAMPLE
from tests.builders.terminal import Terminal

COMMANDS = [
    "serve",
    "demo",
    "boards",
    "invite",
    "erase",
    "snapshots",
    "snapshot",
    "export",
    "import",
    "analyse",
    "compare",
    "union",
]
EXPECTED = EXAMPLE.with_name("vrolijk-groot-worden.expected.json")


@pytest.fixture
def terminal(tmp_path, capsys) -> Terminal:
    return Terminal(tmp_path / "data", capsys)


def test_a_broken_file_is_refused_with_its_faults_on_standard_error(terminal, tmp_path):
    data = json.loads(EXAMPLE.read_text())
    data["ingredients"]["i01"] = [3]
    file = tmp_path / "broken.json"
    file.write_text(json.dumps(data))
    for command in ("analyse", "import"):
        code, out, err = terminal.run(command, file, "--json")
        assert (code, out) == (1, "")
        assert "ingredients.i01" in err


def test_a_broken_file_makes_no_board(terminal, tmp_path):
    file = tmp_path / "broken.json"
    file.write_text("{")
    terminal.run("import", file)
    assert terminal.ask("boards") == []


def test_a_file_that_is_not_there_is_named(terminal):
    code, out, err = terminal.run("analyse", "nergens.json")
    assert (code, out) == (1, "")
    assert "nergens.json" in err


def test_an_import_makes_a_board_with_a_way_in_for_each_role(terminal):
    made = terminal.ask("import", EXAMPLE)
    assert made["board"]["title"] == "Vrolijk groot worden"
    assert set(made["links"]) == {"facilitator", "participant", "viewer", "projector"}
    assert [one["id"] for one in terminal.ask("boards")] == [made["board"]["id"]]


def test_an_invitation_is_shown_as_a_link_and_a_code(terminal):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    way = terminal.ask("invite", board, "--role", "participant", "--code", "--days", "3")
    assert way["link"].startswith(f"http://127.0.0.1:8000/k/{board}#")
    assert len(way["code"]) == len("CDF 347")
    assert way["expiresAt"]


def test_a_link_carries_the_public_address(terminal, monkeypatch):
    monkeypatch.setenv("TAFELKLEED_PUBLIC_URL", "https://kleed.example.org")
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    code, out, _ = terminal.run("invite", board, "--role", "viewer")
    assert code == 0
    assert out.startswith(f"https://kleed.example.org/k/{board}#")


def test_a_snapshot_is_taken_and_listed(terminal):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    taken = terminal.ask("snapshot", board, "--title", "Avond 1")
    assert terminal.ask("snapshots", board) == [taken]
    assert (taken["title"], taken["phase"]) == ("Avond 1", "theme")


@pytest.mark.parametrize("name", FORMATS)
def test_a_snapshot_is_written_to_a_file_in_each_format(terminal, tmp_path, name):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    snapshot = terminal.ask("snapshot", board, "--title", "Avond 1")["id"]
    file = tmp_path / "out"
    said = terminal.ask("export", snapshot, "--format", name, "--output", file)
    assert said == {
        "file": str(file),
        "format": name,
        "bytes": file.stat().st_size,
        "names": False,
    }


def test_names_are_left_out_unless_asked_for(terminal, tmp_path):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    snapshot = terminal.ask("snapshot", board, "--title", "Avond 1")["id"]
    without, with_names = tmp_path / "a.json", tmp_path / "b.json"
    terminal.ask("export", snapshot, "--format", "json", "--output", without)
    terminal.ask("export", snapshot, "--format", "json", "--output", with_names, "--names")
    assert "rijwielhandelaar" not in without.read_text()
    assert "rijwielhandelaar" in with_names.read_text()


def test_an_export_comes_back_as_a_board_with_the_same_hash(terminal, tmp_path):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    first = terminal.ask("snapshot", board, "--title", "1")
    file = tmp_path / "a.json"
    terminal.ask("export", first["id"], "--format", "json", "--output", file, "--names")
    again = terminal.ask("import", file)["board"]["id"]
    assert terminal.ask("snapshot", again, "--title", "2")["hash"] == first["hash"]


def test_a_file_that_cannot_be_written_leaves_nothing_behind(terminal, tmp_path):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    snapshot = terminal.ask("snapshot", board, "--title", "1")["id"]
    (tmp_path / "taken").mkdir()
    before = sorted(tmp_path.iterdir())
    wish = ("export", snapshot, "--format", "json", "--output")
    for output in (tmp_path / "nowhere" / "a.json", tmp_path / "taken"):
        code, out, err = terminal.run(*wish, output)
        assert (code, out) == (1, "")
        assert str(output) in err
    assert sorted(tmp_path.iterdir()) == before


@pytest.mark.parametrize(
    "command",
    [
        ("invite", "nergens", "--role", "viewer"),
        ("snapshot", "nergens", "--title", "x"),
        ("snapshots", "nergens"),
        ("export", "nergens", "--format", "json", "--output", "x"),
    ],
)
def test_what_is_not_there_is_refused(terminal, command):
    code, out, err = terminal.run(*command)
    assert (code, out) == (1, "")
    assert "is not there" in err


@pytest.mark.parametrize(
    "command",
    [
        (),
        ("dance",),
        ("invite", "b"),
        ("invite", "b", "--role", "king"),
        ("invite", "b", "--role", "viewer", "--days", "0"),
        ("export", "s", "--format", "doc", "--output", "x"),
        ("serve", "--port", "many"),
    ],
)
def test_what_is_not_understood_ends_with_two(terminal, command):
    with pytest.raises(SystemExit) as end:
        main(command)
    said = terminal.capsys.readouterr()
    assert (end.value.code, said.out) == (2, "")
    assert "usage: tafelkleed" in said.err


def test_a_setting_that_does_not_fit_ends_with_two_and_is_named(terminal, monkeypatch):
    monkeypatch.setenv("TAFELKLEED_KEEP_DAYS", "0")
    code, out, err = terminal.run("boards")
    assert (code, out) == (2, "")
    assert err.startswith("TAFELKLEED_KEEP_DAYS: ")


def test_an_open_server_that_others_could_reach_does_not_start(terminal):
    code, out, err = terminal.run("serve", "--open", "--host", "0.0.0.0", "--port", "0")
    assert (code, out) == (2, "")
    assert "loopback" in err


def test_a_database_that_does_not_answer_is_named_without_its_password(terminal, monkeypatch):
    address = "postgresql+asyncpg://user:geheim@127.0.0.1:1/name"
    monkeypatch.setenv("TAFELKLEED_DATABASE_URL", address)
    code, out, err = terminal.run("boards")
    assert (code, out) == (1, "")
    assert "geheim" not in err
    assert err


@pytest.mark.parametrize("name", COMMANDS)
def test_every_command_explains_itself(terminal, name):
    with pytest.raises(SystemExit) as end:
        main([name, "--help"])
    said = terminal.capsys.readouterr()
    assert end.value.code == 0
    assert f"usage: tafelkleed {name}" in said.out


def test_a_person_is_erased_from_a_board_and_its_snapshots(terminal):
    board = terminal.ask("import", EXAMPLE)["board"]["id"]
    terminal.ask("snapshot", board, "--title", "Moment")
    assert terminal.ask("erase", board, "a01") == {"board": board, "epoch": 2}
    kept = b"".join(f.read_bytes() for f in terminal.folder.iterdir())
    assert b"rijwielhandelaar" not in kept
    code, _, err = terminal.run("erase", board, "a01")
    assert (code, "no name" in err) == (1, True)
