"""Signatures, by a table of lines: who signs, in several languages."""

from __future__ import annotations

import pytest

import newsclean
from newsclean.language.reader import Reader
from newsclean.language.signatures import names, parse
from newsclean.language.signed_otherwise import edits, of_agencies, reports, signed_off

#: Language, line, and who signs, split at bars: `~` for nobody.
LINES = """
en ; By Ana Silva ; Ana Silva
en ; BY ANA SILVA AND JOE DOE ; ANA SILVA | JOE DOE
en ; By Ana Silva, Staff Writer ; Ana Silva
en ; By Ana Silva and Joe Doe, The Post ; Ana Silva | Joe Doe
en ; By Ana Silva, Wexley Gazette ; Ana Silva
en ; By Ana Silva, Joe Doe, North Wexley Times ; Ana Silva | Joe Doe
en ; By Wexley Gazette ; Wexley Gazette
en ; By Ana Silva, Wexley Ledger ; Ana Silva
en ; By Ana Silva, Wei Sun ; Ana Silva | Wei Sun
fr ; Par Ana Silva, L'Écho de Valmont ; Ana Silva
es ; Por Ana Silva, La Voz de Valdeza ; Ana Silva
sv ; Av Ana Silva, Holmsta Tidning ; Ana Silva
ro ; De Ana Silva, Gazeta de Valea ; Ana Silva
ru ; Автор: Анна Силва, Вестник Ольхова ; Анна Силва
el ; Νίκος Βλάχος, Εφημερίδα Ακτή ; Νίκος Βλάχος
vi ; Tác giả: Minh Khuê, Bảo Anh ; Minh Khuê | Bảo Anh
vi ; Tác giả: Sùng Thị Vân ; Sùng Thị Vân
vi ; Lò Thị Mẩy, Đỗ Vân ; Lò Thị Mẩy | Đỗ Vân
zh ; 作者：王伟，青川日报 ; 王伟
ja ; 田中花子、北海新聞 ; 田中花子
pt ; Por Ana Silva, Jornal do Vale ; Ana Silva
es ; Por Ana Silva, El Diario de Valdeza ; Ana Silva
de ; Von Ana Silva, Wesselhagener Zeitung ; Ana Silva
en ; By Ana Silva, Harbour Reporter, and Joe Doe ; Ana Silva | Joe Doe
en ; By Ana Silva, PhD, FRCS ; Ana Silva
en ; By E.J. Dunmore, Jr., Opinion writer ; E.J. Dunmore, Jr.
en ; By Ida Lund, Sr. and Joe Doe III ; Ida Lund, Sr. | Joe Doe III
en ; By Ana Silva, AFP ; Ana Silva | AFP
en ; By Ana Silva | Newsroom ; Ana Silva
fr ; Par Ana Silva - Les Rives du Sud ; Ana Silva
en ; By Newsroom, The Post ; Newsroom
en ; By Ana Silva 3 min read ; Ana Silva
en ; By Ana Silva Leave a comment ; Ana Silva
en ; By Ana Silva Photos Joe Doe ; Ana Silva
en ; By Ana Silva 2 May 2024, 10:15 ; Ana Silva
en ; Written by Ana Silva | Edited by Joe Doe ; Ana Silva
en ; Ana Silva, Managing Director ; Ana Silva
en ; The Valley Courier | By Ana Silva ; Ana Silva
en ; Valley Courier - By Ana Silva and Joe Doe ; Ana Silva | Joe Doe
en ; 14 May 2024, by Ana Silva ; Ana Silva
en ; By Ana Silva ana@post.example ; Ana Silva
de ; Von Ana Silva und Joe Doe ; Ana Silva | Joe Doe
de ; Talbote | Von Ana Silva ; Ana Silva
de ; Von Ana von der Silva (dpa) ; Ana von der Silva | dpa
de ; Text: Ana Silva. Fotos: Joe Doe ; Ana Silva
sv ; Text: Ana Silva Foto: Joe Doe ; Ana Silva
nl ; Tekst: Ana Silva. Foto's: Joe Doe ; Ana Silva
ru ; Текст: Анна Силва. Фото: Иван Доев ; Анна Силва
fr ; Texte : Ana Silva. Photos : Joe Doe ; Ana Silva
fr ; Par Ana Silva ; Ana Silva
fr ; Le Courrier | Par Ana Silva ; Ana Silva
es ; Por Ana Silva y Joe Doe ; Ana Silva | Joe Doe
es ; El Correo | Por Ana Silva ; Ana Silva
pt ; Por Ana da Silva ; Ana da Silva
af ; Deur Ana Silva ; Ana Silva
af ; Deur Ana Silva en Joe Doe ; Ana Silva | Joe Doe
af ; Teks en foto's: Ana Silva ; Ana Silva
af ; Ana Silva, politieke verslaggewer ; Ana Silva
af ; Deur Ana Silva, Die Vallei-koerier ; Ana Silva
gl ; Por Ana Silva ; Ana Silva
gl ; Ana Silva e Joe Doe ; Ana Silva | Joe Doe
gl ; Texto e fotos: Ana Silva ; Ana Silva
gl ; Ana Silva, redactora ; Ana Silva
gl ; Redacción ; Redacción
eu ; Testua: Ana Silva ; Ana Silva
eu ; Egilea: Ana Silva ; Ana Silva
eu ; Ana Silva eta Joe Doe ; Ana Silva | Joe Doe
eu ; Ana Silva, kazetaria ; Ana Silva
eu ; Erredakzioa ; Erredakzioa
hy ; Հեղինակներ: Աննա Սարոյան, Արամ Դավթյան ; Աննա Սարոյան | Արամ Դավթյան
hy ; Հեղինակ՝ Աննա Սարոյան ; Աննա Սարոյան
hy ; Հեղինակներ՝ Աննա Սարոյան, Արամ Դավթյան ; Աննա Սարոյան | Արամ Դավթյան
hy ; Աննա Սարոյան Լուսանկարը՝ Արամ Դավթյանի ; Աննա Սարոյան
hy ; Հեղինակ: Աննա Սարոյան ; Աննա Սարոյան
hy ; Աննա Սարոյան և Արամ Դավթյան ; Աննա Սարոյան | Արամ Դավթյան
hy ; Լրագրող: Աննա Սարոյան ; Աննա Սարոյան
hy ; Աննա Սարոյան, լրագրող ; Աննա Սարոյան
az ; Müəllif: Ana Silva ; Ana Silva
az ; Ana Silva və Joe Doe ; Ana Silva | Joe Doe
az ; Ana Silva, APA ; Ana Silva | APA
az ; Hazırladı: Ana Silva ; Ana Silva
ca ; Text: Ana Silva ; Ana Silva
ca ; Ana Silva i Joe Doe ; Ana Silva | Joe Doe
ca ; Ana Silva, ACN ; Ana Silva | ACN
ca ; Per Ana Silva ; Ana Silva
et ; Toimetaja: Ana Silva ; Ana Silva
et ; Ana Silva ja Joe Doe ; Ana Silva | Joe Doe
et ; Ana Silva, BNS ; Ana Silva | BNS
et ; Autor: Ana Silva ; Ana Silva
lv ; Sagatavoja Ana Silva ; Ana Silva
lv ; Ana Silva un Joe Doe ; Ana Silva | Joe Doe
lv ; Ana Silva, LETA ; Ana Silva | LETA
lv ; Autore: Ana Silva ; Ana Silva
lt ; Parengė Ana Silva ; Ana Silva
lt ; Ana Silva ir Joe Doe ; Ana Silva | Joe Doe
lt ; Ana Silva, ELTA ; Ana Silva | ELTA
lt ; Autorė: Ana Silva ; Ana Silva
ru ; Автор: Анна Силва ; Анна Силва
ru ; Вестник | Автор: Анна Силва ; Анна Силва
sk ; Autor: Jana Kováčiková ; Jana Kováčiková
sk ; Text a foto: Jana Kováčiková a Ján Hric ; Jana Kováčiková | Ján Hric
sk ; Jana Kováčiková, redaktorka ; Jana Kováčiková
sk ; Pripravila Jana Kováčiková ; Jana Kováčiková
sr ; Аутор: Јелена Ковачевић ; Јелена Ковачевић
sr ; Пише: Јелена Ковачевић и Марко Ђурић ; Јелена Ковачевић | Марко Ђурић
sr ; Приредила: Јелена Ковачевић ; Јелена Ковачевић
sr ; Autor: Jelena Kovačević ; Jelena Kovačević
sl ; Avtorica: Jana Kovač ; Jana Kovač
sl ; Besedilo in foto: Jana Kovač in Tomaž Vilar ; Jana Kovač | Tomaž Vilar
sl ; Piše: Jana Kovač ; Jana Kovač
sl ; Pripravil: Tomaž Vilar, novinar ; Tomaž Vilar
mk ; Автор: Јана Ковачевска ; Јана Ковачевска
mk ; Пишува: Јана Ковачевска и Марко Ѓуриќ ; Јана Ковачевска | Марко Ѓуриќ
mk ; Подготви: Јана Ковачевска ; Јана Ковачевска
sq ; Nga: Jonida Kovaçi ; Jonida Kovaçi
sq ; Nga Jonida Kovaçi ; Jonida Kovaçi
sq ; Shkruan: Jonida Kovaçi dhe Mark Gjoni ; Jonida Kovaçi | Mark Gjoni
sq ; Përgatiti: Jonida Kovaçi ; Jonida Kovaçi
ar ; كتب: سامي خليل ; سامي خليل
ar ; ليان المرزوقي – صحيفة النورس ; ليان المرزوقي
he ; מאת: דנה כהן ; דנה כהן
th ; โดย ศิริพร ใจดี ; ศิริพร ใจดี
ja ; 田中花子 記者 ; 田中花子
ko ; 김하나 기자 ; 김하나
zh ; 来源：青川日报 记者 王伟 ; 王伟
zh ; 来源：青川日报 作者：王伟 编辑：李明 ; 王伟
zh ; 作者：王伟 来源：青川日报 ; 王伟
zh ; 本报记者 王伟 李明 ; 王伟 | 李明
zh ; 2024-05-14 来源：青川日报 作者：王伟 ; 王伟
zh ; 来源：青川日报 责任编辑：李明 ; ~
zh ; 来源：青川日报 作者：王伟 字号：小 中 大 打印 ; 王伟
zh ; 作者：王伟 字体：大 中 小 打印本页 收藏 ; 王伟
zh ; 作者：王伟 点击：123 打印 ; 王伟
zh ; 作者：林小明 字級：小 中 大 列印 轉寄 ; 林小明
ja ; 記者 田中花子 | 印刷 | 保存 ; 田中花子
ko ; 김하나 기자 | 글자크기 | 인쇄 | 공유 ; 김하나
zh ; 記者林小明/臺北報導 ; 林小明
zh ; 記者林小明／臺北報導 ; 林小明
zh ; 【記者林小明、王美華/臺北報導】 ; 林小明 | 王美華
zh ; 记者王伟/青川报道 ; 王伟
zh ; 特約記者林小明/臺北報導 ; 林小明
zh ; 記者林小明 ; 林小明
ja ; 記者田中花子 ; 田中花子
en ; Politics, Senior Editor ; ~
bn ; লেখক: ফারজানা ইয়াসমিন ; ফারজানা ইয়াসমিন
bn ; সাদিয়া রহমান ও জহির রায়হান ; সাদিয়া রহমান | জহির রায়হান
bn ; নিজস্ব প্রতিবেদক ; নিজস্ব প্রতিবেদক
ur ; تحریر: اسلم پرویز ; اسلم پرویز
ur ; سعدیہ رحمان اور ظہیر عباس ; سعدیہ رحمان | ظہیر عباس
ur ; ویب ڈیسک ; ویب ڈیسک
ms ; Oleh MOHD FAIZAL dan SITI HAJAR ; MOHD FAIZAL | SITI HAJAR
ms ; Laporan Sadia Rahman ; Sadia Rahman
ms ; Wartawan Sukan ; Wartawan Sukan
tl ; Ni Ana Liza Reyes ; Ana Liza Reyes
tl ; Nina Pedro Luna at Maria Cruz ; Pedro Luna | Maria Cruz
tl ; Ulat ni Carlo Mendoza ; Carlo Mendoza
ta ; எழுதியவர்: மகேஷ் பாபு ; மகேஷ் பாபு
ta ; சாதனா ரவி மற்றும் ஜெயராம் கண்ணன் ; சாதனா ரவி | ஜெயராம் கண்ணன்
ta ; நமது நிருபர் ; நமது நிருபர்
be ; Аўтар: Алеся Крывіцкая ; Алеся Крывіцкая
be ; Тэкст і фота: Алеся Крывіцкая і Янка Ліпскі ; Алеся Крывіцкая | Янка Ліпскі
be ; Падрыхтавала Алеся Крывіцкая ; Алеся Крывіцкая
be ; Янка Ліпскі, карэспандэнт ; Янка Ліпскі
ka ; ავტორი: ნინო ბერიძე ; ნინო ბერიძე
ka ; ნინო ბერიძე ; ნინო ბერიძე
ka ; ავტორები: ნინო ბერიძე და გიორგი კაპანაძე ; ნინო ბერიძე | გიორგი კაპანაძე
ka ; ნინო ბერიძე, რედაქტორი ; ნინო ბერიძე
ka ; რედაქცია ; რედაქცია
ka ; ახალი ამბების სამსახური ; ახალი ამბების სამსახური
kk ; Автор: Айгүл Серікқызы ; Айгүл Серікқызы
kk ; Айгүл Серікқызы және Ерлан Досов ; Айгүл Серікқызы | Ерлан Досов
kk ; Дайындаған: Айгүл Серікқызы ; Айгүл Серікқызы
kk ; Ерлан Досов, журналист ; Ерлан Досов
kk ; Авторы: Ерлан ДОСОВ ; Ерлан ДОСОВ
uz ; Muallif: Gulnora Saidova ; Gulnora Saidova
uz ; Gulnora Saidova va Jasur Karimov ; Gulnora Saidova | Jasur Karimov
uz ; Tayyorladi: Go‘zal O‘rinova ; Go‘zal O‘rinova
uz ; Jasur Karimov, O‘zA ; Jasur Karimov | O‘zA
uz ; Муаллиф: Гулнора Саидова ; Гулнора Саидова
mr ; लेखक: सुजाता देशमुख ; सुजाता देशमुख
mr ; प्रकाश जाधव आणि मीरा जोशी ; प्रकाश जाधव | मीरा जोशी
mr ; विशेष प्रतिनिधी ; विशेष प्रतिनिधी
ne ; लेखक: सुनिता अधिकारी ; सुनिता अधिकारी
ne ; विकास श्रेष्ठ र मीना थापा ; विकास श्रेष्ठ | मीना थापा
ne ; विशेष संवाददाता ; विशेष संवाददाता
te ; రచన: సుజాత రెడ్డి ; సుజాత రెడ్డి
te ; సుజాత రెడ్డి, ప్రత్యేక ప్రతినిధి ; సుజాత రెడ్డి
te ; వెబ్ డెస్క్ ; వెబ్ డెస్క్
ml ; എഴുതിയത്: സുജാത മേനോൻ ; സുജാത മേനോൻ
ml ; സുജാത മേനോൻ, പ്രത്യേക ലേഖകൻ ; സുജാത മേനോൻ
ml ; സ്വന്തം ലേഖകൻ ; സ്വന്തം ലേഖകൻ
"""


@pytest.mark.parametrize("row", [line for line in LINES.splitlines() if line])
def test_who_signs(row):
    language, line, signed = (part.strip() for part in row.split(";"))
    signature = parse(line, Reader(language))
    assert signature is not None
    sure = signature.opened or signature.closed
    found, _ = signature.names(lone=sure, partial=sure)
    assert list(found) == [name.strip() for name in signed.split("|") if name.strip() != "~"]


@pytest.mark.parametrize(
    ("language", "name"),
    [
        ("en", "Ana Mac an Bhaird"),
        ("en", "Ana Nic an tSaoi"),
        ("en", "Ahmed ibn Said"),
        ("en", "Rhys ap Silva"),
        ("en", "Ana binti Hassan"),
        ("en", "Said ar Rahman"),
        ("en", "Ana Silva kyzy"),
        ("nl", "Ana in 't Veld"),
        ("nl", "Ana op den Akker"),
        ("nl", "Joe van het Dal"),
        ("de", "Ana von und zu Silva"),
        ("it", "Ana degli Silva"),
        ("es", "Ana de los Silva"),
        ("fr", "Ana aït Silva"),
        ("ru", "Анна фон дер Сильва"),
        ("ru", "Асан Сильва уулу"),
        ("tr", "Kerim Silva oğlu"),
        ("vi", "Nguyễn Bình An"),
        # Without its accents, a label's word: "ảnh".
        ("vi", "Nguyễn Bình Anh"),
    ],
)
def test_small_words_inside_names(language, name):
    assert names(name, Reader(language)) == (name,)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "Ana Silva an Editor"),
        ("en", "Ana Silva In Travel"),
        ("nl", "Ana Silva op Reis"),
        ("nl", "Ana Silva in de Haven"),
        ("de", "Ana Silva an Bord"),
        ("it", "Ana Silva dalla Cina"),
        ("it", "Il Mattino degli Alpi"),
        ("es", "El Faro de los Valles"),
        ("uk", "Анна де Сильва Україна"),
        ("hr", "Ana Silva na Moru"),
    ],
)
def test_the_same_words_behind_names(language, line):
    assert names(line, Reader(language)) == ()


@pytest.mark.parametrize(
    ("language", "mark", "line", "name"),
    [("ar", "\u200f", "كتب: {}سامي خليل{}", "سامي خليل"), ("he", "\u200e", "{}מאת: דנה כהן{}", "דנה כהן")],
)
def test_marks_of_direction_are_no_part_of_a_name(language, mark, line, name):
    signature = parse(line.format(mark, mark), Reader(language))
    assert signature is not None
    assert signature.names(lone=True, partial=False) == ((name,), 0)


@pytest.mark.parametrize(
    "line", ["By the time the council met, nobody spoke of it, and the harbour had long been closed to all ships.", ""]
)
def test_no_signature(line):
    assert parse(line, Reader("en")) is None


@pytest.mark.parametrize("line", ["e: .", "Ana Silva: .", "By e: ."])
def test_nothing_behind_a_label_signs(line):
    article = newsclean.clean(line)
    assert (article.authors, article.text) == ((), " ".join(line.split()))


@pytest.mark.parametrize(
    ("line", "strangers"),
    [("Ana Silva", 0), ("Ana Silva, in the harbour", 1), ("Ana Silva 3 min read", 0), ("Resident Pilot 4", 1)],
)
def test_how_many_parts_say_something_else(line, strangers):
    signature = parse(line, Reader("en"))
    assert signature is not None
    assert signature.names(lone=False, partial=False)[1] == strangers


def test_what_else_a_line_tells():
    reader = Reader("en")
    persons, housed, job = (
        parse(line, reader) for line in ("Ana Silva and Joe Doe", "Ana Silva, AFP", "Senior reporter")
    )
    assert persons is not None
    assert housed is not None
    assert job is not None
    assert (persons.persons, housed.persons, job.persons) == (2, 0, 0)
    assert (persons.housed, housed.housed, job.housed) == (False, True, False)
    assert (persons.job, housed.job, job.job) == (False, False, True)
    account, nobody = parse("by wexfan99 | Leave a comment", reader), parse("by admin", reader)
    assert account is not None
    assert nobody is not None
    assert (account.account, account.nobody, nobody.nobody) == ("wexfan99", False, True)


def test_a_joiner_opens_a_line_below_one_that_signs():
    below, alone = parse("and Joe Doe", Reader("en"), more=True), parse("and Joe Doe", Reader("en"))
    assert below is not None
    assert alone is not None
    assert (below.opened, alone.opened) == (True, False)


@pytest.mark.parametrize(
    ("language", "text", "alone", "signed"),
    [
        ("en", "The hall opens in May. (Ana Silva, AFP)", False, ("Ana Silva",)),
        ("en", "The hall opens in May. (Ana Silva, Joe Doe)", False, None),
        ("en", "The hall opens in May (Ana Silva, AFP)", False, None),
        ("ja", "市場は五月に再開する。【佐藤花子】", False, ("佐藤花子",)),
        ("ja", "【佐藤花子】", True, ("佐藤花子",)),
        ("ja", "（敬称略）", True, None),
    ],
)
def test_who_signs_in_brackets(language, text, alone, signed):
    found = signed_off(text, Reader(language), alone=alone)
    assert (found.names if found else None) == signed


@pytest.mark.parametrize(
    ("language", "line", "expected"),
    [
        ("en", "Edited by Ana Silva", True),
        ("en", "Edited by the winners of the prize", False),
        ("en", "By Ana Silva", False),
        ("zh", "来源：青川日报　责任编辑：李明", True),
        ("zh", "責任編輯：李明", True),
    ],
)
def test_who_edited(language, line, expected):
    assert edits(line, Reader(language)) is expected


@pytest.mark.parametrize(
    ("text", "expected"), [("dpa/foe", True), ("foe, APA", True), ("dpa", False), ("Ana Silva/dpa", False)]
)
def test_agencies_and_initials(text, expected):
    assert of_agencies(text, Reader("de")) is expected


def test_a_reporter_s_job_before_the_name():
    assert reports("記者 田中花子", Reader("ja"))
    assert not reports("記者会見", Reader("ja"))


def test_a_stated_name_may_be_a_single_word():
    assert names("Ana", Reader("en")) == ("Ana",)
    assert names("Ana Silva, Joe Doe", Reader("en")) == ("Ana Silva", "Joe Doe")


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Words by Ana Silva, photos by Bo Lund", "en", ("Ana Silva",)),
        ("Text: Ana Silva, Fotos: Bo Lund", "de", ("Ana Silva",)),
        ("Texto: Ana Silva | Fotos: Bo Lund", "pt", ("Ana Silva",)),
        ("Texto de Ana Silva, fotografia de Bo Lund", "pt", ("Ana Silva",)),
        ("Di Ana Silva, foto di Bo Lund", "it", ("Ana Silva",)),
        ("Text: Ana Silva; Foto: Bo Lund", "sv", ("Ana Silva",)),
        ("By Ana Silva, Photography editor", "en", ("Ana Silva",)),
        ("By Ana Silva, Video journalist", "en", ("Ana Silva",)),
        ("Photos by Bo Lund", "en", ()),
    ],
)
def test_who_took_the_pictures_does_not_sign_but_who_wrote_beside_them_does(text, language, names):
    assert newsclean.parse_byline(text, language) == names


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("pt", "Por Ana Silva Colaborou Joe Doe, de Norton"),
        ("es", "Por Ana Silva Colaboraron Joe Doe y Kim Roe"),
        ("it", "Di Ana Silva Ha collaborato Joe Doe"),
        ("en", "By Ana Silva Edited by Joe Doe"),
        ("pt", "Por Ana Silva, de Norton"),
        ("fr", "Par Ana Silva, à Norton"),
    ],
)
def test_who_had_another_part_and_where_somebody_is_do_not_sign(language, line):
    signature = parse(line, Reader(language))
    assert signature is not None
    assert signature.names(lone=False, partial=False)[0] == ("Ana Silva",)
