"""Lines of tags, by a table."""

from __future__ import annotations

import pytest

from newsclean.language.reader import Reader
from newsclean.language.tags import parse


@pytest.mark.parametrize(
    ("language", "line", "tags"),
    [
        ("en", "Topics: Harbour, Fish market", ("Harbour", "Fish market")),
        ("en", "Filed under — harbour, fish market", ("harbour", "fish market")),
        ("en", "Tags: Harbour | Fish market", ("Harbour", "Fish market")),
        ("en", "#harbour #fishmarket", ("harbour", "fishmarket")),
        ("de", "Schlagworte: Hafen, Fischmarkt", ("Hafen", "Fischmarkt")),
        ("ru", "Теги: порт, рынок", ("порт", "рынок")),
        ("ar", "الوسوم: الميناء، السوق", ("الميناء", "السوق")),
        ("hy", "Պիտակներ՝ նավահանգիստ, շուկա", ("նավահանգիստ", "շուկա")),
        ("ja", "タグ：港、魚市場", ("港", "魚市場")),
        ("zh", "标签：港口 鱼市", ("港口", "鱼市")),
        ("en", "Topics: what the council of the harbour town said on Monday night", ()),
    ],
)
def test_tags(language, line, tags):
    listed = parse(line, Reader(language))
    assert listed is not None
    assert listed.tags == tags


def test_each_link_is_a_tag():
    listed = parse("Topics: Harbour Fish market", Reader("en"), ("Harbour", "Fish market"))
    assert listed is not None
    assert (listed.tags, listed.linked, listed.marked) == (("Harbour", "Fish market"), True, True)


def test_a_label_in_capitals_alone():
    listed, sentence = (parse(line, Reader("en")) for line in ("TAGS Rivers Pollution", "TAGS are what the text is of"))
    assert listed is not None
    assert sentence is not None
    assert (listed.shouted, sentence.shouted) == (True, False)


@pytest.mark.parametrize(("line", "told"), [("He said: harbour, fish", True), ("Harbour, fish, market, hall", False)])
def test_an_enumeration_that_tells_something(line, told):
    listed = parse(line, Reader("en"))
    assert listed is not None
    assert listed.told is told
