"""Words by which Spanish-speaking dealers press, refuse, agree and ask."""

from __future__ import annotations

from backend.domain.dealer_reading.language import any_of
from backend.domain.dealer_reading.reading import Intent

_DAY = r"(hoy|manana|(el )?(lunes|martes|miercoles|jueves|viernes|sabado|domingo))"
_SOMEBODY = (
    r"((otr[oa]s?|vari[oa]s|much[oa]s|mas|dos|tres) (\w+ )?(clientes?|comprador(?:es)?|personas?"
    r"|interesad[oa]s?|parejas?|familias?|ofertas?|gente)|alguien mas)"
)

INTENTS = {
    Intent.DEADLINE: any_of(rf"""
        (solo|solamente|nada mas|unicamente|valid[oa]|vigente|buen[oa])( \w+)? (por )?(el dia de )?\
          ({_DAY}|esta (semana|tarde|noche)|este (mes|fin de semana))
        (hasta|antes de(l)?|para) ({_DAY}|(el )?fin de (mes|ano|semana)|(que cerremos|cerrar)\
          |las? \d{{1,2}}|el mediodia|la medianoche)
        (vence|termina|se (acaba|termina|vence|va a (acabar|ir))|caduca|expira)( \w+){{0,2}}
        hoy mismo|ahora mismo|cuanto antes
        (fin|cierre) de (mes|ano|trimestre)
        ultim[oa] (dia|oportunidad|llamada)
        no (le )?(va a durar|durara|dura|creo que dure)( mucho)?
        (apurese|apurate|apresurese|dese prisa|no lo piense)
        (si )?(viene|firma|compra|cierra(mos)?|decide|se lo lleva)( \w+){{0,3}} (hoy|ahora)
        {_SOMEBODY}( \w+){{0,5}} (viene[n]?|interesad[oa]s?|quiere[n]?|ofreci\w+|lo (ve|ven|vio))
        (clientes?|personas?|comprador(?:es)?) (esperando|interesad[oa]s?|en camino)
        (ya )?me lo (quitan|apartan|ganan|van a (quitar|ganar))
        no (se lo )?puedo (guardar|apartar)(lo|selo)?
    """),
    Intent.FINAL: any_of(r"""
        (mi|nuestr[oa]|el|la|es|mejor|muy) (ultim[oa]|mejor|mas baj[oa]|final) (precio|oferta\
          |palabra|numero)
        (ultim[oa]|mejor) (precio|oferta|palabra)
        precio (firme|fijo|final|minimo)|es (firme|fijo)
        (lo (menos|minimo|mas bajo)|el minimo|lo mas que)( (que|a lo que|puedo|podemos|aceptar\
          |bajar|llegar|hacer|es|son|de|a))*
        (no|ya no) (puedo|podemos|podria|voy a) (bajar|rebajar|mover)\w*( mas)?
        no bajo( mas| de)?
        ni un (dolar|peso|centavo) menos
        menos (no|de \$?[\d,.]{1,12}( mil)? no)
        (tomelo|lo toma|tomalo) o (dejelo|lo deja|dejalo)
        (no (es )?|in)negociable
        a lo que (mas )?(puedo|podemos) (bajar|llegar)
    """),
    Intent.REFUSAL: any_of(r"""
        (es |esta |queda )?(muy|demasiado|tan|bastante|un poco) (baj[oa]s?|poco)
        no (le |se lo |te lo |lo )?(puedo|podemos|podria|podriamos|acepto|aceptamos|voy a)\
          ( (vender|dejar|dar|aceptar|hacer|bajar|quitar|tomar|venderlo|dejarlo|darlo|darselo\
          |venderselo|dejarselo|hacerlo|aceptarlo|quitarle|bajarle|dejarle|dar|eso|esa))+
        no (se lo|te lo|lo) (puedo|podemos|podria)
        no (nos|me) (sirve|alcanza|conviene|funciona|da|queda)
        imposible|de ninguna manera|ni (hablar|loco|pensarlo|de broma)|para nada
        perder(ia|iamos|ia mos|emos)? dinero|perdemos dinero
        no es (suficiente|posible|aceptable|viable)
        (rechaz|declin)\w+
        no (va a (poder|funcionar)|hay (trato|manera|forma))
        (esta|es una) (bromeando|broma|burla)|me (ofende|insulta)
        (por debajo|abajo) (de|del) costo|ni para cubrir
        no(?=, \$?\d)
    """),
    Intent.AGREEMENT: any_of(r"""
        trato hecho|hecho|vendido|es suyo(?! si)|se lo lleva(?! en| si)
        (me parece|esta) (bien|justo|perfecto)(?!\?)
        de acuerdo
        (acepto|aceptamos|le acepto|tomo|tomamos) (su|tu|la|esa|los|sus)( \w+)?
        (me|nos) (sirve|funciona|conviene)
        quedamos en eso|tenemos (un )?trato|cerrado|felicidades
    """),
}
QUESTION = any_of(
    r"""
    (cuanto|cuanta|cual|que|como|cuando|donde|quien|por que)( \w+){0,3} (usted|ustedes|tiene|quiere\
      |busca|ofrece|piensa|puede|seria|es|son|pagaria|da|tenia|pensaba|le|te|se)
    (le|te) (interesa|gustaria|parece|late|conviene|sirve)
    (puede|podria|quiere|tiene|va a|viene|esta) (usted|venir|pagar|financiar|dar|ofrecer|list[oa])
    (haga|hagame|deme|digame|mandeme) (una|su|un|cuanto|que)( \w+)? ?(oferta|numero|precio|ofrece)?
    alguna pregunta
""",
    start=r"(?:\A|(?<=[.!?;\n,] )|(?<=[.!?;\n,])|(?<=  )|(?<= y )|(?<=pero ))",
)
