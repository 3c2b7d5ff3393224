"""Every route stands behind a door, and each door opens for the roles of the table only."""

import pytest
from fastapi import APIRouter, Depends
from fastapi.routing import iter_route_contexts

from server.access.roles import Role
from server.api.doors import OWN_DOOR, Needs, anyone, doors_of, refuse_open_doors
from tests.builders.house import house, problem

EVERYONE = {"facilitator", "participant", "viewer", "projector"}
SEATED = {"facilitator", "participant"}
READERS = {"facilitator", "participant", "viewer"}
LEADERS = {"facilitator"}
BOARD = "/api/boards/{board}"
SNAPSHOT = BOARD + "/snapshots/{snapshot}"
WHO_MAY = {
    f"GET {BOARD}": EVERYONE,
    f"PATCH {BOARD}": LEADERS,
    f"PATCH {BOARD}/me": SEATED,
    f"GET {BOARD}/me/cloth": SEATED,
    f"POST {BOARD}/me/cloth": SEATED,
    f"GET {BOARD}/family": READERS,
    f"POST {BOARD}/children": LEADERS,
    f"PATCH {BOARD}/people/{{participant}}": LEADERS,
    f"DELETE {BOARD}/people/{{participant}}": LEADERS,
    f"GET {BOARD}/session": EVERYONE,
    f"PATCH {BOARD}/session": LEADERS,
    f"POST {BOARD}/session/clock": LEADERS,
    f"POST {BOARD}/session/turn": LEADERS,
    f"POST {BOARD}/session/log/{{number}}/back": LEADERS,
    f"PUT {BOARD}/session/attention": LEADERS,
    f"DELETE {BOARD}/session/attention": LEADERS,
    f"PUT {BOARD}/session/walk": LEADERS,
    f"POST {BOARD}/session/walk": LEADERS,
    f"PATCH {BOARD}/session/projector": LEADERS,
    f"PUT {BOARD}/session/projector/tour": LEADERS,
    f"PUT {BOARD}/session/script/{{phase}}": LEADERS,
    f"PUT {BOARD}/me/ready": SEATED,
    f"PATCH {BOARD}/people/{{participant}}/locks": LEADERS,
    f"POST {BOARD}/people/{{participant}}/cohost": LEADERS,
    f"POST {BOARD}/waiting": LEADERS,
    f"POST {BOARD}/waiting/{{participant}}": LEADERS,
    f"DELETE {BOARD}/waiting/{{participant}}": LEADERS,
    f"POST {BOARD}/waiting/{{participant}}/returns": LEADERS,
    f"PUT {BOARD}/pin": LEADERS,
    f"POST {BOARD}/projectors": LEADERS,
    f"POST {BOARD}/projectors/way": {"facilitator", "projector"},
    f"GET {BOARD}/invitations": LEADERS,
    f"POST {BOARD}/invitations": LEADERS,
    f"DELETE {BOARD}/invitations/{{invitation}}": LEADERS,
    f"POST {BOARD}/erasures": LEADERS,
    f"GET {BOARD}/past": LEADERS,
    f"GET {BOARD}/structure": LEADERS,
    f"PUT {BOARD}/underlay": LEADERS,
    f"PATCH {BOARD}/underlay": LEADERS,
    f"DELETE {BOARD}/underlay": LEADERS,
    f"GET {BOARD}/underlay/{{key}}": EVERYONE,
    f"GET {BOARD}/union": LEADERS,
    f"GET {BOARD}/union.svg": LEADERS,
    f"GET {BOARD}/union.json": LEADERS,
    f"PUT {BOARD}/same": LEADERS,
    f"PUT {BOARD}/agreement": LEADERS,
    f"GET {BOARD}/exports": LEADERS,
    f"GET {BOARD}/shares": LEADERS,
    f"POST {BOARD}/shares": LEADERS,
    f"DELETE {BOARD}/shares/{{share}}": LEADERS,
    f"GET {BOARD}/comparison": READERS,
    f"GET {BOARD}/comparison/{{kind}}.svg": READERS,
    f"GET {BOARD}/snapshots": READERS,
    f"POST {BOARD}/snapshots": LEADERS,
    f"GET {BOARD}/thresholds": EVERYONE,
    f"PUT {BOARD}/thresholds": LEADERS,
    f"GET {SNAPSHOT}": READERS,
    f"PATCH {SNAPSHOT}": LEADERS,
    f"DELETE {SNAPSHOT}": LEADERS,
    f"POST {SNAPSHOT}/restore": LEADERS,
    f"GET {SNAPSHOT}/marks": READERS,
    f"PUT {SNAPSHOT}/marks": LEADERS,
    f"GET {SNAPSHOT}/picture.svg": READERS,
    f"GET {SNAPSHOT}/export/{{format_name}}": READERS,
}
FOR_ANYONE = {
    "GET /api/boards",
    "POST /api/boards",
    "DELETE /api/boards",
    "GET /api/formats",
    "POST /api/shared",
    "POST /api/join",
    f"POST {BOARD}/me/returning",
    "POST /api/projectors",
    "POST /api/projectors/paired",
    "POST /api/import",
    "GET /api/wording/{lang}",
    "GET /health/live",
    "GET /health/ready",
    "GET /metrics",
    "GET /{path:path}",
    "HEAD /{path:path}",
}


def routes(app):
    for route in iter_route_contexts(app.routes):
        if route.path not in OWN_DOOR:
            for method in route.methods:
                yield f"{method} {route.path}", route


async def test_the_table_of_this_test_names_every_route_there_is(tmp_path):
    async with house(tmp_path) as running:
        there = {name for name, _ in routes(running.app)}
        assert there == set(WHO_MAY) | FOR_ANYONE


async def test_a_route_for_one_board_needs_a_right(tmp_path):
    async with house(tmp_path) as running:
        for name, route in routes(running.app):
            (door,) = set(doors_of(route.dependant))
            assert isinstance(door, Needs) is (name in WHO_MAY), name


@pytest.mark.parametrize("role", Role)
async def test_a_role_passes_its_doors_and_no_other(tmp_path, role):
    async with house(tmp_path) as running:
        board = await running.board()
        device = await running.joined(board, role)
        passed = set()
        for name in WHO_MAY:
            answer = await knock(device, board, name)
            if answer.status_code == 403:
                assert problem(answer) == "403 forbidden"
            else:
                assert answer.status_code not in {401, 500}
                passed.add(name)
        assert passed == {name for name, roles in WHO_MAY.items() if role in roles}


async def test_a_device_that_never_joined_passes_no_door_of_a_board(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        for name in WHO_MAY:
            assert problem(await knock(running.device(), board, name)) == "401 not_joined"


async def test_a_place_at_one_board_opens_no_door_of_another(tmp_path):
    async with house(tmp_path) as running:
        board, other = await running.board(), await running.board()
        device = await running.joined(board, "facilitator")
        for name in WHO_MAY:
            assert problem(await knock(device, other, name)) == "401 not_joined"


async def test_an_unknown_board_is_said_to_be_unknown(tmp_path):
    async with house(tmp_path) as running:
        answer = await running.device().get("/api/boards/nergens")
        assert problem(answer) == "404 unknown_board"


async def test_one_acts_in_the_highest_role_one_holds(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device)
        await device.post("/api/join", json={"secret": board.secrets["viewer"]})
        said = (await device.get(board.url)).json()
        assert (said["role"], said["roles"]) == ("facilitator", ["facilitator", "viewer"])


async def test_one_may_act_in_a_lower_role_one_holds(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device)
        await device.post("/api/join", json={"secret": board.secrets["viewer"]})
        assert (await device.get(f"{board.url}?as=viewer")).json()["role"] == "viewer"
        answer = await device.patch(f"{board.url}/session?as=viewer", json={})
        assert problem(answer) == "403 forbidden"


async def test_one_may_not_act_in_a_role_one_does_not_hold(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        device = await running.joined(board, "viewer")
        answer = await device.get(f"{board.url}?as=facilitator")
        assert problem(answer) == "403 forbidden"


async def test_a_role_that_does_not_exist_is_a_mistake(tmp_path):
    async with house(tmp_path) as running:
        board = await running.board()
        device = await running.joined(board, "viewer")
        assert problem(await device.get(f"{board.url}?as=king")) == "422 invalid"


@pytest.mark.parametrize("name", ["POST /api/boards", "POST /api/join", "POST /api/import"])
async def test_another_site_cannot_make_a_browser_do_anything(tmp_path, name):
    async with house(tmp_path) as running:
        device = running.device(origin="https://evil.example")
        method, path = name.split()
        answer = await device.request(method, path, json={"theme": "x"})
        assert problem(answer) == "403 cross_origin"


async def test_another_site_cannot_use_the_cookie_of_a_facilitator(tmp_path):
    async with house(tmp_path) as running:
        device = running.device()
        board = await running.board(device)
        for name in WHO_MAY:
            if not name.startswith("GET"):
                answer = await knock(device, board, name, origin="https://evil.example")
                assert problem(answer) == "403 cross_origin"


@pytest.mark.parametrize("origin", ["http://kleed.test", "https://kleed.example.org"])
async def test_our_own_pages_may_whatever_our_address(tmp_path, origin):
    async with house(tmp_path, public_url="https://kleed.example.org") as running:
        await running.board(running.device(origin=origin))


async def test_the_app_does_not_start_with_a_route_without_a_door(tmp_path):
    async with house(tmp_path) as running:
        router = APIRouter()
        router.add_api_route("/api/open", lambda: None)
        running.app.include_router(router)
        with pytest.raises(ValueError, match="/api/open needs exactly one door"):
            refuse_open_doors(running.app)


async def test_the_app_does_not_start_with_a_route_behind_two_doors(tmp_path):
    async with house(tmp_path) as running:
        router = APIRouter(dependencies=[Depends(anyone), Depends(Needs("see"))])
        router.add_api_route("/api/both", lambda: None)
        running.app.include_router(router)
        with pytest.raises(ValueError, match="/api/both needs exactly one door"):
            refuse_open_doors(running.app)


async def knock(device, board, name, **headers):
    """Ask for a route with an empty body and ids that nothing has, so that nothing changes."""
    method, path = name.split(" ")
    unknown = ("participant", "invitation", "snapshot", "share", "format_name", "key")
    nothing = dict.fromkeys(unknown, "nothing")
    url = path.format(board=board.id, number=0, phase="rim", kind="ghost", **nothing)
    body = {} if method in {"POST", "PUT", "PATCH"} else None
    return await device.request(method, url, json=body, headers=headers)
