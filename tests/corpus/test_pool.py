"""Processes that die, hang or fail: what becomes of their tasks."""

import os
import signal
import time
from pathlib import Path

import pytest
from attrs import frozen

from newsclean.corpus.pool import Pool, WorkerError


@frozen
class Job:
    """Doubles numbers, with items that do harm."""

    marks: Path

    def __call__(self, task, left_out, at):
        results = []
        for place, item in enumerate(task):
            at(place)
            if place in left_out:
                results.append(left_out[place].partition(":")[0])
                continue
            if item == "die" or (item == "die once" and not self.marks.exists()):
                self.marks.touch()
                os.kill(os.getpid(), signal.SIGKILL)
            if item == "hang":
                time.sleep(60)
            if item == "fail":
                raise LookupError(item)
            results.append(2 * item if isinstance(item, int) else item)
        return results


@pytest.fixture
def pool(tmp_path):
    return lambda count, **options: Pool(Job(tmp_path / "mark"), count, **options)


def test_results_come_in_order(pool):
    assert list(pool(2).map([n, n] for n in range(10))) == [[2 * n, 2 * n] for n in range(10)]


def test_a_death_costs_a_task_one_retry_and_then_the_item_that_kills(pool):
    tasks = [[1, "die once", 2], [3, "die", 4, "die"], [5]]
    assert list(pool(1).map(tasks)) == [[2, "die once", 4], [6, "died", 8, "died"], [10]]


def test_an_item_that_hangs_is_given_up(pool):
    assert list(pool(1, patience=1.0).map([[1, "hang", 2]])) == [[2, "timeout", 4]]


def test_what_a_job_raises_is_raised(pool):
    with pytest.raises(LookupError, match="fail"):
        list(pool(1).map([["fail"]]))


def test_tasks_are_taken_as_they_can_be_done(pool):
    taken = []

    def tasks():
        for n in range(100):
            taken.append(n)
            yield [n]

    results = pool(1).map(tasks())
    next(results)
    assert len(taken) < 8
    results.close()


@frozen
class Broken:
    """Cannot be unpickled in another process."""

    def __reduce__(self):
        return os._exit, (3,)


def test_a_process_that_cannot_be_started_is_said():
    with pytest.raises(WorkerError, match="__main__"):
        list(Pool(Broken(), 1).map([[1]]))
