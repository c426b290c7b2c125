"""What dealers say in Spanish, and how Spanish is asked and told; texts come without accents."""

from __future__ import annotations

DEALER = {
    "asks_limit": r"""
        (cual es|que|cuanto es) (su|tu) (presupuesto|maximo|limite|tope)
        (hasta )?cuanto (puede[s]?|podria[s]?|quiere[s]?|esta[s]? dispuest[oa] a) (pagar|gastar|dar)
    """,
    "halfway": r"""
        (a )?mitad de(l)? camino
        (partimos|partir|dividimos|dividir) la diferencia
        (punto|termino) medio
        a medias
    """,
    "deadline": r"""
        (solo|valido|vence|termina) (por )?(hoy|esta semana|este mes|manana)
        (hoy mismo|ultimo dia|ultima oportunidad|no (va a durar|dura mucho)|apurese)
    """,
    "other_buyer": r"""
        (otr[oa]s?|vari[oa]s) (\w+ )?(comprador(?:es)?|clientes?|personas?|interesad[oa]s?|ofertas?)
        (alguien mas|hay (mucho|mucha gente)|mucho interes)
    """,
    "monthly": r"""
        (al|por|cada) mes|mensual(es|idad|idades)?|pagos? (bajos?|comodos?|de)
    """,
    "fees": r"""
        (cargos?|comision(es)?|tramites?|paquete de proteccion|garantia extendida|extras|accesorios)
    """,
    "trade_in": r"""
        (su|tu) (carro|auto|coche|camioneta) (viej[oa]|actual|usad[oa])|a cuenta|trade-?in
    """,
    "financing": r"""
        financi\w+|prestamo|credito|enganche|tasa|interes(es)?|leasing
    """,
    "final": r"""
        (mejor|ultim[oa]|final|mas bajo) (precio|oferta|palabra)|precio (final|firme|fijo|minimo)
        (lo )?(menos|minimo) que (puedo|podemos)
        (tomelo|lo toma) o (dejelo|lo deja)
        no (puedo|podemos) bajar(lo)?( mas)?
    """,
    "refusal": r"""
        (muy|demasiado|tan) baj[oa]
        no (puedo|podemos|podria|acepto|aceptamos)
        imposible
        perder(ia|iamos)? dinero
        (de ninguna manera|no me alcanza|por debajo del costo)
    """,
    "manager": r"""
        (mi|el|nuestro) (gerente|jefe|supervisor|encargado)
    """,
    "market": r"""
        (valor|precio) (de|del) mercado
        (buen|gran|excelente) (precio|trato|oferta)
        vale (mas|eso)
        kelley
        ganga
    """,
    "out_the_door": r"""
        precio final|con todo incluido|(mas|con) (impuestos|titulo|registro)|todo incluido
    """,
    "sweetener": r"""
        (le |te )?(regal\w+|incluy\w+|agreg\w+) (\w+ )?(tapetes|llantas|tanque|aceite)
        gratis
    """,
    "asks_offer": r"""
        (haga|hagame|deme|cual es) (su|una) (mejor )?oferta
        cuanto (ofrece|me da|pensaba)
        en cuanto (lo )?(quiere|pensaba)
    """,
    "come_in": r"""
        (venga|pase|visitenos|visite|acerquese)
        (haga|agende|programe) una cita
        llam(eme|e|enos)
        prueba de manejo
    """,
    "condition": r"""
        (un solo|unico) dueno
        titulo limpio
        (sin|ningun) (accidentes?|choques?|problemas?|fugas)
        como nuevo
        (excelente|buen|perfect[oa]) (estado|condicion(es)?)|llantas nuevas|pocas millas|carfax
    """,
    "agrees": r"""
        trato hecho
        (?<!no )(estoy|estamos) de acuerdo|(^|[.!,] )de acuerdo
        (?<!no )(?<!no me )(esta|me parece) bien(?! \w+ado)
        (?<!no )(aceptamos|acepto|aceptaron)(?! (tarjetas?|efectivo|financi|autos?|carros?|ofertas))
        (ya )?es suyo(?! si)
        (^|[.!] ?)vendido(?= ?[!,]| a usted|$)
    """,
}
"""By :class:`~backend.domain.advice.heard.dealer.DealerTopic`."""

GONE = r"""
    (ya )?(esta|fue|ha sido|quedo)( ya)? vendid[oa]
    (ya )?se (vendio|ha vendido)(?! (mas|en|por|nuevo))
    (ya )?(se )?(lo|la) (vendimos|vendi|vendieron|llevaron|compraron)(?! (nuevo|en|aqui))
    (alguien|otr[oa] (cliente|persona|comprador|pareja|familia)|una? (senor|senora|pareja|familia\
      |cliente|persona))( mas| ya)* (se )?(lo|la) (compro|llevo|aparto)
    ya no (esta|se encuentra)( disponible| a la venta)?
    no esta( ya)? disponible(?! (ese|este|la|el))
    vendid[oa] (ayer|hoy|anoche|esta (manana|tarde|semana))
    (lo siento|disculpe|perdon|lamentablemente)[ ,]{1,2}(ya )?(esta )?vendido
"""
"""The car is not to be had any more."""

DAMAGE = r"""
    (accidentes?|accidentad[oa]|choques?|chocad[oa]|choco|golpes?|golpead[oa]|abolladuras?|abollad[oa]\
      |rayon(es)?|rayad[oa]|raspon(es)?|danos?|danad[oa]|oxido|oxidad[oa]|fugas?|repintad[oa]\
      |inundad[oa]|inundacion|granizo)
    (tira|gotea|quema) aceite
    (se )?(calienta|sobrecalienta)(?! (la|el) (mercado|asiento))
    (le falta|necesita|ocupa|requiere)( (un|una|unas|unos|algo|de|poco|nuev[oa]s?))* (arreglos?\
      |reparacion(es)?|llantas|frenos|transmision|motor|bateria|pintura|clutch|embrague|trabajo)
    (se le )?(prende|prendio|enciende|esta prendida)( la)?( luz (de|del))? (check engine|motor)
    (transmision|motor|clutch) (patina|falla|dana)
    (parabrisas|vidrio|faro|defensa) (estrellad[oa]|rot[oa]|quebrad[oa])
    bolsas de aire (activadas|reventadas)
"""
"""Something is wrong with the car."""

BRANDED = r"""
    titulo (salvage|de salvamento|reconstruido|rebuilt|recuperado|marcado|sucio)
    (perdida|siniestro) total
    (es|esta|fue|era) (salvage|salvamento|reconstruid[oa])
"""
"""Its title is not clean."""

ASKS = r"""
    (^|[.!,;] ?|y |pero )(es|esta|seria|sera|esta bien|debo|deberia|puedo|podria|conviene) \w+
    (que tal|que (le|te) parece|que opina[s]?|que dice[s]?|vale la pena|me conviene)
    (no se|digame|dime|saber) si
"""
"""How a question begins that may have no question mark."""

TOLD_BY_THEM = r"""
    (ellos|el vendedor|la vendedora|el concesionario)( \w+)?
    (dicen|dijeron|ofrecen|ofrecieron|piden|pidieron|me (dijo|ofrecio))
"""
"""Who a price comes from."""
