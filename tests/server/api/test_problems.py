"""Whatever goes wrong is said in one form and in the reader's language."""

import pytest

from server.api.language import preferred
from tests.builders.house import house, problem


@pytest.mark.parametrize(
    ("header", "language"),
    [
        ("", "nl"),
        ("nl-NL,nl;q=0.9,en;q=0.8", "nl"),
        ("en-GB,en;q=0.9,nl;q=0.8", "en"),
        ("nl;q=0.1, en;q=0.2", "en"),
        ("de, fr", "nl"),
        ("en;q=0", "nl"),
        ("en;q=x", "nl"),
        ("*", "nl"),
        (";;;,,", "nl"),
    ],
)
def test_the_language_is_the_one_the_reader_likes_best(header, language):
    assert preferred(header) == language


async def test_a_refusal_is_in_the_readers_language(tmp_path):
    async with house(tmp_path) as running:
        for language, title in (("nl", "Dit kleed is er niet"), ("en", "This cloth is not there")):
            device = running.device(**{"accept-language": language})
            answer = await device.get("/api/boards/nergens")
            assert answer.json()["title"] == title
            assert answer.headers["content-language"] == language


async def test_a_refusal_has_the_form_of_rfc_9457(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().get("/api/boards/nergens")
        assert problem(answer) == "404 unknown_board"
        assert answer.json()["type"] == "urn:tafelkleed:problem:unknown_board"


async def test_an_unknown_address_is_a_refusal_too(tmp_path):
    async with house(tmp_path) as running:
        assert problem(await running.device().get("/api/nothing")) == "404 unknown_route"


async def test_a_known_address_with_another_method_says_so(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().put("/api/boards")
        assert problem(answer) == "405 wrong_method"
        assert answer.headers["allow"]


async def test_a_body_that_is_no_json_is_refused(tmp_path):
    async with house(tmp_path) as running:
        headers = {"content-type": "application/json", "accept-language": "en"}
        answer = await running.device().post("/api/join", content=b"{", headers=headers)
        assert problem(answer) == "422 invalid"
        assert answer.json()["faults"][0]["message"] == "this is not valid JSON"


async def test_what_was_sent_is_not_repeated(tmp_path):
    async with house(tmp_path) as running:
        asked = {"secret": "geheim-" + "x" * 300}
        answer = await running.device().post("/api/join", json=asked)
        assert problem(answer) == "422 invalid"
        assert "geheim" not in answer.text


async def test_a_body_that_says_it_is_too_large_is_refused(tmp_path):
    async with house(tmp_path, limit_body_bytes=1024) as running:
        answer = await running.device().post("/api/join", json={"secret": "x" * 2000})
        assert problem(answer) == "413 too_big"


async def test_a_body_that_turns_out_too_large_is_refused(tmp_path):
    async def endless():
        for _ in range(100):
            yield b"x" * 100

    async with house(tmp_path, limit_body_bytes=1024) as running:
        headers = {"content-type": "application/json"}
        answer = await running.device().post("/api/join", content=endless(), headers=headers)
        assert problem(answer) == "413 too_big"


async def test_our_own_mistake_is_answered_without_details(tmp_path, caplog):
    async with house(tmp_path) as running:

        @running.app.get("/api/mistake")
        def mistake():
            raise RuntimeError("innards")

        running.app.router.routes.insert(0, running.app.router.routes.pop())
        answer = await running.device().get("/api/mistake")
        assert problem(answer) == "500 ours"
        assert "innards" not in answer.text
        assert "innards" in caplog.text
