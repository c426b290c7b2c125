"""Words by which Spanish is told from other languages that are written in the same letters."""

from __future__ import annotations

from backend.domain.advice.guard.language import any_of, words_of

COMMON = frozenset(
    words_of("""
        a abra acepta aceptar acepte ahi ahora al algo alguien algun alguna algunos alla antes anos
        anuncio anuncios aqui argumento asi aun aunque ayuda baja bajar bajo bajaron bien buen buena
        bueno busca buscar cada calma cambia cambie cambio camino cargo cargos carro carros casi
        cerca cifra cifras claro como compare compra comprador comprar con conteste contra cosa
        cosas
        cual cualquier cuando cuanto cuenta cuesta da dan dar de debe deberia decida decir deje
        del demasiado dentro desde despues dia dias dice dicen diferencia diga digan digales dinero
        dos durante e el ella ellos en encima entonces entre era es esa ese eso espera espere
        esperar esta estaba estan estar este esto estos estas fecha final firma firme fue fuera gana
        guarde gusta ha haber hable hace hacer haga hacia han hasta hay haya hecho historial hola
        hora
        hoy ido iba igual ir irse juego junto la lado las le lea lejos les limite linea llega llegar
        lleva lleve lo los luego lugar mandar mande manana mas me mecanico mejor menos mensaje mes
        meta mi mientras mio mira mire misma mismo modelo momento mucha muchas mucho muchos muestre
        muy nada nadie ni ningun ninguna no noche nos nuestro nueva nuevo numero nunca o obliga
        oferta
        ofrecer ofrezca otra otras otro otros paga pagar pague palabra palabras papel papeles para
        parece parte paso pase pasos perder pero persona pida piden pidio piense plan poco poca
        podria ponga por porque precio precios pregunta preguntan pregunte presupuesto primero
        primer primera puede pueden puedo pues punto que quede quedese queda quien quiera quiere
        quieren quiza razon registro responda respuesta revise ronda se sea seguir segundo segunda
        segun semana senal ser si siempre siga sigue siguiente silencio sin sino sobre solo son
        soy su suba sube subir suena suficiente sus suya suyo tal tambien tampoco tan tanto tarde
        tenga tener tiempo tiene tienen toda todas todavia todo todos tome trabajo tranquilo trato
        un
        una unas uno unos usted ustedes va vale valor van vaya veces vehiculo vendedor vender venta
        ver vez viene vuelva y ya yo
    """)
)

HARMLESS = COMMON - frozenset(
    words_of("""
        abra acepta aceptar acepte bajar cargo cargos cifra cifras comprar cuesta da dan dar decida
        decir del diga digan digales dinero dos ellos es firma firme gana ha hecho la le les limite
        linea llegar lleva lleve mandar mande medio mes meta mi mio muestre nos nuestro oferta
        ofrecer ofrezca paga pagar pague parte pase piden ponga precio precios presupuesto primer
        primera primero puedo punto quedese segunda segundo son soy suba subir suya suyo su sus tal
        tiene tienen toda todas todo todos tome trato un una uno unos usted ustedes va vale valor
        van
        vaya vender venta vendedor compra comprador final anos fecha ronda numero se yo
    """)
)

ELSEWHERE = any_of(r"""
    the|and|you|your|they|them|their|with|for|from|this|that|price|offer|pay|accept|deal|dealer's|
          buy|will|would|should|what|have|not|it|is|are|of|to|on|at|car|today|now|take|tell|sign
    der|das|und|nicht|sie|ich|ist|ein|eine|zahlen|kaufen|preis|heute|jetzt|angebot|händler|mein
    les|des|une|est|vous|pas|pour|payez|achetez|acceptez|prix|offre|maintenant|je|votre|avec|dans
    il|gli|non|paghi|accetta|accetti|prezzo|subito|oggi|venditore|compri|sono|della|offerta
    os|um|uma|não|você|aceite|preço|agora|hoje|pelo|meu|seu|isso|muito
    het|een|niet|betaal|koop|prijs|vandaag|verkoper|mijn
""")
