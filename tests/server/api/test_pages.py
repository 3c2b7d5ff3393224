"""The built frontend: assets for ever, one page for all page routes, nothing beside its folder."""

import shutil

import pytest

from tests.builders.house import PAGES, house, problem


@pytest.mark.parametrize("path", ["/", "/k/b1", "/k/b1/kleed", "/k/b1/momenten/s1", "/hulp"])
async def test_every_page_route_shows_the_one_page(tmp_path, path):
    async with house(tmp_path) as running:
        answer = await running.device().get(path)
        assert answer.status_code == 200
        assert answer.text == PAGES["index.html"]
        assert answer.headers["cache-control"] == "no-cache"


async def test_an_asset_is_kept_for_ever(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().get("/assets/app-1a2b.js")
        assert answer.text == PAGES["assets/app-1a2b.js"]
        assert answer.headers["cache-control"] == "public, max-age=31536000, immutable"


async def test_an_asset_travels_packed(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().get("/assets/app-1a2b.js")
        assert answer.headers["content-encoding"] == "gzip"


async def test_a_page_that_did_not_change_is_not_sent_again(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        tag = (await device.get("/")).headers["etag"]
        answer = await device.get("/", headers={"if-none-match": tag})
        assert answer.status_code == 304


@pytest.mark.parametrize("path", ["/assets/old-9f.js", "/favicon.png", "/api/x", "/sync/b1"])
async def test_what_is_no_page_is_not_there(tmp_path, path):
    async with house(tmp_path) as running:
        assert problem(await running.device().get(path)) == "404 unknown_route"


@pytest.mark.parametrize(
    "path",
    ["/../secret.txt", "/%2e%2e/secret.txt", "/assets/..%2f..%2fsecret.txt", "/..%5csecret.txt"],
)
async def test_nothing_beside_the_folder_is_given(tmp_path, path):
    (tmp_path / "secret.txt").write_text("geheim")
    async with house(tmp_path) as running:
        answer = await running.device().get(path)
        assert "geheim" not in answer.text


async def test_a_path_no_file_can_have_is_not_there(tmp_path):
    async with house(tmp_path) as running:
        assert problem(await running.device().get("/a%00b.js")) == "404 unknown_route"


async def test_without_built_pages_one_is_told_how_to_build_them(tmp_path):
    async with house(tmp_path) as running:
        shutil.rmtree(tmp_path / "dist")
        device = running.device(**{"accept-language": "en"})
        answer = await device.get("/k/b1")
        assert answer.status_code == 503
        assert "make frontend/dist/index.html" in answer.text


async def test_head_tells_what_get_would_give(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().head("/")
        assert answer.status_code == 200
        assert answer.text == ""
