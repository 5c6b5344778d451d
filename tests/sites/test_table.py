"""Profiles in files."""

import pickle

import courier
import pytest

pa = pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")
pq = pytest.importorskip("pyarrow.parquet", reason="needs newsclean[corpus]")

from newsclean import SiteProfile
from newsclean.sites import table


@pytest.fixture(scope="module")
def profiles():
    texts = {"a": range(3), "b": range(3, 5)}
    return {name: SiteProfile.learn(map(courier.text, numbers)) for name, numbers in texts.items()}


def test_what_is_written_is_read_again(profiles, tmp_path, monkeypatch):
    profiles["c"] = SiteProfile((), 12)
    table.write(tmp_path / "p.parquet", profiles)
    read = table.Profiles(tmp_path / "p.parquet")
    assert list(read) == ["a", "b", "c"]
    assert {outlet: read.get(outlet) for outlet in read} == profiles
    assert read.get("d") is None
    monkeypatch.chdir(tmp_path)
    near = pickle.dumps(table.Profiles("p.parquet"))
    monkeypatch.chdir("/")
    again = pickle.loads(near)  # noqa: S301 - what has just been made
    assert again.get("a") == profiles["a"]


def test_rows_of_one_outlet_are_merged(profiles):
    one, other = (table.batch_of({"x": profile}) for profile in (profiles["a"], profiles["b"]))
    assert table.merged([one, other]) == {"x": profiles["a"].merge(profiles["b"])}


def test_other_files_are_refused(tmp_path):
    other, none = tmp_path / "other.parquet", tmp_path / "none.parquet"
    pq.write_table(pa.table({"text": ["a"]}), other)
    none.write_text("no table")
    for path in (other, none):
        assert not table.is_of_profiles(path)
        with pytest.raises(ValueError, match=rf"{path.name} holds no profiles"):
            table.Profiles(path)
    later = table.SCHEMA.with_metadata({b"newsclean.profiles": b"99"})
    pq.write_table(later.empty_table(), other)
    with pytest.raises(ValueError, match="another version"):
        table.Profiles(other)
    with pytest.raises(FileNotFoundError):
        table.Profiles(tmp_path / "nowhere.parquet")
