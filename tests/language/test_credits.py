"""Captions and their credits, by tables of lines."""

from __future__ import annotations

import pytest

from newsclean.language.credits import alone, film, pictured, split, unlabelled
from newsclean.language.reader import Reader

HEAD, LABELLED = frozenset({"head"}), frozenset({"labelled"})
#: Language, line with a bar where the caption ends, and the credit.
LINES = """
en ; The market hall in May| (Photo: Ana Silva) ; Ana Silva
en ; The market hall in Wexley in May.| Photograph: Ana Silva/Reuters ; Ana Silva/Reuters
en ; The market hall in Wexley in May| © Ana Silva ; Ana Silva
en ; The market hall in Wexley in May.| | Ana Silva ; Ana Silva
en ; The market hall in Wexley in May.| Ana Silva/AP ; Ana Silva/AP
en ; The market hall in Wexley.| (Evening Post: Ana Silva) ; Evening Post: Ana Silva
de ; Die Markthalle im Mai.| Foto: Ana Silva/dpa ; Ana Silva/dpa
fr ; La halle du marché en mai.| Photo : Ana Silva ; Ana Silva
es ; El mercado del puerto en mayo.| (Foto: EFE) ; EFE
pt ; O mercado do porto em maio.| Foto: Ana Silva ; Ana Silva
ru ; Рынок в порту в мае.| Фото: Анна Силва ; Анна Силва
az ; Limandakı bazar may ayında.| Foto: Ana Silva ; Ana Silva
ca ; El mercat del port, al maig.| Foto: Ana Silva ; Ana Silva
et ; Turuhoone sadamas mais.| Foto: Ana Silva ; Ana Silva
lv ; Tirgus halle ostā maijā.| Foto: Ana Silva ; Ana Silva
lt ; Turgaus halė gegužę.| A. Silvos nuotr. ; A. Silvos nuotr.
lt ; Turgaus halė uoste gegužę| / Anos Silvos nuotr. ; Anos Silvos nuotr.
lt ; Turgaus halė gegužę. Daug žmonių.| Anos Silvos / 4uostas nuotr. ; Anos Silvos / 4uostas nuotr.
lt ; Turgaus halė gegužę| (Anos Silvos nuotr.) ; Anos Silvos nuotr
ja ; 再開した魚市場|（写真：田中花子） ; 田中花子
zh ; 重新开放的鱼市|（图片来源：新华社） ; 新华社
th ; ตลาดปลาเปิดอีกครั้ง| (ภาพจาก รอยเตอร์) ; รอยเตอร์
bn ; আবার খুলেছে মাছের বাজার।| ছবি: আনা সিলভা ; আনা সিলভা
bn ; আবার খুলেছে মাছের বাজার| ছবি: সংগৃহীত ; সংগৃহীত
ur ; مچھلی منڈی دوبارہ کھل گئی ہے۔| فوٹو: انا سلوا ; انا سلوا
ur ; مچھلی منڈی دوبارہ کھل گئی| (فائل فوٹو) ; فائل فوٹو
ms ; Pasar ikan dibuka semula pada Mei.| Foto Ana Silva ; Ana Silva
ms ; Pasar ikan dibuka semula pada Mei| (Gambar: Ana Silva) ; Ana Silva
tl ; Muling binuksan ang palengke ng isda.| Larawan ni Ana Silva ; Ana Silva
tl ; Muling binuksan ang palengke ng isda| (Kuha ni Ana Silva) ; Ana Silva
ta ; மீன் சந்தை மீண்டும் திறக்கப்பட்டது.| படம்: ஆனா சில்வா ; ஆனா சில்வா
ta ; மீன் சந்தை மீண்டும் திறக்கப்பட்டது| (கோப்புப் படம்) ; கோப்புப் படம்
mr ; मासळी बाजार पुन्हा सुरू झाला.| छायाचित्र: प्रकाश जाधव ; प्रकाश जाधव
mr ; मासळी बाजार पुन्हा सुरू झाला| (संग्रहित छायाचित्र) ; संग्रहित छायाचित्र
ne ; माछा बजार फेरि खुल्यो ।| तस्बिर: विकास श्रेष्ठ ; विकास श्रेष्ठ
ne ; माछा बजार फेरि खुल्यो| (फाइल तस्बिर) ; फाइल तस्बिर
hy ; Շուկան վերաբացվել է մայիսին։| Լուսանկարը՝ Աննա Սարոյանի ; Աննա Սարոյանի
te ; చేపల మార్కెట్ మళ్లీ తెరుచుకుంది.| ఫొటో: ప్రకాశ్ రావు ; ప్రకాశ్ రావు
te ; చేపల మార్కెట్ మళ్లీ తెరుచుకుంది| (ఫైల్ ఫొటో) ; ఫైల్ ఫొటో
ml ; മീൻ ചന്ത വീണ്ടും തുറന്നു.| ചിത്രം: പ്രകാശ് നായർ ; പ്രകാശ് നായർ
ml ; മീൻ ചന്ത വീണ്ടും തുറന്നു| (ഫയൽ ചിത്രം) ; ഫയൽ ചിത്രം
"""
NONE = [
    ("en", "The market hall in Wexley in May"),
    ("en", "Ana Silva, Joe Doe (Photos)"),
    ("en", "© 2024 The Harbour Post, a paper of the harbour"),
    ("en", "The market hall in May (Ana Silva)"),
    ("nl", "De kramen waren al op de eerste dag verhuurd. (Tekst gaat verder onder de foto.)"),
    ("de", "Auf dem Tisch der alten Frau liegt ein altes Foto. Erinnerungen."),
    ("fr", "Faut-il vraiment deux pluriels à ce mot ? / Colette"),
    ("de", "Zum Jubiläum zeigt der Hafen sein 24-Stunden-Video-Projekt"),
]


@pytest.mark.parametrize("row", [line for line in LINES.splitlines() if line])
def test_a_caption_and_its_credit(row):
    language, line, credit = (part.strip() for part in row.split(";"))
    text, _, rest = line.partition("|")
    assert split(text + rest, Reader(language)) == (text, credit)


@pytest.mark.parametrize(
    ("language", "line"),
    [
        ("en", "File photo. (Credit: Ana Silva)"),
        ("fr", "Crédits photos : Ana Silva"),
        ("nl", "Archieffoto. (Foto: Ana Silva)"),
    ],
)
def test_a_label_before_a_credit_is_no_caption(language, line):
    assert split(line, Reader(language)) == ("", "Ana Silva")


@pytest.mark.parametrize(("language", "line"), NONE)
def test_no_credit_behind_a_caption(language, line):
    assert split(line, Reader(language)) is None


@pytest.mark.parametrize(
    ("line", "place", "credit"),
    [
        ("The market hall on Monday. (Ana Silva)", LABELLED, "Ana Silva"),
        ("The market hall on Monday. Source: Harbour Board", LABELLED, "Harbour Board"),
        ("The market hall in Wexley (AP)", HEAD, "AP"),
        ("The market hall in Wexley in May. ANA SILVA FOR “THE POST”", HEAD, "ANA SILVA FOR “THE POST”"),
        ("The market hall in Wexley / Ana Silva / press material", HEAD, "Ana Silva / press material"),
    ],
)
def test_what_the_place_must_bear_out(line, place, credit):
    found = split(line, Reader("en"), place)
    assert found is not None
    assert found.credit == credit
    assert split(line, Reader("en")) is None


@pytest.mark.parametrize(
    ("language", "line", "place", "credit"),
    [
        ("en", "Photo: Ana Silva", "", "Ana Silva"),
        ("en", "(Photo: sent by a reader)", "", "sent by a reader"),
        ("hy", "Լուսանկարը՝ Աննա Սարոյանի", "", "Աննա Սարոյանի"),
        ("hy", "Լուսանկարը՝ հին, գունաթափված, կախված էր պատին։", "", None),
        ("en", "© AP", "", "AP"),
        ("en", "© Ana Silva", "", "Ana Silva"),
        ("en", "AP/HARBOURPIX/Ana Silva", "head", "AP/HARBOURPIX/Ana Silva"),
        ("en", "(Ana Silva)", "below", "Ana Silva"),
        ("en", "Harbour Museum", "called", "Harbour Museum"),
        ("en", "Evening Post / Ana Silva", "uncredited", "Evening Post / Ana Silva"),
        ("en", "Photo Gallery", "", None),
        ("en", "Expanded child tax credit", "", None),
        ("en", "Photo: The ferry makes its last trip", "", None),
        ("en", "© 2024 Harbour Post", "head", None),
        ("fr", "Crédit photo : AFP", "", "AFP"),
        ("ru", "Фото: Анна Силва", "", "Анна Силва"),
        ("ko", "[촬영 이도현]", "", "이도현"),
        ("en", "Image source, Harbour Museum", "", "Harbour Museum"),
        ("en", "Image source, Harbour Post via AP", "", "Harbour Post via AP"),
        ("es", "Fuente de la imagen, Getty Images", "", "Getty Images"),
        ("ar", "صدر الصورة، Getty Images", "", "Getty Images"),
        ("en", "Image caption, Ana Silva", "", None),
        # Whoever lent the picture need not be a person.
        ("vi", "Ảnh: Trạm y tế phường cung cấp", "", "Trạm y tế phường cung cấp"),
        ("vi", "Ảnh: Trạm y tế phường đã đóng cửa", "", None),
        ("tr", "Fotoğraf: Liman müdürlüğü tarafından sağlandı", "", "Liman müdürlüğü tarafından sağlandı"),
        ("zh", "照片：北岸港务局提供", "", "北岸港务局提供"),
        (
            "de",
            "Foto: Vom Amt der Stadt zur Verfügung gestellt",
            "",
            "Vom Amt der Stadt zur Verfügung gestellt",
        ),
        ("es", "Foto: cedida por la oficina del puerto", "", "cedida por la oficina del puerto"),
        ("de", "Foto: Von der alten Mole ist nichts mehr da", "", None),
        ("de", "Bild: Die alte Mole brach am Montag einfach weg. Screenshot aus dem Netz", "", None),
        # More than one is named.
        ("de", "Fotos/Illustration: Ana Silva", "", "Ana Silva"),
        ("de", "Foto: Shutterstock / Ana Silva", "", "Shutterstock / Ana Silva"),
        ("da", "© Shutterstock | Ana Silva", "", "Shutterstock | Ana Silva"),
        ("da", "- © Ana Silva", "", "Ana Silva"),
        ("nl", "Bron: Havenbestuur", "labelled", "Havenbestuur"),
    ],
)
def test_a_line_that_is_nothing_but_a_credit(language, line, place, credit):
    reader = Reader(language)
    found = alone(line, reader, frozenset({place} - {""}))
    assert found == credit
    if place and credit:
        assert alone(line, reader) is None


@pytest.mark.parametrize(
    ("language", "line", "told"),
    [
        ("en", "Watch: the rescue at sea", "the rescue at sea"),
        ("es", "Vídeo: el rescate en el mar", "el rescate en el mar"),
        ("ja", "動画：海上の救助", "海上の救助"),
        ("ar", "فيديو: الإنقاذ في البحر", "الإنقاذ في البحر"),
        ("en", "Video: Ana Silva", None),
        ("en", "Watch: nobody was hurt when the ferry broke down.", None),
        ("en", "Weather: the rescue at sea", None),
        ("en", "Watch the rescue at sea", None),
    ],
)
def test_what_is_in_a_film(language, line, told):
    assert film(line, Reader(language)) == told


@pytest.mark.parametrize(
    ("line", "expected"),
    [("Photo: Ana Silva", True), ("Ana Silva / AP", True), ("as/Reuters", False), ("Ana Silva", False)],
)
def test_who_took_a_picture(line, expected):
    assert pictured(line, Reader("en")) is expected


@pytest.mark.parametrize(
    ("language", "line", "text"),
    [
        ("en", "Pictured: the market hall", "the market hall"),
        ("en", "1 of 4 | The market hall", "The market hall"),
        ("en", "Picture 2 of 3 The market hall", "The market hall"),
        ("zh", "▲鱼市", "鱼市"),
        ("en", "Image caption, The market hall", "The market hall"),
        ("en", "Media caption “We sold it all”", "“We sold it all”"),
        ("en", "Photo Caption Contest Draws 900", "Photo Caption Contest Draws 900"),
        ("en", "Photo caption contest draws 900", "Photo caption contest draws 900"),
        ("pt", "Legenda da foto, O mercado do porto", "O mercado do porto"),
        ("ru", "Подпись к фото, Рынок в порту", "Рынок в порту"),
        ("ar", "التعليق على الصورة، سوق الميناء", "سوق الميناء"),
        ("zh", "图像加注文字，重新开放的鱼市", "重新开放的鱼市"),
    ],
)
def test_what_stands_before_a_caption(language, line, text):
    assert unlabelled(Reader(language).read(line)) == text
