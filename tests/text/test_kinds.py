"""What is no text is told by its beginning."""

from __future__ import annotations

import time

from newsclean.text import kinds

PLAIN = "The council met on Monday. "


def test_controls_tell_and_damage_does_not():
    assert kinds.is_binary("\x01\x02\x03 a" * 900)
    assert not kinds.is_binary(PLAIN + "\x01\x02")
    assert not kinds.is_binary("")
    assert kinds.is_binary("\0" * 9)


def test_null_bytes_are_damage():
    assert not kinds.is_binary("\0".join(PLAIN))
    assert not kinds.is_binary("\0" * 9000 + PLAIN)
    assert kinds.is_binary("\0" * 9000 + "\x01\x02\x03\x04\x05\x06")


def test_a_sound_page_is_not_read_to_its_end():
    """As many looks at a long text take hardly more time than at a short one."""
    times = []
    for text in (PLAIN * 200, PLAIN * 400_000):
        start = time.process_time()
        for _ in range(200):
            kinds.is_binary(text)
        times.append(time.process_time() - start)
    assert times[1] < 5 * times[0] + 0.05, times
