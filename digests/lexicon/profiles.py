"""Small words of the languages in Latin letters that nothing here can read, so that their texts are told apart."""

from __future__ import annotations

import re
from typing import Final

#: Each language's code (ISO 639) and English name, a colon, its words.
_TABLE: Final = """
de German: der die das und ist nicht ein eine mit für auf dem den des von im zu sich auch nach bei wie dass
    sie er es wird sind haben hatte werden einer einem einen aus noch nur über wurde zum zur am
fr French: le la les des et est une du que qui dans pour pas sur avec au ce il elle plus par sont aux ont mais
    nous vous été cette ses leur son sa était comme selon
es Spanish: el la los las de que y en un una por con para no se su al lo como más pero sus le ha este sí
    porque esta entre cuando muy sin sobre también fue había desde según del
it Italian: il lo la gli di che è e un una per non si con del della dei nel alla sono anche più come ha dal ma
    le delle nella questo ai dalla tra essere stato
pt Portuguese: o os as de que e do da em um uma para com não por mais dos como mas foi ao ele das tem à seu
    sua ou ser quando muito nos já está também pelo pela até na no
nl Dutch: de het een en van ik te dat die zijn hij niet op aan met voor er maar om hem dan zou wat mijn ook
    als bij nog naar uit heeft worden werd door deze over ze
pl Polish: w i na z się nie że do jest to o jak po co ale od za tym przez przy który która oraz był była są
    być tego dla już także tylko może
sv Swedish: och att det som en på är av för den till inte har de ett om vi var jag från men sig så hade han
    hon kan nu när ska också efter
da Danish: og at det en den til er som på de med af for ikke der var et han har om vi jeg fra men sig så havde
    hun kan nu når skal også efter blev
cs Czech: a se na v že je to s z do o by ale jsem který která jako tak jsou za od podle před byl byla však
    také není až při nebo
ro Romanian: și în de la nu a că cu pe este din se un o mai pentru care sau au fost prin fi ca după dar sunt
    într lui ale
hu Hungarian: a az és hogy nem is egy meg ez van volt már csak azt mint el vagy ha még de szerint után között
    lesz kell
tr Turkish: ve bir bu da de için ile olarak çok daha ne gibi sonra kadar olan ancak olduğu değil var en ama
    ise göre
id Indonesian: yang dan di itu dengan untuk tidak ini dari dalam akan pada juga saya ke karena ada mereka bisa
    oleh sudah kami telah
fi Finnish: ja on ei se että hän oli ovat mutta kun niin kuin myös sen joka mukaan tai vain jos jo ole mitä
"""
#: The small words of each language, by its code and name.
PROFILES: Final = {
    (code, name): frozenset(words.split())
    for code, name, words in re.findall(r"^(\w+) (\w+):((?:\n? +\w+)+)", _TABLE, re.MULTILINE)
}
