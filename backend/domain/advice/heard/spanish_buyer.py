"""What buyers ask, in Spanish, by :class:`~backend.domain.advice.heard.buyer.BuyerTopic`.

Texts come without accents.
"""

from __future__ import annotations

BUYER = {
    "my_limit": r"""
        (cual|cuanto|que) (es|era|fue) (el )?(mi|nuestro) (\w+ )?(limite|maximo|tope|presupuesto)
        (cual|cuanto|que) (es|era|fue) (mi|nuestro) precio (maximo|limite|tope|de retirada)
        (dime|digame|recuerdame|recuerdeme) (cual es )?mi (limite|maximo|tope|presupuesto)
        que (limite|maximo|tope|presupuesto) (puse|di|elegi|fije)
        (ir|voy|llegar|llego|pagar|pago|ofrecer|ofrezco|subir|subo)( \w+)? (a|hasta) mi
            (limite|maximo|tope)
        (en|a|hasta) que precio (me (voy|retiro|levanto)|lo dejo)
    """,
    "my_target": r"""
        (cual|cuanto|que) (es|era|fue) mi (precio )?(meta|objetivo|ideal)
        (dime|digame|recuerdame|recuerdeme) (cual es )?mi (meta|objetivo)
        que (meta|objetivo) (puse|di|elegi|fije)
        cuanto queria (pagar|gastar)
    """,
    "my_offer": r"""
        (cuanto|que) (ofreci|he ofrecido|ofrecimos)
        (cual|cuanto) (es|fue|era) mi (\w+ )?oferta
    """,
    "their_price": r"""
        (cuanto|que precio) (piden?|pide el vendedor|quieren|cobran)( ellos| por (el|ella))?
        (cual|cuanto) (es|fue|era) (el|su) (\w+ )?precio (de lista|del anuncio|que piden|actual)
        (cual|cuanto) (es|fue|era) su (\w+ )?(precio|oferta|numero)
        cuanto (han bajado|bajaron|ha bajado|bajo)( ya)?( el vendedor)?
    """,
    "rounds": r"""
        cuant[oa]s (\w+ )?(rondas|ofertas|intentos)
        en que ronda (estamos|vamos|estoy)
    """,
    "gap": r"""
        (cual|cuanto) es la diferencia( entre)?
        (que tan lejos|a cuanto) estamos
    """,
    "accept": r"""
        (deberia|debo|puedo|conviene) (\w+ )?(acept|tom|compr)ar(l[oae]s?)?( ya| ahora)?<end>
        (deberia|debo|puedo|conviene) (\w+ )?(firmar|cerrar)( ya| ahora| el trato)?<end>
        (deberia|debo|puedo|conviene) (\w+ )?(acept|tom)ar (el|la|su|ese|esa|esta|este)
            (oferta|precio|trato|numero)
        (deberia|debo|puedo|conviene) (\w+ )?comprar (el|la|ese|esa|esta|este)
            (carro|auto|coche|troca|camioneta)
        (deberia|debo|puedo|conviene) (\w+ )?(acept|tom)ar (los |las )?\$?\d\S*
        (lo |la )?(acepto|tomo|compro)( (ya|el precio|(la|su|esa) oferta|el trato))?<end>
        (digo|decir(les|le)?) que si
        es (hora|momento) de (aceptar|cerrar|comprar)
    """,
    "halfway": r"""
        (a )?mitad de(l)? camino
        (partir|dividir|repartir) la diferencia
        (punto|termino) medio
        a medias
    """,
    "limit": r"""
        (digo|decir(les|le)?|doy|dar(les|le)?|revelo)\b.{0,30}\b(presupuesto|limite|maximo|tope)
        (pregunt\w+|quier\w+|pid\w+)\b.{0,30}\b(mi|nuestro) (presupuesto|maximo|limite|tope)
        (pregunt\w+|quier\w+)\b.{0,30}\bcuanto puedo (pagar|gastar)
    """,
    "warranty": r"""
        garantias?( extendidas?)?
        (contrato|plan) de (servicio|proteccion|mantenimiento)
        seguro gap
    """,
    "trade_in": r"""
        (mi|el) (carro|auto|coche|troca|camioneta) (viej[oa]|actual|usad[oa])
        (a cuenta|de enganche con mi carro|intercambi\w+|trade-?in)
    """,
    "out_the_door": r"""
        que (es|significa|quiere decir) (el )?("|')?(precio final|con todo incluido|out the door)
    """,
    "fees": r"""
        cargos?|comision(es)?|accesorios|tramites?|impuestos?|registro|gestion|tarifas?
        (precio final|con todo incluido|costos? ocultos?)
    """,
    "title": r"""
        titulos?( limpio| de propiedad)?
        (salvamento|gravamen|reconstruido)
    """,
    "history": r"""
        carfax|historial|reporte|numero de serie|vin
        (cuantos|otros|un solo|unico) duenos?
    """,
    "mileage": r"""
        millaje|kilometraje|odometro
        (muchas|pocas|cuantas|tantas|demasiadas|las|[\d,.]+( mil)?) millas(?! de (aqui|distancia))
    """,
    "inspection": r"""
        inspecc\w+|mecanico
        (prueba de manejo|revisar(lo| el carro)|problemas? con el)
        que (\w+ )?(reviso|revisar|checo|checar|miro|mirar)
    """,
    "financing": r"""
        (financi\w+|prestamo|credito|mensualidad(es)?|pagos|pago mensual|enganche|al mes|por mes)
        (interes(es)?|en efectivo|de contado|banco)
    """,
    "insurance": r"""
        (el |un |necesito |pago |contrato )seguro( de auto| del carro)?|asegur(ar|arlo|adora)
    """,
    "paperwork": r"""
        (los )?(papeles|documentos|contrato)|papeleo
        que (pasa|sigue|hago) (despues|cuando|si|luego) (de |que )?(acept|firm)\w+
    """,
    "deposit": r"""
        deposito|anticipo|sena
        (apart|separ|reserv)(o|ar)(lo)?( el carro)?
    """,
    "rival": r"""
        (otro|otra|otros) (vendedor|concesionario|agencia|lote|dealer)\b.{0,20}\b
            (precio|oferta|cotizacion|pide|tiene|ofrece|vende|barato)
        (oferta|precio|cotizacion) de otr[oa] (vendedor|concesionario|agencia|lote|dealer)
        (encontre|vi|hay|tengo)\b.{0,40}\bmas barat[oa]
        competencia
    """,
    "extras": r"""
        (tapetes|regal(o|os|en|an)|gratis|extras)
        (segunda|otra) llave
        (pido|pedir(les|le)?) (las )?(llantas|tapetes|un servicio)
    """,
    "disagree": r"""
        (usted |tu )?(esta[s]?|eres) (muy )?(equivocad[oa]|mal|loc[oa])
        (usted |tu )?se equivoca|te equivocas
        (eso|esto) (es|esta) (mal|falso|una tonteria|absurdo|mentira)
        (eso|esto) no (es (cierto|verdad|asi)|tiene sentido|ayuda)
        no (tiene sentido|estoy de acuerdo|me (gusta|sirve|ayuda|entiende[s]?|convence))
        (mal|pesimo) consejo
        ya (me )?lo (dijo|dijiste)
        no (me )?(contest(o|a)|respond(io|e|iste)|contestaste) (a )?(mi pregunta|lo que)
        no (es lo que|fue lo que) pregunte
    """,
    "silence": r"""
        no (me )?(han?|contest\w+|respond\w+|escrib\w+|llam\w+)( contestado| respondido)?
        (sin|ninguna) respuesta
        cuanto (tiempo )?(espero|debo esperar)
        (se )?quedaron callados
    """,
    "wont_budge": r"""
        no (se )?(mueve[n]?|baja[n]?|ceden?|quiere[n]? bajar|cambia[n]?)
        (estamos |estoy )?(atorad|estancad|trabad)[oa]s?
        (precio|dicen que es|es) (firme|final|fijo)
        (rechaz\w+|dijeron que no|me dijo que no)
    """,
    "why": r"""
        (y )?por que( tan| no| eso| ese)?
        (explique(me)?|razon|motivo|como (llego|calculo|sale))
    """,
    "too_low": r"""
        (muy|tan|demasiado) (bajo|baja|poco)
        (ofend\w+|insult\w+|groser\w+|verguenza|pena|se (van a|vayan a) reir)
        y si (dicen|me dicen|se enojan|se niegan)
    """,
    "timing": r"""
        (y )?cuando (\w+ )?(llam\w+|compr\w+|voy|ir|debo|deberia|conviene|es mejor|escrib\w+)
        (mejor|buen) (dia|momento|mes|hora|semana|epoca)
        (que|cual) (dia|mes|hora|semana)
        (fin(al)?|fines|principio|inicio) de(l)? (mes|ano|semana|trimestre)
        (debo|deberia|conviene|puedo|mejor) esperar
        (espero|esperar) (a|hasta|un|una|otro|otra)
    """,
    "channel": r"""
        (llam\w+|escrib\w+|voy|ir|texto|mensaje|correo|persona) .{0,20}o(?!\w).{0,20}
            (llam\w+|escrib\w+|voy|ir|texto|mensaje|correo|persona)
        (?<!cuando )(?<!que )(les|le|los|lo) (llamo|escribo)<end>
        (debo|deberia|conviene|mejor) (llamar|escribir|ir)(les|le|los|lo)?<end>
        (por|en) (telefono|correo|mensaje|persona)
    """,
    "trust": r"""
        (confiar|confio|confianza|fiar(me)?|fio|creer(les?)?|le[s]? creo)
        (miente[n]?|mintiendo|mentira|estafa\w*|enganan?\w*|farol|de fiar|truco|honest[oa]s?)
        (es|sera) (verdad|cierto)( (lo|que|eso))?
    """,
    "walk": r"""
        (me voy|irme|me levanto|lo dejo|dejarlo|retirarme|me retiro|olvidarlo|rendirme)
        otro (carro|vendedor)|buscar en otra parte
    """,
    "good_deal": r"""
        que (opina[s]?|(le|te) parece|piensa[s]?) (de |del )?(la|el|su|esa|ese|esta|este)? ?(\w+)?
        (es |sera )?(un )?(buen|justo|mal|gran) (precio|trato|negocio|oferta)
        (es|esta|sera) (justo|caro|barato|razonable|bueno)
        (vale la pena|vale (eso|tanto)|valor de mercado|cuanto vale|demasiado caro|muy caro)
    """,
    "how_much": r"""
        \d+ ?(%|por ciento)|descuentos?
        cuanto (\w+ )?(ofrezco|ofrecer|pago|pagar|subo|subir|doy|dar|digo)
        (que|cual) (es )?(el|mi|la) (siguiente|mejor|proxim[oa]|primer[oa]?) (numero|oferta|precio)
        (subo|subir|ofrezco|ofrecer|contraoferta|contraofertar)
    """,
    "buy": r"""
        (deberia|debo|puedo|conviene) (\w+ )?(comprar|aceptar|firmar) (el|la|ese|esa|esta|este) \w+
    """,
    "about": r"""
        (quien|que) (eres|es usted)
        (eres|es usted) (un |una )?(robot|bot|ia|persona|programa)
        para quien trabaja[s]?
        (puede[s]?|podria[s]?) (hablar|llamar|negociar) (con|por)
        que (puedo preguntar(le|te)?|puede[s]? hacer)
        ^ayuda[.!? ]*$
    """,
    "plan": r"""
        mi (presupuesto|meta|limite|maximo|tope)
        (quiero|quisiera|espero|busco|pienso) (comprar|pagar|gastar|conseguir)
        (solo )?(tengo|puedo) (gastar|pagar)
    """,
    "nervous": r"""
        (nervios[oa]|miedo|asustad[oa]|preocup\w+|estres\w*|insegur[oa]|presion\w*|ansios[oa])
        (no soy buen[oa] (para|en)|odio (esto|negociar)|primera vez|primer carro)
    """,
    "hurry": r"""
        (lo |la )?(necesito|ocupo) (\w+ )?(para|antes|pronto|ya|hoy|urgente)
        perder(lo| el carro| este)
        (urgente|urge|cuanto antes|me encanta (este|el)|me enamore)
    """,
    "something": r"""
        (digo|decir(les|le)?|pregunto|preguntar(les|le)?|contesto|respondo|menciono)
            (de(l)?|sobre|por|acerca de(l)?) (?!(eso|esto|ello|su (precio|oferta))(?!\w))\w+
        y (el|la|los|las|mi) (?!(precio|oferta|numero)(?!\w))\w+\?
    """,
    "say": r"""
        (que|como) (les|le) (\w+ )?(digo|contesto|respondo|escribo)|que (digo|contesto|hago|sigue)
        (y )?ahora( que)?\?*$
        (ayud(eme|ame)|(un |dame |deme )?(consejo|mensaje|texto|borrador))
        (ellos|el vendedor|la vendedora) (\w+ )?(dice[n]?|dij\w+|escribio|quiere|ofrece|pide)
    """,
    "no": r"""
        ^(no+|nunca|para nada|todavia no|aun no|no quiero|no,? gracias)[.!, ]*$
    """,
    "thanks": r"""
        (muchas |mil )?gracias( .*)?
        (se lo |te lo |le )?agradezco
    """,
    "ok": r"""
        ^((perfecto|excelente|genial|entendido|entiendo|de acuerdo|(esta|que|muy) bien)[,.! ]*)+$
        ^((vale|bueno|bien|si|claro|listo|ya veo|va|sale|correcto)[,.! ]*)+$
    """,
    "hello": r"""
        hola|buen(os|as)? (dias?|tardes?|noches?)|que tal
    """,
}
