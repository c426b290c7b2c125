"""How Spanish advises a price, or only tells of one."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Prices, any_of
from backend.domain.advice.guard.languages.spanish_clauses import SAY, SELLER, THEY

PRICES = Prices(
    offers=any_of(r"""
        (?:ofrezca|ofrecer|ofreciendo|ofrezcale|ofrezcales|ofrecerles|ofrezca)(?: \w+)?
        (?:pague|pagar|pagando|paguele|pagueles|gaste|gastar|proponga|proponer|propongales|nombre|
          intente|mande|mandeles|pruebe con|contraoferte|apunte a|haga un cheque)(?: \w+)?
        (?:vaya|ir|suba|subir|subiendo|llegue|llegar|estirese|estirarse|aumente|aumentar|mueva|
          muevase|moverse|brinque|salte|regrese|abra|abrir|empiece|empezar|comience|comenzar|
          arranque)
            (?: su oferta| su numero)?(?: \w+)? (?:a|hasta|en|con|por)
        (?:deles|darles|darle|agregue|agregar|sume|sumar|suba|eche)(?: otros| unos)?
        (?:oferta|numero|paso|siguiente|contraoferta)(?: \w+)? (?:debe|deberia|puede|podria|
          tiene que|
          sea|sera) (?:ser )?(?:de )?
        que sea|(?:iguale|igualar|alcance)(?: \w+)?|lo que deberia (?:ofrecer|pagar)
        (?:que tal|que le parece|considere|piense en|termine en|quede en|cierre en)
        digales (?:que )?(?:pagara|paga|le da)?
    """),
    takes=any_of(r"""
        (?:acepte|aceptar|aceptando|aceptelo|acepteles|aceptarlo|tome|tomar|tomelo|compre|comprar|
          comprelo|agarre|agarrelo|llevese|lleveselo)(?: \w+)?(?: por| a| en| hasta)?
        (?:cierre|cerrar|firme|firmar|acuerde|conformese|conformarse)(?: el trato| la compra)?
          (?: en| por| a| con)?
        (?:diga|decir|digales|digale) que si(?: a| por)?|de acuerdo (?:en|con)|quedese con|
          hasta(?= (?:los |unos )?[$\d])
        viva con
    """),
    hopes=re.compile(
        r"\b(?:usted|que|se|lo que) (?:ya )?(?:espera|esperaba|queria|quiere|quisiera|propuso|"
        r"proponia|pensaba|planeaba|estaba (?:list[oa]|dispuest[oa]) (?:a|para)|tenia (?:previsto|"
        r"planeado|pensado)|iba a) (?:\w+ )?$|\b(?:meta|plan|idea) (?:era|es) (?:de )?$"
    ),
    by_dealer=re.compile(
        rf"\b{THEY}(?: \w+){{0,4}} $|\bque (?:ellos|el {SELLER}) (?:\w+ )?$|\b(?:piden|quieren|"
        r"esperan|pretenden|ofrecen|proponen|podrian|van a|pueden|dijeron que|"
        r"dicen que)(?: \w+){0,2} $"
    ),
    compared=re.compile(
        r" (?:por (?:encima|debajo)|arriba|abajo|mas|menos|de (?:diferencia|distancia|descuento))\b"
    ),
    that_one=any_of(r"""
        (?:paguelo|paguelos|pagueselo|aceptelo|aceptela|tomelo|tomela|ofrezcalo|ofrezcalos|deselos)
        (?:pague|acepte|ofrezca|tome) (?:eso|lo mismo|ese precio|esa cantidad|esa cifra)
        lo que deberia (?:ofrecer|pagar|aceptar)
    """),
    raises_by=re.compile(
        r"\b(?:suba|subir|aumente|aumentar|mejore|mejorar|incremente|agregue|agregar|agregueles|"
        r"sume|"
        r"sumar|anada|anadir|eche)(?: su oferta| su numero| la oferta)?(?: \w+)?(?: en| por)?"
        r"(?: otros| unos| los| al menos)? $|\b(?:ofrezca|deles|pague|ponga) (?:otros|unos|los) "
        r"(?:\w+ )?$"
    ),
    praised_amount=re.compile(
        r",? (?:(?:es|seria|son|parece|suena|suenan|esta|estan|sigue siendo)(?: todavia| ya|"
        r" realmente| tambien)? (?:un |una |su |el |la )?(?:muy |bastante |realmente |lo )?(?:just|"
        r"buen|gran|razonable|bien|excelente|aceptable|mejor|barat|ganga|regalo|sensat|correct)\w*"
        r"|(?:funciona|funcionan)(?= |[.,])|es lo que vale|tienen? sentido|vale[n]? la pena)"
    ),
    described=any_of(r"""
        ellos|vendedor\w*|concesionari\w*|agencia|su precio|suyos?|de ellos|
          pid(?:e|en|ieron|io|ian)|pedido|pedian|quer(?:ian|ia)|quier(?:en|e)
        anuncio\w*|etiqueta|sticker|lista|lote|principio|inicio|empez\w+|desde|baj\w+|pasaron
        meta|objetivo|esper\w+|limite|presupuesto|plan\w*|medida|tope|techo|maximo|retir\w*|
          levant\w*|
          propuso|previst\w+|olvid\w+
        debajo|menos|descuento|encima|arriba|alla|lejos|distancia|entre|separan|diferencia|dentro|
          quedan?|falta\w*|sobra\w*
        demasiad\w+|completos|sus|no|nunca|nadie|nada|jamas|adios|rechac\w+|error|ni
        ofreci\w+|dicen?|dijo|dijeron|dieron|ya|fue|era|eran|sigue|siguen|quedese|quedar|acordad\w+|
          otra vez|pregunt\w+ si|
          todavia|repit\w+|subi\w+|regal\w+|despues|antes|vez de|aparte|cuidado|a [$\d,.]+\?|
          en [$\d,.]+ ahora|ahora (?:son )?[$\d,.]+|contra|comparad\w+|sin
    """),
    dealers=any_of(r"""
        usted|ustedes|su|sus|suy[oa]s?|desde|debajo|menos|descuento|no|sobre|demasiad\w+|encima|
          pid\w+|pedian|anuncio|etiqueta|antes|nunca|jamas|lejos|baj\w+|quite|sin|tache|son
    """),
    dealer_said=re.compile(
        rf"\b{THEY}\b(?: \w+){{0,6}}? {SAY}\b|\b{SAY}\b|\bde ellos\b|\bdel? {SELLER}\b"
        rf"|\bsegun\b|\ben (?:ese|su|este) mensaje\b|\bel {SELLER}\b"
    ),
    dealer_after=re.compile(
        rf"(?: \w+){{0,3}} (?:es |son )?(?:de ellos|del {SELLER})\b|,? (?:que |como |"
        rf"segun )?(?:{THEY} )?(?:\w+ )?{SAY}\b"
        rf"|[^.;:!?“”]{{0,30}}? es (?:solo )?lo que (?:{THEY} )?(?:\w+ )?{SAY}\b"
        r"|[^.;:!?“”]{0,30}? (?:es|son) (?:solo |pura )?(?:\w+ )?(?:suy[oa]s?|de ellos|"
        r"del vendedor)\b"
        r"|[^.;:!?“”]{0,30}? (?:se )?(?:los? |las? )?(?:pued|podr|deb)\w+ (?:quitar|perdonar|"
        r"borrar|bajar)"
        r"|[^.,;:!?“”]{0,20}? (?:suenan?|parecen?) (?:a )?(?:poco|barat[oa]s?|inofensiv\w+)\b"
        r"| (?:es|son) (?:mucho|demasiado) tiempo\b|[^.;:!?“”]{0,45}? (?:se )?esconden?\b"
    ),
    buyer_said=any_of(r"""
        su|sus|suy[oa]s?|usted|me (?:dio|dijo|conto|paso|escribio|mando)
        (?:usted )?(?:dijo|menciono|nombro|escribio|conto|tiene|tenia|le dieron|ofrecio|consiguio|
          cotizo|encontro|pidio|quiere|espera|pago|debe|planea|cree|pregunta)
    """),
    challenges=any_of(r"""
        (?:ignor|olvid|rechac|rechaz|cuestion|discut|dispute|negoci|pele|compar|verifi|desconfi|
          quit|elimin)\w*
        cuidado con|pregunt\w+ (?:si|por|que|como|cuanto)|sin
    """),
    claims={
        "cost": re.compile(
            r"\b(?:garantias?|llantas|frenos|cargos?|registro|seguro|reparacion(?:es)?|servicio|"
            r"plan|"
            r"titulo|impuestos|extras?|bateria|entrega|inspeccion)\b[^,;:.]{0,25}"
            r"\b(?:cuestan?|vale[n]?|son|es|sale[n]?|por) (?:unos |como |otros )?$"
        ),
        "ask": re.compile(
            r"\b(?:ellos |ahora |todavia )?(?:piden|pide el vendedor|cobran|quieren)"
            r"(?: ahora| todavia| solo)? $|\bprecio pedido (?:de|es|era) $"
            rf"|\b(?:su|el) (?:ultimo |nuevo )?(?:precio|pedido) (?:del {SELLER}|de ellos) (?:es|"
            rf"de) $"
        ),
        "target": re.compile(r"(?<!hasta )\bsu (?:propia )?meta (?:de|es|era) $"),
        "walk_away": re.compile(
            r"\bsu (?:propio )?(?:limite|tope|maximo|precio limite) (?:de|es|era) $"
        ),
        "offer": re.compile(
            r"\b(?:su (?:ultima |actual )?oferta (?:de|es|es de)|usted (?:acaba de ofrecer|ofrecio|"
            r"dijo)) $"
        ),
    },
)
