"""What Spanish-speaking dealers say beside a price."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.language import Cue, any_of, following

_NO = r"(no|ni|nunca|jamas|tampoco|nada|imposible)"
_LET = (
    r"(dej|vend|d|pon|hag|hac|baj|qued|acept|lleg|sac|cerr|ofrec|consig|mand|reba|lleva|lleve|arregl"
    r"|autoriz|aprob|aprueb)\w*"
)
_YOURS = r"(su|tu) (oferta|numero|propuesta|cantidad)( (de|es|en|por))*"
_PREPOSITION = r"(en|por|a|con|hasta|los|unos|como|solo|apenas|total|cash|efectivo|el)"

BEFORE = {
    Cue.PROPOSAL: any_of(rf"""
        (acept|tom|igual|respet)\w* {_YOURS}
        (se |te |le |les |nos )?(lo |la |los |las )?(puedo |podemos |podria |podriamos |voy a \
          |pudiera )?{_LET}( {_PREPOSITION})+
        (se |te |le |les )(lo |la |los )?{_LET}( {_PREPOSITION})*
        (que tal|que (le|te) parecen?|que (dice|opina|piensa) de|digamos|pongamos)( (si|en|por\
          |unos|los|{_LET}))*
        ((me|nos) (da|dan|diera|tendria que|tiene que)|tiene que|tendria que)( \w+){{0,3}} (a|de|en)
        si (me|nos) (da|pone|paga|ofrece|llega|sube)( (a|los|unos))*
        (necesito|necesitamos|quiero|queremos|ocupo|busco|pido ya|espero)( (por lo menos|al menos\
          |minimo|unos|los|como))*
        (por lo menos|al menos|minimo|siquiera)
        (mi|nuestro|el|nuevo|su|precio) (nuevo )?(precio|numero|oferta|total)( (especial|rebajado\
          |ahora|nuevo|de|del|internet|contado|es|seria|queda|en|por|para|usted|con))*
        precio( (de|del|internet|contado|especial|es|seria|queda|en|para|usted|hoy))*
        (queda|quedaria|quedamos|quedarian|sale|saldria|serian?|son|son solo|va|se va|dejamos)\
          ( {_PREPOSITION})*
        (ahora|hoy|solo|ya|pero)( (en|por|a|esta|solo|si|son))*
        (yo|estoy|estamos|estaria)( (estoy|en|yo|a|por|ahora))*
        (el mio|el nuestro|este)( (esta|es|en|sale|de))+
        con( solo| unos| los)?
        (?<!pague )(?<!pago )por
        (mejor|sino|mas bien)
        (trato|hecho|cerramos|arreglamos|suyo)( (en|por|a|con))+
        (autorizo|autorizaron|aprobo|aprobaron|consegui)( (los|unos|en|a))*
        (cash|efectivo|contado|oferta|promocion|liquidacion)( (en|por|a|solo|ahora))*
    """),
    Cue.FINAL: any_of(r"""
        (lo (menos|minimo|mas bajo|mas)|el minimo|(mi|el|nuestro) (ultimo|mejor|mas bajo)( precio\
          | numero)?|(mi|la|nuestra) (ultima|mejor) oferta)[^.!?;\n]{0,50}( (es|son|seria|serian\
          |de|a|en|por|hasta|hacer|aceptar|bajar|llegar|:))+
        (ultimo|mejor) precio( (es|de|en|seria))*
    """),
    Cue.FLOOR: any_of(rf"""
        {_NO}( [\w',]+){{0,8}} (menos|abajo|debajo) (de|que)( los)?
        {_NO} (puedo |podemos |voy a )?(baj|rebaj)\w*( mas)? (de|a menos de)( los)?
        ni un (dolar|peso|centavo) (menos|abajo)( de| que)?
        (?:\A|(?<=[.,!?;:] )|(?<= ))menos de
        (algo|oferta) (menor|menos|abajo) (a|de)
    """),
    Cue.ASKING: any_of(r"""
        (pid(o|e|en|iendo|ieron)|pedimos)( (por (el|ella))|\w+){0,2}
        (lista|listado|anunciado|publicado|marcado|precio de (lista|venta))( (en|a|por|es|de|esta))*
        (sigue|todavia esta|esta)( en| a)
    """),
    Cue.PAST: any_of(r"""
        (estaba|costaba|era|valia|pedia|pediamos|pedian|tenia|teniamos|salia|salio|vendia\w*)\
          ( (anunciado|originalmente|antes|listado|marcado))*( (en|a|por|de))*
        (antes|originalmente|inicialmente|al principio)( \w+){0,2}
        (baj|rebaj|reduj)\w+( \w+){0,2} de
        (en (lugar|vez) de|no los)
        entre
    """),
    Cue.REFUSED: any_of(rf"""
        {_NO}( (puedo|podemos|podria|podriamos|acepto|aceptamos|voy a|vamos a|le|se|lo|te|la|nos\
          |me))*( (aceptar|dejar\w*|vend\w+|dar\w*|hacer\w*|llegar|bajar|tomar|igualar|doy|dejo))?\
          ( (en|por|a|con|los|de|tan|hasta))*
        {_NO}( \w+){{0,3}} (acept|tom|igual)\w* {_YOURS}
        (rechaz|declin)\w+( (su|la|una|esa|tu))*( oferta)?( de)?
        (perd(eria|eriamos|emos|iendo) dinero|perder dinero)( (con|en|a|por))*
        (a|por|con) ese precio
    """),
    Cue.BUYERS: any_of(rf"""
        (usted|ustedes|tu)( (me|nos|ya))*( (dice|dijo|esta|ofrece|ofrecio|pide|pidio|quiere|va|anda\
          |llego|propone|propuso))+( (de|en|por|a|los|solo|pagar))*
        (me|nos) (ofrece|ofrecio|ofreces|ofreciste)( (usted|solo|los|apenas))*
        {_YOURS}
        sus
    """),
    Cue.ELSEWHERE: any_of(r"""
        (pague|pagamos|pago|compre|compramos|costo|costaron|cuesta|cuestan)( \w+){0,3}
        (debo|debemos|adeudo|saldo|liquidar|prestamo)( \w+){0,2}
        (inverti|invertimos|gaste|gastamos|meti|metimos|meter|metido|puse|pusimos)( \w+){0,2}
        (vale|valen|valuado|valuada|avaluo|valor|valorado|cotizado|cotiza)( \w+){0,3}
        (kelley|kbb|blue ?book|edmunds|nada|carmax|carvana|truecar|libro)( \w+){0,3}
        (msrp|factura|invoice|subasta|nuevo cuesta|de agencia|menudeo|mayoreo)( \w+){0,2}
        (a cuenta|su carro|su auto|su coche|su camioneta|trade-?in)( \w+){0,3}
        (reparacion|reparaciones|arreglo|llantas|rines|frenos|transmision|pintura|garantia)\
          ( \w+){0,2}
        (ahorra|ahorro|ahorrara|deposito|apartado|presupuesto|seguro|grua|gasolina|ganancia\
          |comision)( \w+){0,2}
        (perder|perderia|perderiamos|perdemos|gano|ganamos)( \w+){0,1}
        (alguien|cliente|clientes|comprador(?:es)?|personas?|senor|senora|concesionario|agencia|dealer\
          |vendedor|ellos|otros|otras)( \w+){0,3} (en|por|a|de|ofreci\w+|ofrece\w*|dio|dan|daban\
          |uno en)
        me (ofrecieron|ofrecian|dieron|daban|ofrecen)( (ya|hasta|los|por el))*
        (vendi|vendimos|se vendio|se venden|venden)( \w+){0,4} (en|por|a)
        (tarjeta|regalo|bono|reembolso|diferencia)( \w+){0,2}
    """),
}

AFTER = {
    Cue.REFUSED: following(r"""
        (es|esta|son|queda|suena|seria|sigue siendo|me parece)?( un| muy| demasiado| bastante\
          | poco| tan)*( poco)? ?(muy bajo|demasiado bajo|bajo|baja|poco|lejos|insuficiente\
          |una burla|un insulto|ridiculo|imposible)
        (no (me |nos )?(sirve|alcanza|da|funciona|conviene|es posible|va a poder|cubre|queda)|no es\
          suficiente|ni (loco|hablar))
        (perd(eria|eriamos|emos|iendo|ere) dinero)
        (mil )?no(?=[.,!]|\Z)
        \?+ ?(no|nunca|jamas|de ninguna|imposible|jaja|ni (loco|hablar)|lo siento|como cree)
    """),
    Cue.FINAL: following(r"""
        (dolares )?(es|seria|son|como)( (mi|el|nuestro|lo|la))* ?(ultim[oa]|mejor|minimo|menos|mas\
          baj[oa])
        (o nada|firmes?|fijos?|ni un (dolar|peso|centavo) menos|y (ya )?no bajo|minimo)
        [^.!?;\n\d]{0,30}(es|son) (mi|lo|el|nuestro) (ultim[oa]|menos|minimo|mejor|mas bajo)
    """),
    Cue.DEAL: following(r"""
        (dolares )?,? ?(y|e) (es suyo|trato hecho|se lo (lleva|doy|dejo|aparto)|cerramos|listo\
          |quedamos|ya|nos arreglamos|le|se|no se hable|hecho)
        (dolares )?(se lo (lleva|doy|dejo|aparto)|cerramos|trato hecho|es suyo)
        (es|esta|seria|me parece) (justo|bien|bueno|razonable|mas que|lo que)
        (esta bien|me sirve|funciona|en efectivo|de contado|cash|con todo|mas (impuestos|tramites))
        (por (el|ella|este|el carro)|hoy|ahora|si (viene|firma|cierra|me|lo))
        ,? (le|te) (late|parece|sirve|conviene|interesa)
    """),
}

TURN = re.compile(r"(?<!\w)(?:pero|aunque|sin embargo|porque|si no|sino que|en cambio)(?!\w)|[;]")
BETWEEN = any_of("entre|de|desde|como", end=r"[ $]{0,3}\Z")
RANGE = re.compile(r" ?(?:-|a|hasta|o) ?\$?")
RANGE_AND = re.compile(r" (?:y|o|a) \$?")
ALL_IN = any_of(r"""
    (ya )?(con )?todo incluido
    (ya )?con todo(?! y| el| lo)
    (impuestos|tramites|cargos|todo)( y \w+)?( ya)?( van| vienen| estan)? incluid[oa]s?
    (ya )?(incluye[n]?|incluyendo|con) (todos )?(los |el |las )?(impuestos|tramites|cargos|todo)\
      ( y \w+)?
    (puesto )?en la calle|llave en mano|out[- ]the[- ]door|otd
    (sin|ningun) (otros |mas |costos? |cargos? )*(cargos|costos)( adicionales| ocultos| extras?)?
    despues de impuestos
""")
ON_TOP = any_of(r"""
    (mas|\+|sin|antes de|sin contar|sin incluir|no incluye|aparte) (los |el |las |un |una |todos )*\
      (\$?[\d,.]{1,12} (dolares )?(de |por |del )?(la |el |los )?)?(cargos? (de|por) )?(impuestos?\
      |tramites?|cargos?|titulo|registro|placas|documentacion|taxes|tax|fees|paquete|papeleo|gestion(es)?|gestoria)
    (impuestos?|tramites?|cargos?|titulo|placas)( y \w+)? (aparte|no incluid[oa]s?|adicionales\
      |extras?|por separado)
""")
