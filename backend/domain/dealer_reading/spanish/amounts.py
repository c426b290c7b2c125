"""How Spanish names numbers, and which numbers are no money."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.language import (
    NumberWords,
    Quantities,
    Steps,
    any_of,
    following,
    preceding,
)

_SMALL = """
uno dos tres cuatro cinco seis siete ocho nueve diez
once doce trece catorce quince dieciseis diecisiete dieciocho diecinueve veinte
veintiuno veintidos veintitres veinticuatro veinticinco veintiseis veintisiete veintiocho
veintinueve
"""
_ROUND = "treinta cuarenta cincuenta sesenta setenta ochenta noventa"
_HUNDREDS = """
cien doscientos trescientos cuatrocientos quinientos seiscientos setecientos ochocientos novecientos
"""
_UNITS = {word: number for number, word in enumerate(_SMALL.split(), start=1)}
_UNITS |= {"un": 1, "una": 1, "veintiun": 21, "veintiuna": 21}
_TENS = {word: 10 * number for number, word in enumerate(_ROUND.split(), start=3)}
_SUMS = {word: 100 * number for number, word in enumerate(_HUNDREDS.split(), start=1)}
_SUMS["ciento"] = 100
_WORD = "|".join(sorted([*_UNITS, *_TENS, *_SUMS, "mil"], key=len, reverse=True))

WORDS = NumberWords(
    units=_UNITS,
    tens=_TENS,
    sums=_SUMS,
    hundreds=frozenset(),
    thousands=frozenset({"mil", "k"}),
    one=frozenset(),
    joiner="y",
    half="medio",
    dots_group=True,
    run=re.compile(
        r"(?<![\w.,])(?:\d{1,3}(?:\.\d{1,2})? (?=mil(?!\w)))?"
        rf"(?:{_WORD})(?!\w)"
        rf"(?: y medio(?!\w)|[ -](?:y )?(?:{_WORD})(?!\w)| \d{{3}}(?!\w|[.,]\d))*"
        r"|(?<![\w.,])\d{1,3} y medio(?!\w)"
    ),
    money=re.compile(
        r" ?(?:(?P<k>k)(?![a-z])|(?:dolares|dlls?|dls|usd|pesos)(?![a-z])|\$(?![\d ]))"
    ),
)

QUANTITIES = Quantities(
    after=following(r"""
        [- ]?(mil |k )?(millas?|mi|millaje|km|kilometros?|mpg|hp|caballos|rpm)
        [- ]?(anos?|meses|mes|semanas?|dias?|horas?|hrs?|minutos?|mins?|segundos?)
       (am|pm|a\.m|p\.m|hrs)
        [- ]?(litros?|cc|cilindros|puertas|asientos|pasajeros|duenos?|velocidades|cambios)
        [- ]?(llaves?|llantas?|rines|personas|clientes|compradores|ofertas|otros|otras|pulgadas)
        [- ]?(pies|libras|fotos|veces|cuadras|estrellas|puntos|carros|autos|coches|camionetas)
        [- ]?(preguntas?|cosas?|opciones|accidentes?|choques?|pagos|mensualidades|cuotas)
        (% |%|\+? ?%|por ciento)
        de la (tarde|manana|noche)
        de (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre)
        de diciembre
    """),
    before=preceding(r"""
        (millaje|odometro|millas|kilometraje)( (es|de|en|marca|son|como|unas|solo))*
        (llame(me|nos)?|marque(me)?|telefono|tel|cel|celular|numero|mensaje)( (al?|es|de|mi|el))*
        (codigo postal|vin|placa|serie|stock|unidad|apto|suite|salida|ruta|calle|avenida)( (es|de))*
        (tasa|interes|apr|financiamiento)( (de|del|al|es|desde|a))*
        (a|de|desde|hasta|antes de|como a|tipo) las?
        (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)
        (abrimos|abierto|estamos)( (de|en))*
        (ronda|version|motor|clase|score|puntaje)( (es|de))*
    """),
    year_before=preceding(r"""
        (en|desde|hasta|ano|modelo|del|a principios de|a finales de|un|mi|el|es|era|fue|este|su)
        (enero|febrero|marzo|abril|mayo|junio|julio|agosto|septiembre|octubre|noviembre|diciembre)
    """),
    anywhere=re.compile(
        r"(?<!\S)https?://\S{1,500}|(?<!\S)www\.\S{1,500}|(?<!\S)[\w.+-]{1,64}@[\w.-]{1,100}"
        r"|(?<![\d$])\+?(?:1[ .-]?)?\(?\d{3}\)?[ .-]?\d{3}[ .-]?\d{4}(?![\d,])"
        r"|(?<![\d$])\d{3}-\d{4}(?!\d)|'\d\d(?!\d)"
        r"|(?<!\w)(?:mil )?(?:mil|cien) (?:gracias|perdones)"
        r"|(?<!\w)de una(?: vez)?(?!\w)|(?<!\w)\d+ de la (?:calle|avenida)"
    ),
    round_number_end=re.compile(
        r"[ )\"']{0,2}(?:\Z|[.,!?;:)\n-]|(?:y|si|pero|o|en efectivo|cash|es|son|firme|con|mas|hoy"
        r"|ahora|esta|entonces|maximo|total|cerrados|parejos|le|se|lo|trato|para|porque|por|menos"
        r"|esta bien|cerramos|no|y listo|antes|todo)(?!\w))"
    ),
)

_OTHERS = r"(otros|unos|como|hasta|mas de|casi|los|unas?)"

STEPS = Steps(
    less_before=preceding(rf"""
        (le|te|les|se los?|se la|puedo|podemos|voy a)?( (quit|rebaj|descuent|descont|baj|tumb)\w+)\
          ( {_OTHERS})*
        (quit|rebaj|descuent|descont|tumb)\w+( {_OTHERS})*
        bajar(le|te|les|lo)( {_OTHERS})*
        (bajo|bajamos|bajarle|bajar) (otros|unos|como)
        (descuento|rebaja)( (de|es))*
        menos( {_OTHERS})*(?<!lo menos)(?<!por lo menos)
    """),
    less_after=following(r"""
        (dolares )?menos(?! (de|que|millas))
        (dolares )?(de )?(descuento|rebaja)
        (dolares )?(por debajo|abajo) del? (precio|lista)
    """),
    more_before=preceding(rf"""
        (sub|agreg|aument|anad)\w+( {_OTHERS})*
        (deme|ponga|pongale|echele)( {_OTHERS})+
    """),
    more_after=following(r"""
        (dolares )?mas(?! (que|millas|impuestos|tramites|titulo|registro|cargos|\$?\d))
        (dolares )?(arriba|encima) de su (oferta|numero)
    """),
    from_asking=any_of(r"""
        (del|al|bajo el|debajo del) precio( de (lista|venta)| original| anunciado)?
    """),
    refused=any_of(
        r"""
        (no|nunca|jamas|tampoco|imposible)( \w+){0,4}
    """,
        end=r" ?\Z",
    ),
)
