"""What the server answers."""

import json
import re

import pytest

pytest.importorskip("fastapi_offline", reason="needs newsclean[serve]")

import newsclean
from newsclean.json_schema import article_schema

TEXT = "Ferry sold\n\nShareTweetEmail\n\nThe council sold the old ferry to its crew on Monday.\n"
PAGE = "<!doctype html><title>Ferry sold</title><h1>Ferry sold</h1><p>The council sold the old ferry on Monday.</p>"
TEXT_PLAIN, TEXT_HTML = {"Content-Type": "text/plain"}, {"Content-Type": "text/html"}


def problem(response, status):
    assert response.headers["content-type"] == "application/problem+json"
    members = response.json()
    assert (response.status_code, members["status"], members["type"]) == (status, status, "about:blank")
    return members["detail"]


class TestClean:
    def test_a_text(self, server):
        response = server.post("/clean", content=TEXT, headers=TEXT_PLAIN)
        assert (response.status_code, response.headers["content-type"]) == (200, "application/json")
        assert response.json() == newsclean.clean(TEXT).to_dict()

    def test_a_page_with_its_address(self, server):
        url = "https://example.org/1"
        response = server.post("/clean", content=PAGE, headers=TEXT_HTML, params={"url": url})
        assert response.json() == newsclean.clean_html(PAGE, url=url).to_dict()

    def test_json_with_choices(self, server):
        given = {"text": TEXT, "url": "u", "without": ["share"], "fields": ["url", "text"]}
        article = newsclean.clean(TEXT, pipeline=newsclean.Pipeline.default().without("share"))
        assert server.post("/clean", json=given).json() == {"url": "u", "text": article.text}
        assert list(server.post("/clean", json={"html": PAGE}, params={"fields": "title"}).json()) == ["title"]

    def test_the_header_tells_the_characters(self, server):
        text = "Öffnung der Brücke\n\nDie Brücke über die Förde öffnet am Montag für Fußgänger.\n"
        headers = {"Content-Type": "text/plain; charset=utf-16-le"}
        response = server.post("/clean", content=text.encode("utf-16-le"), headers=headers)
        assert response.json()["title"] == "Öffnung der Brücke"

    @pytest.mark.parametrize(
        ("request_", "status", "message"),
        [
            ({"json": {"texd": "x"}}, 422, "texd: Extra inputs"),
            ({"json": {"text": 3}}, 422, "text: Input should be a valid string"),
            ({"json": {"text": "x", "html": "y"}}, 422, "either text or html"),
            ({"json": {"text": "x", "fields": ["titel"]}}, 422, "fields.0: there is no field 'titel'; there are title"),
            ({"json": {"text": "x", "without": ["tag"]}}, 422, "without.0: there is no cleaner 'tag'"),
            ({"content": "x", "headers": TEXT_PLAIN, "params": {"without": "tag"}}, 422, "there is no cleaner 'tag'"),
            ({"content": "[" * 50_000, "headers": {"Content-Type": "application/json"}}, 422, "Invalid JSON"),
            ({"json": {"html": ""}}, 422, "no page: there is nothing in it"),
            ({"content": "x", "headers": {"Content-Type": "text/csv"}}, 415, "not text/csv: say so in Content-Type"),
            ({"content": "x" * 100_001, "headers": TEXT_PLAIN}, 413, "the limit is 0.1 MB"),
            ({"content": (b"x" for _ in range(100_001)), "headers": TEXT_PLAIN}, 413, "the limit is 0.1 MB"),
        ],
    )
    def test_what_is_wrong_is_named(self, server, request_, status, message):
        assert message in problem(server.post("/clean", **request_), status)

    def test_lone_surrogates_come_back_as_json_writes_them(self, server):
        response = server.post("/clean", content="<p>A bridge &#xd83d; opens on Monday.", headers=TEXT_HTML)
        assert response.status_code == 200
        assert "bridge" in response.json()["text"]


class TestBatch:
    def test_lines_are_answered_in_order(self, server):
        documents = [{"text": TEXT, "fields": ["title"]}, {"html": PAGE}, {"text": "Other.", "fields": ["text"]}]
        lines = [*map(json.dumps, documents[:1]), "{", "", *map(json.dumps, documents[1:])]
        response = server.post("/clean/batch", content="\n".join(lines))
        assert response.headers["content-type"] == "application/x-ndjson"
        first, second, third, fourth = map(json.loads, response.text.splitlines())
        assert first == {"line": 0, "article": {"title": "Ferry sold"}}
        assert (second["line"], second["error"]["status"]) == (1, 422)
        assert third == {"line": 2, "article": newsclean.clean_html(PAGE).to_dict()}
        assert fourth == {"line": 3, "article": {"text": "Other."}}

    def test_one_that_is_too_large_costs_no_other(self, server):
        lines = [json.dumps({"text": "x " * 60_000}), json.dumps({"text": TEXT, "fields": ["title"]})]
        first, second = map(json.loads, server.post("/clean/batch", content="\n".join(lines)).text.splitlines())
        assert first["error"]["status"] == 413
        assert second["article"] == {"title": "Ferry sold"}

    def test_it_has_a_length(self, server):
        assert "up to 5 documents, not 6" in problem(server.post("/clean/batch", content="{}\n" * 6), 413)
        assert "1 MB" in problem(server.post("/clean/batch", content=b" " * 1_000_001), 413)
        assert server.post("/clean/batch", content="").text == ""


class TestPage:
    def test_it_needs_nothing_from_elsewhere(self, server):
        for address in ("/", "/docs"):
            page = server.get(address)
            assert page.status_code == 200
            assert "frame-ancestors 'none'" in page.headers["content-security-policy"]
            links = re.findall(r"(?:src|href|action)=[\"']([^\"']+)", page.text)
            assert len(links) > 2
            assert all(link.startswith("/") for link in links), links
            files = [link for link in links if link.startswith("/static")]
            assert {server.get(file).status_code for file in files} == {200}

    @pytest.mark.parametrize(
        "form",
        [
            {"data": {"text": TEXT, "url": ""}},
            {"data": {"text": "Other."}, "files": {"file": ("a.txt", TEXT.encode())}},
            {"data": {"text": ""}, "files": {"file": ("a", PAGE.encode())}},
            {"data": {"text": TEXT}, "files": {"file": ("", b"")}},
        ],
    )
    def test_it_shows_what_was_pasted_or_dropped(self, server, form):
        view = server.post("/view", **form)
        assert view.status_code == 200
        assert "Ferry sold" in view.text
        policy = view.headers["content-security-policy"]
        assert "default-src 'none'" in policy
        assert "sandbox allow-scripts" in policy
        assert "'unsafe-inline'" not in policy

    def test_what_is_pasted_does_not_run(self, server):
        script = "<script>alert(1)</script>"
        view = server.post("/view", data={"text": f"A bridge opens {script} on Monday.", "url": script})
        assert view.status_code == 200
        assert script not in view.text

    @pytest.mark.parametrize(
        ("form", "status"), [({"data": {"text": ""}}, 422), ({"data": {"text": "x" * 300_000}}, 413), ({}, 422)]
    )
    def test_what_is_wrong_is_said_in_the_frame(self, server, form, status):
        view = server.post("/view", **form)
        assert (view.status_code, view.headers["content-type"]) == (status, "text/html; charset=utf-8")

    def test_a_broken_form(self, server):
        headers = {"Content-Type": "multipart/form-data; boundary=x"}
        assert server.post("/view", content=b"--y\r\nnothing", headers=headers).status_code in {400, 422}


class TestState:
    def test_what_there_is(self, server):
        cleaners = server.get("/cleaners").json()
        assert [name for one in cleaners for name in (one["name"], *one["kinds"])] == list(
            newsclean.Pipeline.default().parts
        )
        assert server.get("/schema").json() == article_schema()
        assert server.get("/health").json() == {"status": "ok"}

    def test_openapi_has_the_articles_own_fields(self, server):
        schemas = server.get("/openapi.json").json()["components"]["schemas"]
        assert list(schemas["Article"]["properties"]) == list(newsclean.Article().to_dict())
        assert {"Paragraph", "Removal", "Caption", "Dateline", "AlternateTitle"} <= schemas.keys()

    def test_metrics_count(self, server):
        def cleaned():
            return float(
                re.search(r'newsclean_documents_total\{outcome="cleaned"\} (\S+)', server.get("/metrics").text)[1]
            )

        server.post("/clean", content=TEXT, headers=TEXT_PLAIN)
        before = cleaned()
        server.post("/clean", content=TEXT, headers=TEXT_PLAIN)
        assert cleaned() == before + 1
        assert "newsclean_documents_in_flight 0.0" in server.get("/metrics").text

    def test_answers_are_safe_to_look_at(self, server):
        headers = server.get("/health").headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["content-security-policy"] == "default-src 'none'; frame-ancestors 'none'"

    @pytest.mark.parametrize(("method", "path", "status"), [("GET", "/none", 404), ("PUT", "/clean", 405)])
    def test_other_addresses_are_problems(self, server, method, path, status):
        problem(server.request(method, path), status)

    def test_the_log_has_no_text(self, server, caplog):
        with caplog.at_level("INFO", "newsclean.serve"):
            server.post("/clean", content=TEXT, headers=TEXT_PLAIN, params={"url": "https://example.org/secret"})
            server.get("/secret")
        from newsclean.serve.watch import Formatter

        lines = [json.loads(Formatter().format(record)) for record in caplog.records]
        requests = [line for line in lines if line["event"] == "request"]
        assert [(line["path"], line["status"]) for line in requests] == [("/clean", 200), ("other", 404)]
        assert not re.search("secret|Ferry|council", json.dumps(lines))
