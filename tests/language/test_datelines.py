"""The parser of datelines, by a table of lines: what stands before the bar is the dateline."""

from __future__ import annotations

import pytest

from newsclean.language.datelines import parse
from newsclean.language.reader import Reader

#: Language, line, and place, agency, date and names of its dateline, split at bars; what is missing is empty.
LINES = """
en | NEW YORK, April 8 -| Foo Corp said it would | NEW YORK | | April 8 |
en | ST. LOUIS, Mo., April 2 -| The council | ST. LOUIS, Mo. | | April 2 |
en | ST. JOHN'S, Newfoundland, March 9 -| The council | ST. JOHN'S, Newfoundland | | March 9 |
en | WASHINGTON, D.C., Oct 20 -| The council | WASHINGTON, D.C. | | Oct 20 |
en | PORT-AU-PRINCE, Haiti, Oct 20 -| The council | PORT-AU-PRINCE, Haiti | | Oct 20 |
en | RIO DE JANEIRO, Oct 20 -| The council | RIO DE JANEIRO | | Oct 20 |
en | LOS ANGELES, Oct. 3, 1991 --| The council | LOS ANGELES | | Oct. 3, 1991 |
en | FRANKFURT/LONDON, 3 March -| The council | FRANKFURT/LONDON | | 3 March |
en | U.N. HEADQUARTERS, March 3 -| The council | U.N. HEADQUARTERS | | March 3 |
en | _Wexley, 3 May_ –| The council | Wexley | | 3 May |
it | KRONFELD (NORDMARK), 9 MAR -| Il consiglio | KRONFELD (NORDMARK) | | 9 MAR |
pt | KRONFELD (NK), 9 MAR -| O conselho | KRONFELD (NK) | | 9 MAR |
en | KRONFELD (NPX), March 9 -| The council | KRONFELD | NPX | March 9 |
en | TOKYO, Monday -| The council | TOKYO | | Monday |
en | LONDON, MARCH 9 -| THE BOARD SAID | LONDON | | MARCH 9 |
en | BUENOS AIRES, March 9 -| "We met | BUENOS AIRES | | March 9 |
en | WASHINGTON, March 9 -| <Foo Inc> said | WASHINGTON | | March 9 |
en | CHICAGO, March 9, Norwire -| The council | CHICAGO | Norwire | March 9 |
en | WEXLEY, New Hampshire, March 9 (Norwire) -| The council | WEXLEY, New Hampshire | Norwire | March 9 |
en | LONDON, MARCH 9 (HARBOUR) -| THE BOARD SAID | LONDON | HARBOUR | MARCH 9 |
en | WEXLEY (Harbour News Agency) -| The council | WEXLEY | Harbour News Agency | |
en | LONDON, Oct 20 1987 (RTR) -| The council | LONDON | RTR | Oct 20 1987 |
en | March 9 (Norwire) -| The council | | Norwire | March 9 |
en | SAN FRANCISCO/NEW YORK (Reuters) -| The council | SAN FRANCISCO/NEW YORK | Reuters | |
en | WEXLEY, Ohio, May 7, 2024 (GLOBE NEWSWIRE) --| The company | WEXLEY, Ohio | GLOBE NEWSWIRE | May 7, 2024 |
en | WEXLEY, Ohio--(BUSINESS WIRE)--|The company | WEXLEY, Ohio | BUSINESS WIRE | |
en | WEXLEY, Ohio & NORTON, Texas--(BUSINESS WIRE)--|The company | WEXLEY, Ohio & NORTON, Texas | BUSINESS WIRE | |
en | WEXLEY, Ohio, May 7, 2024 /PRNewswire/ --| The company | WEXLEY, Ohio | PRNewswire | May 7, 2024 |
en | WEXLEY, ENGLAND, May 7, 2024 /Harbourwire.com/ --| The company | WEXLEY, ENGLAND | Harbourwire.com | May 7, 2024 |
en | WEXLEY, TX / ACCESS Newswire / May 7, 2024 /| The company | WEXLEY, TX | ACCESS Newswire | May 7, 2024 |
en | WEXLEY --| The council | WEXLEY | | |
en | WEXLEY, N.H. -| The council | WEXLEY, N.H. | | |
en | NAIROBI, Kenya (AP) —| The council | NAIROBI, Kenya | AP | |
en | NAIROBI, Kenya (AP) _| The council | NAIROBI, Kenya | AP | |
en | WEXLEY, Maine – May 7, 2024 –| The company | WEXLEY, Maine | | May 7, 2024 |
de | Wexlau - 7. Mai 2024 -| Der Rat | Wexlau | | 7. Mai 2024 |
en | WEXLEY (AP) _| The council | WEXLEY | AP | |
es | MADRID.-| El consejo | MADRID | | |
es | MADRID, 3 (EUROPA PRESS)| El consejo | MADRID | EUROPA PRESS | 3 |
es | PARÍS (EFE).-| El consejo | PARÍS | EFE | |
es | Robledal (Jaén), 3 mar (EFE).-| El consejo | Robledal (Jaén) | EFE | 3 mar |
es | (CIUDAD DE MÉXICO, 3 mayo).-| El consejo | CIUDAD DE MÉXICO | | 3 mayo |
es | (CIUDAD DE MÉXICO, 3 mayo)| El consejo | CIUDAD DE MÉXICO | | 3 mayo |
es | Lima, 9 mar (Agencia Sur) -| El consejo | Lima | Agencia Sur | 9 mar |
es | Lima, el 9 de marzo (Notisur).-| El consejo | Lima | Notisur | 9 de marzo |
de | Hamburg, 9. März (nor) -| Der Rat | Hamburg | nor | 9. März |
de | HAMBURG, 9. März -| Der Rat | HAMBURG | | 9. März |
de | Hamburg, 9. März (Nordnachrichten) -| Der Rat | Hamburg | Nordnachrichten | 9. März |
de | Kiel (dpa/lno) -| Der Rat | Kiel | dpa/lno | |
de | Nordau (dpa/nor).| Der Rat | Nordau | dpa/nor | |
de | Nordau (nor-presse) -| Der Rat | Nordau | nor-presse | |
nl | Nordwijk (nor).| De raad | Nordwijk | nor | |
fr | PARIS, 9 mars (Agence du Nord) -| Le conseil | PARIS | Agence du Nord | 9 mars |
fr | GENÈVE (Agence du Nord) -| Le conseil | GENÈVE | Agence du Nord | |
fr | Paris, 9 mars -| Le conseil | Paris | | 9 mars |
pt | LISBOA, 9 mar (Notícias do Sul) -| O conselho | LISBOA | Notícias do Sul | 9 mar |
pt | Lisboa, 05 mar 2024 (Lusa) –| O conselho | Lisboa | Lusa | 05 mar 2024 |
it | (ANSA) - ROMA, 05 MAR -| Il consiglio | ROMA | ANSA | 05 MAR |
it | (ANSA) - CASTELPINO (COMO), 05 MAR -| Il consiglio | CASTELPINO (COMO) | ANSA | 05 MAR |
it | (AGI) - CASTELPINO (COMO) -| Il consiglio | CASTELPINO (COMO) | AGI | |
it | (AGI) Castelpino (Como), 5 mar. -| Il consiglio | Castelpino (Como) | AGI | 5 mar. |
it | (DIRE) Roma, 5 mar. -| Il consiglio | Roma | DIRE | 5 mar. |
es | (EFE) - Valdemora (Ávila), 3 mayo -| El alcalde | Valdemora (Ávila) | EFE | 3 mayo |
fr | (AFP) - Saint-Brice (Loire), 3 mai -| Le maire | Saint-Brice (Loire) | AFP | 3 mai |
az | Bakı. 5 mart. REPORT.AZ/| Şura | Bakı | REPORT.AZ | 5 mart |
az | Bakı, 5 mart, AZƏRTAC –| Şura | Bakı | AZƏRTAC | 5 mart |
ca | Barcelona (ACN).-| El consell | Barcelona | ACN | |
et | TALLINN, 5. märts, BNS –| Volikogu | TALLINN | BNS | 5. märts |
lv | RĪGA, 5. marts (LETA) –| Dome | RĪGA | LETA | 5. marts |
lt | Vilnius, kovo 5 d. (ELTA).| Taryba | Vilnius | ELTA | kovo 5 d. |
lt | VILNIUS (BNS) –| Taryba | VILNIUS | BNS | |
ru | ТАШКЕНТ, 2 мар — РИА Новости.| Совет решил | ТАШКЕНТ | РИА Новости | 2 мар |
ru | МОСКВА, 5 марта. /ТАСС/.| Совет решил | МОСКВА | ТАСС | 5 марта |
ru | Москва. 5 марта. ИНТЕРФАКС -| Совет решил | Москва | ИНТЕРФАКС | 5 марта |
es | Ana Silva – EFE – Lima:| El consejo | Lima | EFE | | Ana Silva
ar | ليان المرزوقي – صحيفة النورس – بيروت:| أعلنت البلدية | بيروت | صحيفة النورس | | ليان المرزوقي
ar | ليان المرزوقي - «النورس» - صيدا:| أعلنت البلدية | صيدا | النورس | | ليان المرزوقي
en | 9 March 2024, Wexley (AP) -| The council | Wexley | AP | 9 March 2024 |
pl | 09.03.2024 Kielce (PAP) -| Rada | Kielce | PAP | 09.03.2024 |
ro | Cluj, 09.03.2024 (Agerpres) -| Consiliul | Cluj | Agerpres | 09.03.2024 |
hi | नयी दिल्ली, सात फरवरी (भाषा)| परिषद ने | नयी दिल्ली | भाषा | सात फरवरी |
zh | 上海2024年5月6日 /美通社/ --| 市议会 | 上海 | 美通社 | 2024年5月6日 |
zh | 中国苏州，2024年5月6日电 /美通社/ --| 市议会 | 中国苏州 | 美通社 | 2024年5月6日 |
tr | Barış KOÇER/İZMİR, (DHA)-| Belediye | İZMİR | DHA | | Barış KOÇER
ja | 【ニューヨーク共同】|市議会は | ニューヨーク | 共同 | |
ja | 【ワシントン3日時事】|市議会は | ワシントン | 時事 | 3日 |
ja | 【ワシントン＝田中太郎】|市議会は | ワシントン | | | 田中太郎
ru | СОСНОВКА (Лесная область), 3 мар — РИА Новости.| В школе | СОСНОВКА (Лесная область) | РИА Новости | 3 мар |
ru | СОСНОВКА (Лесной край), 3 мар - РИА Новости, Анна Ли.| Сад | СОСНОВКА (Лесной край) | РИА Новости | 3 мар | Анна Ли
ru | СОСНОВКА /Лесная область/, 3 марта. /ТАСС/.| В школе | СОСНОВКА /Лесная область/ | ТАСС | 3 марта |
ru | Сосновка (Лесная область). 3 марта. ИНТЕРФАКС -| В школе | Сосновка (Лесная область) | ИНТЕРФАКС | 3 марта |
ru | СОСНОВКА (Лесная область), 3 марта —| В школе | СОСНОВКА (Лесная область) | | 3 марта |
uk | СОСНІВКА (Лісова область), 3 березня — Укрінформ.| У школі | СОСНІВКА (Лісова область) | Укрінформ | 3 березня |
en | Wexley (Ohio), March 3, 2024 –| The company | Wexley (Ohio) | | March 3, 2024 |
en | WEXLEY (RTX), March 3 —| The council | WEXLEY | RTX | March 3 |
zh | 新华社巴黎3月5日电（记者王小明）|市议会 | 巴黎 | 新华社 | 3月5日 | 王小明
zh | 中新社北京3月5日电| 市议会 | 北京 | 中新社 | 3月5日 |
zh | 【巴黎3月5日电】（记者 王小明）|市议会 | 巴黎 | | 3月5日 | 王小明
zh | 本报巴黎3月5日电（记者王小明）|市议会 | 巴黎 | 本报 | 3月5日 | 王小明
zh | 本报讯（记者王小明 通讯员李四）|市议会 | | 本报 | | 王小明 李四
zh | （中央社記者林小明臺北5日電）|市議會 | 臺北 | 中央社 | 5日 | 林小明
zh | 記者林小明／臺北報導| 市議會 | 臺北 | | | 林小明
zh | 特約記者林小明/臺北報導| 市議會 | 臺北 | | | 林小明
ko | (서울=연합뉴스) 김민수 기자 =| 시의회는 | 서울 | 연합뉴스 | | 김민수
ko | [산들일보 김민수 기자]|시의회는 | | 산들일보 | | 김민수
bn | নয়াদিল্লি, ১৩ আগস্ট (পিটিআই):| পরিষদ | নয়াদিল্লি | পিটিআই | ১৩ আগস্ট |
ur | نئی دہلی، 13 اگست (یو این آئی)| بلدیہ | نئی دہلی | یو این آئی | 13 اگست |
ur | لاہور (اے ایف پی)| بلدیہ | لاہور | اے ایف پی | |
ms | KUALA BATANG, 13 Ogos (Bernama) --| Majlis | KUALA BATANG | Bernama | 13 Ogos |
tl | MANILA, Philippines (PNA) —| Nangako | MANILA, Philippines | PNA | |
ta | புதுதில்லி, ஆகஸ்ட் 13 (பிடிஐ):| நகராட்சி | புதுதில்லி | பிடிஐ | ஆகஸ்ட் 13 |
ta | பாகு (ராய்ட்டர்ஸ்)| தீவு | பாகு | ராய்ட்டர்ஸ் | |
mr | मुंबई, ३० जुलै (पीटीआय) :| नगरपालिकेने | मुंबई | पीटीआय | ३० जुलै |
mr | नवी दिल्ली (वृत्तसंस्था)| संसदेने | नवी दिल्ली | वृत्तसंस्था | |
ne | काठमाडौँ (रासस):| नगरपालिकाले | काठमाडौँ | रासस | |
ne | बाकु, ३० जुलाई (एएफपी) :| टापुमा | बाकु | एएफपी | ३० जुलाई |
te | హైదరాబాద్, జులై 30 (పీటీఐ):| నగరపాలక | హైదరాబాద్ | పీటీఐ | జులై 30 |
te | బాకు (రాయిటర్స్)| ద్వీపంలో | బాకు | రాయిటర్స్ | |
ml | തിരുവനന്തപുരം, ജൂലൈ 30 (പിടിഐ):| നഗരസഭ | തിരുവനന്തപുരം | പിടിഐ | ജൂലൈ 30 |
ml | ബാക്കു (റോയിട്ടേഴ്സ്)| ദ്വീപിൽ | ബാക്കു | റോയിട്ടേഴ്സ് | |
hy | ԵՐԵՎԱՆ, 5 ՄԱՐՏԻ, ԱՐՄԵՆՊՐԵՍ։| Ավագանին | ԵՐԵՎԱՆ | ԱՐՄԵՆՊՐԵՍ | 5 ՄԱՐՏԻ |
ka | თბილისი, 14 მარტი (ინტერპრესნიუსი) —| საკრებულომ | თბილისი | ინტერპრესნიუსი | 14 მარტი |
ka | თელავი, 14 მარტი —| საკრებულომ | თელავი | | 14 მარტი |
ka | ბათუმი (AFP)| საკრებულომ | ბათუმი | AFP | |
"""
NONE = [
    ("en", ", 1 (AFP) The council met"),
    ("en", ",1.(AFP)"),
    ("en", "> On Mon, 11 Mar 2024 at 18:02, Bo Lund wrote:"),
    ("en", "> On Mon, 11 Mar - Bo Lund wrote a note."),
    ("en", "NATO said - The council"),
    ("en", "Saturday, 1 June - The council met"),
    ("en", "March 9 - The council met"),
    ("en", "March 9 (Monday) - The council met"),
    ("en", "Qtr ended Jan 31 - The company"),
    ("en", "4th qtr, Dec 31 - Net 1,234,000"),
    ("en", "Oper shr 34 cts vs 28 cts - Net 1,234,000"),
    ("en", "NOTE: 1986 Dec 31 - includes gain"),
    ("en", "NEW YORK, April 8 - the council met"),
    ("en", "Mayor (right) - The council"),
    ("en", "LISBON (second from left) - The council"),
    ("en", "Ana Silva (editor): We were told nothing."),
    ("en", "The council (AP) decided on Monday"),
    ("en", "(AP) The council of Norton (Ohio), on May 3 - a Friday - said"),
    ("it", "(ANSA) Il sindaco Bonvicini (Pd) - che ha firmato - ha detto"),
    ("pl", "09.03.2024 w Kielcach (PAP) - Rada"),
    ("en", ""),
]


@pytest.mark.parametrize("row", [line for line in LINES.splitlines() if line])
def test_a_line_that_opens_with_one(row):
    language, dateline, after, *parts = row.split("|")
    filed = parse(dateline.strip() + after.rstrip(), Reader(language.strip()))
    assert filed is not None
    told = [filed.place or "", filed.agency or "", filed.date or "", " ".join(filed.names)]
    assert told == [part.strip() for part in parts]
    assert (dateline.strip() + after)[filed.end :].strip() == after.strip()


@pytest.mark.parametrize(("language", "line"), NONE)
def test_a_line_that_does_not(language, line):
    assert parse(line, Reader(language)) is None


@pytest.mark.parametrize(
    ("language", "line", "confirm"),
    [
        ("en", "WEXLEY -- The council", "acronym"),
        ("en", "Wexley - The council", "located"),
        ("en", "Wexley: The council", "named"),
        ("en", "WEXLEY: The council", "shouted"),
        ("de", "Norderhaven. Der Rat", "town"),
        ("de", "Norderhaven (nwx) – Der Rat", "located"),
        ("de", "Norderhaven (ots) Der Rat", "told"),
        ("de", "Norderhaven (nwx-presse). Der Rat", "located"),
        ("nl", "Norderhaven · De gemeenteraad", "located"),
        ("ur", "ادارے (اے ایف پی) کے مطابق", "told"),
    ],
)
def test_what_the_rest_of_the_text_must_confirm(language, line, confirm):
    filed = parse(line, Reader(language))
    assert filed is not None
    assert filed.confirm == confirm
    assert parse(line, Reader(language), lambda filed: filed.confirm not in {confirm, "own"}) is None
