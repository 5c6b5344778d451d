"""What all tests share: the helpers beside this file, and the profiles of Hypothesis."""

from __future__ import annotations

import os
import signal
import sys
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from newsclean.language.lookup import LookedUp
from newsclean.lexicon.categories import CATEGORIES

sys.path.insert(0, str(Path(__file__).parent))
# So that a failed assertion shows its values.
pytest.register_assert_rewrite("invariants")

# A shell starts what runs in its background deaf to Ctrl-C, and so all that the tests start.
signal.signal(signal.SIGINT, signal.default_int_handler)

_SLOW_IS_FINE = (HealthCheck.too_slow, HealthCheck.data_too_large)
settings.register_profile("default", max_examples=40, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.register_profile("thorough", max_examples=2000, deadline=None, suppress_health_check=_SLOW_IS_FINE)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "default"))


@pytest.fixture(autouse=True, scope="session")
def _only_known_categories():
    """Fail whoever asks a line for a category of phrases that no language has."""

    def checked(ask):
        def asked(line, *categories):
            assert CATEGORIES.issuperset(categories), f"no category of phrases: {categories}"
            return ask(line, *categories)

        return asked

    with pytest.MonkeyPatch.context() as patch:
        for name in ("starts", "stops", "whole"):
            patch.setattr(LookedUp, name, checked(getattr(LookedUp, name)))
        yield
