"""Real Yjs clients, recorded, played into a room.

More by hand: `python -m tests.hostile.replay --sessions 200`.
"""

import pytest

from tests.hostile.replay import play, recorded


@pytest.mark.parametrize("seed", [2, 3, 4])
def test_what_real_clients_send_is_never_refused_and_ends_as_in_yjs(seed):
    """GA3-GA8, UP4-UP6: offline periods, undo, several tabs, merged and repeated updates."""
    _, faults, updates = play(recorded(seed, 1_500), seed)
    assert faults == []
    assert updates > 200
