"""While texts are read there is a search for garbage now and then, and afterwards all is as it was."""

import gc
import weakref

import pytest

from claimkb.workflow.garbage import seldom_collected


class Tied:
    def __init__(self) -> None:
        self.own = self


def test_what_holds_itself_goes_after_some_texts_and_not_before() -> None:
    with seldom_collected() as is_done:
        tied = weakref.ref(Tied())
        is_done()
        assert tied() is not None
        for _ in range(64):
            is_done()
        assert tied() is None
    assert gc.isenabled()


def test_a_failure_leaves_the_search_on() -> None:
    with pytest.raises(ValueError, match="stop"), seldom_collected():
        raise ValueError("stop")
    assert gc.isenabled()


def test_whoever_switched_it_off_is_left_alone() -> None:
    gc.disable()
    try:
        with seldom_collected() as is_done:
            tied = weakref.ref(Tied())
            for _ in range(65):
                is_done()
            assert tied() is not None
        assert not gc.isenabled()
    finally:
        gc.enable()
