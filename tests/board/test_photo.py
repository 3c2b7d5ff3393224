"""A photo keeps what draws it, and nothing that tells where or by whom it was taken."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from board.export.png import export_png
from board.photo import PhotoError, bare
from tests.builders.moments import example_moment
from tests.builders.photos import SECRET, jpeg, png, segment, webp

KINDS = {"image/jpeg": jpeg, "image/png": png, "image/webp": webp}


@pytest.mark.parametrize("media_type", KINDS)
def test_nothing_is_left_of_what_does_not_draw(media_type):
    found = bare(KINDS[media_type]())
    assert (found.media_type, found.width, found.height) == (media_type, 40, 20)
    assert SECRET not in found.data


@pytest.mark.parametrize("media_type", KINDS)
def test_a_bare_picture_stays_as_it_is(media_type):
    found = bare(KINDS[media_type]())
    assert bare(found.data) == found


def test_both_scans_of_a_jpeg_stay_with_their_data():
    found = bare(jpeg()).data
    assert b"\x12\xff\x00\x34\xff\xd0\x56" in found
    assert found.endswith(b"\x78\xff\xd9")


def test_an_extended_webp_no_longer_says_that_it_has_extras():
    assert bare(webp()).data[20] == 0x10


def test_a_real_picture_is_still_one():
    drawn = export_png(example_moment(), names=False)
    found = bare(drawn)
    assert found.data[:8] == drawn[:8]
    assert len(found.data) > 0.9 * len(drawn)


@pytest.mark.parametrize("make", KINDS.values())
@pytest.mark.parametrize(("width", "height"), [(9000, 10), (8000, 8000), (0, 10)])
def test_a_picture_with_too_many_pixels_is_refused(make, width, height):
    if width == 0 and make is webp:
        width = 1 << 14
    with pytest.raises(PhotoError, match="pixels"):
        bare(make(width, height))


@pytest.mark.parametrize("data", [b"", b"GIF89a", b"<svg/>", b"\xff\xd8", segment(0xE1, b"x")])
def test_another_kind_of_file_is_refused(data):
    with pytest.raises(PhotoError):
        bare(data)


@given(st.sampled_from([jpeg(), png(), webp()]), st.data())
def test_a_broken_file_is_refused_or_made_bare_and_never_anything_else(data, chance):
    at = chance.draw(st.integers(0, len(data) - 1))
    changed = data[:at] + bytes([chance.draw(st.integers(0, 255))]) + data[at + 1 :]
    for broken in (data[:at], changed):
        try:
            bare(broken)
        except PhotoError:
            continue
