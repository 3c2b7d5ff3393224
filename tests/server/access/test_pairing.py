"""Screens that wait to be paired, as values in a house without a clock."""

from server.access.pairing import LIFETIME_SECONDS, MOST_SCREENS, Pairings, Screen


def test_no_two_screens_show_the_same_digits():
    pairings = Pairings()
    codes = [pairings.show(f"screen {number}", 0) for number in range(MOST_SCREENS)]
    assert len({*codes}) == MOST_SCREENS


def test_more_screens_than_there_is_room_for_get_no_digits():
    pairings = Pairings()
    for number in range(MOST_SCREENS):
        pairings.show(f"screen {number}", 0)
    assert pairings.show("one more", 0) is None
    assert pairings.show("later", LIFETIME_SECONDS + 1) is not None


def test_digits_pair_one_screen_once():
    pairings = Pairings()
    code = pairings.show("wall", 0) or ""
    assert pairings.secret_of(code, 1) == "wall"
    pairings.pair("wall", Screen(code, "invitation"))
    assert pairings.secret_of(code, 1) is None
    assert pairings.look("wall", 1) == Screen(code, "invitation")
