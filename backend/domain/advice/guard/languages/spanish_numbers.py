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
        r"|\b(?:(?:un|medio|varios) )?millar(?:es)?\b|\b(?:cientos|miles|decenas de miles|"
        r"millones)\b"
        r"(?! de (?:otros |otras )?(?:carros|autos|coches|millas|anuncios|personas|vendedores))"
        r"|\b(?:\w+ )?mil y (?:medi[oa]|pico|tantos)\b|\b\w+ mil (?:pico|y algo)\b"
        r"|\bveintitantos\b|\b\w+ y tantos\b|\b(?:cinco|cuatro|seis) cifras\b"
    ),
)

_COUNTED = "|".join(
    words_of("""
    accidentes? agencias? amig[oa]s? anos? anuncios? argumentos? asientos? autos? bancos?
    bocinas? camaras? carros? cilindros cinturones coches? columnas? compradores concesionarios?
    conductores copias correos? cosas? cotizaciones dias? documentos? duenos? espejos? estrellas
    faros? focos? formas? fotos? frases? fugas hojas? horas? hrs ideas? juegos? kilometros?
    lados? lineas? llamadas? llantas? llaves? lugares? maneras? marchas? mecanicos? mensajes?
    minutos? modelos? movimientos? negocios? ninos? noches? numeros? ofertas? oraciones?
    paginas? pagos? pantallas? papeles? partes? pasajeros? pasos? personas? plazas precios?
    preguntas? puertas? puertos? puntos? rayones razones recibos? renglones reparaciones
    revisiones ruedas? segundos? semanas? servicios? sorpresas? tardes? textos? veces
    velocidades vendedores? ventanas? ventas? vez visitas? zonas?
    """)
)

_NO_LINK = (
    r"(?!(?:y|e|o|u|pero|por|para|con|sin|a|al|de|del|en|desde|hasta|segun|como|si|que|el|la|los|"
    r"las|un|una|este|esta|ese|esa|su|sus|mi|mis|ambos|ambas|todos|todas|es|son|fue|ya|ahora|"
    r"cuando|antes|despues|sobre|lo|le|les|se|usted|ellos)\b)"
)
"""What stands between a number and the things that it counts is no such word."""

_FEW = r"(?:uno|dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez)"
"""Numbers that mostly count nothing, but may stand for thousands."""

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
        rf"(?:er|do|ro|to|mo|vo|a|o)?[ -](?:{_NO_LINK}[a-z]+ ){{0,2}}(?:{_COUNTED})(?!\w)"
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
        r"\bni un (?:solo )?(?:dolar|centavo)\b|\bmil (?:gracias|disculpas|veces|maneras|razones|"
        r"cosas|excusas|preguntas|historias)\b"
        r"|\b\d{1,2} de (?:enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|"
        r"noviembre|diciembre)\b|\bal (?:100 ?%|cien por ciento) con usted\b|\b24/7\b|"
        r"\b(?:al )?(?:100 ?%|cien por ciento|100 por ciento)"
        r" (?:segur[oa]|de su lado|suyo|de usted|clar[oa])\b"
    ),
    fractions=re.compile(
        r"\b(?:dos|tres|cuatro|cinco|siete|nueve) (?:tercios|cuartos|quintos|sextos|octavos|"
        r"decimos)"
        r"\b(?! de hora)|\b(?:quit|baj|rebaj|descuent|sum|anad|agreg)\w+ (?:otr[oa]s )?"
        rf"{_FEW}(?: mas| menos| del precio)?(?= ?[.,;!]|$| y\b)|\bquite\w* {_FEW} del precio\b"
        rf"|\b(?!uno|dos){_FEW} (?:es|seria|suena|esta|estaria|parece) (?:bien|just|razonable|buen|"
        r"barat|poco|mucho|demasiado)\w*"
        r"|\b(?:a )?mitad de(?:l)? precio\b|\bla mitad de(?:l precio| lo que (?:piden|cuesta))"
        r"|\b(?:un|dos|una) (?:tercio|tercios|cuarto|cuartos|quinto|quinta parte|tercera parte|"
        r"cuarta parte) (?:de|del|menos|mas)\b"
        r"|\b(?:un|una|la|dos|tres|cuatro) (?:media|tercera|cuarta|quinta|sexta|septima|octava|"
        r"novena|decima|doceava|quinceava|vigesima|veinteava|cincuentava|centesima) partes?\b"
        r"|\b(?:descuento|rebaja|menos|precio|dolar(?:es)?)\b[^.;:!?]{0,15} (?:uno|una|dos|1|"
        r"2) de cada (?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez|\d+)\b"
        r"|\b(?:dos|tres|cuatro|cinco|seis|siete|ocho|nueve|diez) de (?:entrada|enganche|pronto|"
        r"inicial|pie)\b"
        r"|\b(?:un|dos|tres|el) (?:tercio|cuarto|quinto|sexto|septimo|octavo|noveno|decimo)s? "
        r"(?:de(?! hora)|del|menos|mas|por debajo|por encima)\b"
        r"|\b(?:el )?(?:doble|triple) (?:de|del)\b"
        r"|\b(?:cero|sin|libre de) (?:intereses|interes|enganche|pago inicial)\b"
    ),
)
