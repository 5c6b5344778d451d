"""Readers' comments below a heading that counts them, in many languages; and counters that head none."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

import newsclean

SENTENCES = tomllib.loads((Path(__file__).parents[1] / "sentences.toml").read_text("utf-8"))
#: The heading, and what invites more.
INVITED = {
    "af": ("Kommentaar (2)", "Lewer kommentaar"),
    "bg": ("Коментари (2)", "Добави коментар"),
    "cs": ("2 komentáře", "Přidat komentář"),
    "da": ("Kommentarer (2)", "Log ind for at kommentere"),
    "de": ("Kommentare (2)", "Jetzt kommentieren"),
    "el": ("Σχόλια (2)", "Αφήστε ένα σχόλιο"),
    "es": ("2 comentarios", "Deja un comentario"),
    "eu": ("2 iruzkin", "Utzi iruzkina"),
    "fi": ("Kommentit (2)", "Kommentoi"),
    "fr": ("2 commentaires", "Laisser un commentaire"),
    "gl": ("2 comentarios", "Deixa un comentario"),
    "he": ("2 תגובות", "הוסף תגובה"),
    "hu": ("Hozzászólások (2)", "Hozzászólás írása"),
    "it": ("2 commenti", "Lascia un commento"),
    "ja": ("コメント（2件）", "コメントする"),
    "nl": ("Reacties (2)", "Reageer op dit artikel"),
    "no": ("2 kommentarer", "Logg inn for å kommentere"),
    "pl": ("Komentarze (2)", "Dodaj komentarz"),
    "pt": ("2 comentários", "Deixe um comentário"),
    "ro": ("2 comentarii", "Lasă un comentariu"),
    "sv": ("Kommentarer (2)", "Kommentera"),
    "th": ("2 ความคิดเห็น", "แสดงความคิดเห็น"),
    "tr": ("Yorumlar (2)", "Yorum yap"),
    "uk": ("2 коментарі", "Залишити коментар"),
    "vi": ("Bình luận (2)", "Gửi bình luận"),
}
TITLE = "Harbour market reopens after two years"
TEXT = (
    "The harbour market reopened on Monday after two years of repairs, the council said in a statement.",
    "Forty traders set up their stalls before dawn, and by noon most of them had sold all that they had brought.",
    "The repairs cost three million pounds, a third more than planned when the work began.",
    "Nine of the former traders did not return.",
)
SAID = "About time, we have waited long enough for this."


def body(*lines, gap="\n\n"):
    return [paragraph.text for paragraph in newsclean.clean(gap.join(lines)).paragraphs]


@pytest.mark.parametrize("gap", ["\n\n", "\n"])
@pytest.mark.parametrize("code", INVITED)
def test_comments_below_a_heading_that_counts_them_go(code, gap):
    title, *text = SENTENCES[code]["text"]
    heading, invited = INVITED[code]
    comments = "sea_dog4", f"{text[0][:40]} …", "old.sailor", f"{text[1][:40]} …"
    got = body(title, *text, heading, *comments, invited, gap=gap)
    assert " ".join(got).split() == " ".join(text).split()


@pytest.mark.parametrize(
    "comments",
    [
        (f"Old sailor: {SAID}", "Reply", "Joe Doe", SAID),
        ("Ana Silva", SAID, "Reply", "Joe Doe", SAID),
        ("sea_dog4", SAID),
    ],
)
def test_what_shows_that_comments_stand_there(comments):
    assert body(TITLE, *TEXT, "2 comments", *comments, "Log in to comment") == list(TEXT)


@pytest.mark.parametrize("at", [0, 1, 2, 3])
@pytest.mark.parametrize("below", [(), ("What comes next",)])
@pytest.mark.parametrize("invited", ["Comments", "Leave a comment", "Reply"])
def test_a_counter_in_the_midst_of_a_text_takes_none_of_it(at, below, invited):
    got = body(TITLE, *TEXT[:at], "2 comments", *below, *TEXT[at:], invited, "Log in to comment")
    assert [text for text in got if text in TEXT] == list(TEXT)


def test_counters_of_other_stories_take_nothing():
    stories = ("Ferry sold to the north", "3 comments", "Quay to be widened", "5 comments")
    got = body(TITLE, *TEXT[:2], *stories, *TEXT[2:], "Reply", "Log in to comment")
    assert [text for text in got if text in TEXT] == list(TEXT)
    got = body(TITLE, *TEXT[:2], "3 comments, 5 likes", "Ana Silva", *TEXT[2:3], "Reply", TEXT[3], "Log in to comment")
    assert [text for text in got if text in TEXT] == list(TEXT)


def test_comments_that_nothing_answers_stay():
    assert SAID in body(TITLE, *TEXT, "2 comments", SAID, SAID)


def test_what_would_be_more_than_the_text_stays():
    assert body(TITLE, *TEXT[:2], "2 comments", "sea_dog4", *TEXT, "Log in to comment")[-1] == TEXT[-1]


@pytest.mark.parametrize("as_page", [True, False])
@pytest.mark.parametrize("code", ["bg", "de", "el", "it", "pl", "sv"])
def test_comments_that_names_and_times_open_go(code, as_page):
    title, *text = SENTENCES[code]["text"]
    comments = "Olaf (14.02.2017 09:31)", f"{text[0][:40]} …", "sea_dog4 - 14.02.2017, 18:05", f"{text[1][:40]} …"
    lines = (title, *text, INVITED[code][0], *comments)
    if as_page:
        html = f"<html lang={code}><h1>{title}</h1>{''.join(f'<p>{line}</p>' for line in lines[1:])}"
        got = [paragraph.text for paragraph in newsclean.clean_html(html).paragraphs]
    else:
        got = body(*lines)
    assert " ".join(got).split() == " ".join(text).split()


def test_what_a_name_and_a_time_open_stays_below_a_counter_above_the_text():
    assert body(TITLE, TEXT[0], "Comments (2)", "Olaf 14.02.2017 09:31", *TEXT[1:])[-3:] == list(TEXT[1:])
