"""How Spanish writes numbers and what they count."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import NumberWords, Units, words_of

_ONES = words_of("""
    cero uno dos tres cuatro cinco seis siete ocho nueve diez once doce trece catorce quince
    dieciseis diecisiete dieciocho diecinueve veinte veintiuno veintidos veintitres veinticuatro
    veinticinco veintiseis veintisiete veintiocho veintinueve
""")
_TENS = words_of("treinta cuarenta cincuenta sesenta setenta ochenta noventa")
_HUNDREDS = words_of("""
    ciento doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos
    novecientos
""")
_BY_HUNDREDS = {word: 100 * value for value, word in enumerate(_HUNDREDS, start=1)}

NUMBERS = NumberWords(
    ones={**{word: value for value, word in enumerate(_ONES)}, "veintiun": 21, "veintiuna": 21},
    tens={word: 10 * value for value, word in enumerate(_TENS, start=3)},
    hundreds={
        **_BY_HUNDREDS,
        **{word.replace("ientos", "ientas"): value for word, value in _BY_HUNDREDS.items()},
        "cien": 100,
        "quinientas": 500,
    },
    scales={"mil": 1000, "millon": 1_000_000, "millones": 1_000_000},
    joiner="y",
    one=frozenset({"un", "una"}),
    point=frozenset({"punto", "coma"}),
    dots_group=True,
    vague=re.compile(
        r"\b(?:unos|unas|varios|varias|algunos|algunas|muchos|pocos|un par de|medio|un cuarto de)"
        r" (?:cientos|miles|millon|millones|mil)\b"
        r"|\b(?:cientos|miles|decenas de miles|millones)\b"
        r"(?! de (?:otros |otras )?(?:carros|autos|coches|millas|anuncios|personas|vendedores))"
        r"|\b(?:\w+ )?mil y (?:medi[oa]|pico|tantos)\b|\b\w+ mil (?:pico|y algo)\b"
        r"|\bveintitantos\b|\b\w+ y tantos\b|\b(?:cinco|cuatro|seis) cifras\b"
    ),
)

_COUNTED = "|".join(
    words_of("""
    accidentes? agencias? anos? anuncios? argumentos? asientos? bancos? carros? autos? coches?
    cilindros concesionarios? columnas? compradores correos? cosas? cotizaciones copias dias?
    documentos? duenos? estrellas formas? fotos? frases? fugas hojas? horas? hrs ideas? juegos?
    kilometros? lados? lineas? llamadas? llantas? llaves? llantas? lugares? maneras? mecanicos?
    mensajes? minutos? modelos? movimientos? negocios? noches? numeros? ofertas? oraciones? pagos?
    papeles? partes? pasos? personas? plazas precios? preguntas? puertas? puntos? razones recibos?
    renglones revisiones segundos? semanas? servicios? sorpresas? tardes? textos? veces vendedores?
    ventas? vez visitas?
    """)
)

UNITS = Units(
    money=re.compile(
        r" ?-?(?:de )?(?:us )?(?:dolar(?:es)?|dolaritos|usd|us\$|\$|pesos?|grandes)(?!\w)"
    ),
    cents=re.compile(r" ?-?(?:centavos?|centimos?|cents?|¢)(?!\w)"),
    percent=re.compile(
        r" ?-?(?:%|por ?cientos?|percent(?:age)?|porcentuales|puntos? (?:porcentuales|"
        r"de porcentaje))"
        r"(?!\w)"
    ),
    interest=re.compile(r"\bapr\b|\binteres|\bfinanci|\bprestamo|\btasa|\bbanco|\bcredito|\banual"),
    month=re.compile(r"[ -]?mes(?:es)?\b"),
    year=re.compile(r"[ -]?anos?\b"),
    mile=re.compile(
        r" ?-?(?:k )?(?:mil )?(?:millas?|mi)\b|(?: ?k)? (?:en el odometro|recorridas|de millaje)\b"
    ),
    counted=re.compile(
        rf"(?:er|do|ro|to|mo|vo|a|o)?[ -](?:[a-z]+ ){{0,2}}(?:{_COUNTED})(?!\w)"
        r"| de (?:los|las|estos|estas|esos|esas|ellos|ellas|sus|cada)\b"
    ),
    round_before=re.compile(r"\brondas? (?:numero |no\.? )?$"),
    round_of=re.compile(r"\bronda (?:\w+|\d+) de $"),
    round_after=re.compile(
        r" (?:mas )?rondas?\b|[aª]? ronda\b|(?: \w+)? (?:contra)?ofertas? mas\b"
    ),
    price_before=re.compile(
        r"(?:\b(?:ofrezca|ofrecer|pague|pagar|acepte|tome|diga|hasta|suba|baje|agregue|sume|otros|"
        r"vale|gaste|unos|deles|cerca de|alrededor de|mas de|menos de|por|oferta de)|[$€£]) ?$"
    ),
    range_between=re.compile(r" ?(?:-|—|a|o|y|hasta|a los) ?(?:unos |como |cerca de )?"),
    idioms=re.compile(
        r"\bni un (?:solo )?(?:dolar|centavo)\b|\bmil (?:gracias|disculpas|veces|maneras)\b"
        r"|\b24/7\b|\b(?:al )?(?:100 ?%|cien por ciento|100 por ciento)"
        r" (?:segur[oa]|de su lado|suyo|de usted|clar[oa])\b"
    ),
    fractions=re.compile(
        r"\b(?:a )?mitad de(?:l)? precio\b|\bla mitad de(?:l precio| lo que (?:piden|cuesta))"
        r"|\b(?:un|dos|una) (?:tercio|tercios|cuarto|cuartos|quinto|quinta parte|tercera parte|"
        r"cuarta parte) (?:de|del|menos|mas)\b"
        r"|\b(?:el )?(?:doble|triple) (?:de|del)\b"
        r"|\b(?:cero|sin|libre de) (?:intereses|interes|enganche|pago inicial)\b"
    ),
)
