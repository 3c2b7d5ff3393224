"""Settings come from the environment, each with a meaning for people."""

from pathlib import Path

import pytest
from pydantic import ValidationError

from server.settings import PREFIX, Settings, documentation, is_loopback


def test_every_setting_says_what_it_is_for():
    assert [n for n, field in Settings.model_fields.items() if not field.description] == []


@pytest.mark.parametrize("name", Settings.model_fields)
def test_the_page_of_settings_names_every_one(name):
    assert f"`{PREFIX}{name.upper()}`" in documentation()


def test_the_page_shows_no_path_of_this_machine():
    assert str(Path.cwd()) not in documentation()


def test_the_environment_sets_a_setting(monkeypatch):
    monkeypatch.setenv("TAFELKLEED_PORT", "4321")
    assert Settings().port == 4321


def test_by_default_the_store_is_a_file_in_the_data_folder(tmp_path):
    settings = Settings(data=tmp_path)
    assert settings.store_url == f"sqlite+aiosqlite:///{tmp_path}/tafelkleed.db"


def test_a_data_name_with_a_suffix_is_the_file_itself(tmp_path):
    assert Settings(data=tmp_path / "bench.db").sqlite_file == tmp_path / "bench.db"


def test_a_data_name_that_is_a_file_already_is_that_file(tmp_path):
    (tmp_path / "plain").touch()
    assert Settings(data=tmp_path / "plain").sqlite_file == tmp_path / "plain"


def test_the_public_address_ends_where_the_paths_begin():
    assert Settings(public_url="https://kleed.example.org/").public_url.endswith(".org")


def test_a_database_address_goes_before_the_folder():
    address = "postgresql+asyncpg://user@host/name"
    assert Settings(database_url=address).store_url == address


@pytest.mark.parametrize("host", ["127.0.0.1", "127.0.0.2", "::1", "localhost"])
def test_an_open_server_may_listen_at_home(host):
    assert Settings(open=True, host=host).open


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.2", "::", "example.org", "2130706433"])
def test_an_open_server_that_others_could_reach_is_refused(host):
    with pytest.raises(ValidationError, match="loopback"):
        Settings(open=True, host=host)


def test_a_name_that_only_looks_like_home_is_not_home():
    assert not is_loopback("localhost.example.org")


def test_the_creation_key_does_not_show_in_print():
    assert "geheim" not in repr(Settings(creation_key="geheim"))


def test_a_time_zone_that_is_not_known_is_refused():
    assert Settings(zone="Europe/Amsterdam").zone == "Europe/Amsterdam"
    for unknown in ("Europe/Nergens", "../etc/passwd", ""):
        with pytest.raises(ValidationError, match="a time zone such as"):
            Settings(zone=unknown)
