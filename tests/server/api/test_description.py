"""The description of the API says what each route is for, and how it refuses."""

from tests.builders.house import house


async def operations(running):
    described = (await running.device().get("/api/openapi.json")).json()
    return {
        f"{method.upper()} {path}": operation
        for path, methods in described["paths"].items()
        for method, operation in methods.items()
    }


async def test_every_route_has_a_sentence_and_a_place(tmp_path):
    async with house(tmp_path) as running:
        for name, operation in (await operations(running)).items():
            assert operation["summary"].endswith((".", ":")) or " " in operation["summary"], name
            assert len(operation["tags"]) == 1


async def test_every_route_refuses_in_one_form(tmp_path):
    async with house(tmp_path) as running:
        for operation in (await operations(running)).values():
            assert "422" not in operation["responses"]
            assert "application/problem+json" in operation["responses"]["default"]["content"]


async def test_the_description_is_the_same_when_asked_for_again(tmp_path):
    async with house(tmp_path) as running:
        assert await operations(running) == await operations(running)


async def test_every_reference_in_the_description_leads_somewhere(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().get("/api/openapi.json")
        schemas = answer.json()["components"]["schemas"]
        wanted = {part.split('"')[0] for part in answer.text.split("#/components/schemas/")[1:]}
        assert wanted <= set(schemas)


async def test_a_resource_lies_under_its_own_name(tmp_path):
    async with house(tmp_path) as running:
        there = await operations(running)
        assert there["POST /api/join"]["tags"] == ["join"]
        assert there["GET /api/boards/{board}"]["tags"] == ["boards"]
        assert there["PATCH /api/boards/{board}/session"]["tags"] == ["session"]
