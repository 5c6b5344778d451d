"""A server that knows what was learned of sites."""

import time

import pytest

pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")
pytest.importorskip("pyarrow", reason="needs newsclean[corpus]")

from fastapi.testclient import TestClient

import newsclean
from newsclean.cli import main
from newsclean.serve.application import application
from newsclean.serve.limits import Limits
from newsclean.sites.table import Profiles, write

NOTICE = "Our readers walk every street of this county, and what they find is free to read for all who live here."
THINGS = ("ferry", "library", "harbour", "school", "bridge", "market", "station", "theatre")


def page(thing):
    first = f"The council said on Monday that the old {thing} is to be sold before the end of the year."
    last = f"Nobody who spoke in the hall that evening wanted to see the {thing} go, and some said so twice."
    return f"Old {thing} to be sold\n\n{first}\n\n{NOTICE}\n\n{last}\n"


@pytest.fixture(scope="module")
def server(tmp_path_factory):
    path = tmp_path_factory.mktemp("profiles") / "profiles.parquet"
    write(path, {"example.org": newsclean.SiteProfile.learn(map(page, THINGS))})
    with TestClient(application(Limits(), 1, Profiles(path))) as client:
        while client.get("/ready").status_code != 200:
            time.sleep(0.05)
        yield client


@pytest.mark.parametrize("known", [{"site": "example.org"}, {"url": "https://www.example.org/1"}])
def test_a_site_is_told_by_its_name_or_the_address(server, known):
    given = {"text": page("ferry"), "fields": ["text"]}
    assert NOTICE in server.post("/clean", json=given).json()["text"]
    assert NOTICE not in server.post("/clean", json={**given, **known}).json()["text"]
    by_address = server.post("/clean", content=page("ferry"), headers={"Content-Type": "text/plain"}, params=known)
    assert NOTICE not in by_address.json()["text"]


def test_a_site_that_nothing_is_known_of_is_said(server):
    problem = server.post("/clean", json={"text": "A bridge opens.", "site": "example.com"})
    assert (problem.status_code, problem.json()["field"]) == (422, "site")
    assert "there is no profile of 'example.com'" in problem.json()["detail"]


def test_what_is_no_file_of_profiles_is_said(tmp_path, capsys):
    path = tmp_path / "profiles.parquet"
    assert main(["serve", "--profiles", str(path)]) == 1
    path.write_bytes(b"no profiles")
    assert main(["serve", "--profiles", str(path)]) == 1
    missing, other = capsys.readouterr().err.splitlines()
    assert missing == f"newsclean: cannot read {path}: No such file or directory"
    assert f"{path} holds no profiles" in other
