"""What Spanish sentences must not say."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Phrases, any_of
from backend.domain.advice.guard.languages.spanish_clauses import SELLER, THEY

_LIMIT = (
    r"(?:limite|maximo|tope|presupuesto|techo|cifra (?:maxima|limite|tope)|"
    r"precio (?:limite|maximo|tope|meta|objetivo|de retiro|de salida))"
)
_GAP = r"(?:diferencia|brecha|distancia|resto|lo que (?:los |nos |les )?(?:queda|falta|separa))"
_SELLERS = rf"(?:{SELLER}|ellos)"
_NOW = r"(?:hoy|ahora|ya|de inmediato|enseguida|cuanto antes|de una vez|esta (?:noche|tarde))"
_SO = (
    r"(?: (?:ya|hoy|ahora|tambien|claramente|abiertamente|enseguida|de una vez|desde el principio|"
    r"al principio|primero|sin rodeos|tal cual|en su (?:primer |proximo )?mensaje|con toda "
    r"franqueza)){0,2}(?= ?[.,;!”)]|$)"
)
"""How "dígaselo" ends where it speaks of what was said before."""

PHRASES = Phrases(
    middle=any_of(rf"""
        (?:part|divid|repart|compart|divida|reparta)(?:ir|a|an|iendo|e|en|imos|amos|anse|anla|irse|
          ase)?(?:se|la|selo)? (?:\w+ ){{0,3}}{_GAP}
        (?:a|en|hasta|por) (?:la )?mitad del? (?:camino|trayecto)|a medio camino|medio camino
        a medias|mitad y mitad|(?:punto|termino|terreno) medio|cincuenta (?:y )?cincuenta|
          50 ?[/-] ?50
        (?:en|al|por) (?:el )?(?:medio|centro|punto central)(?! de la sala)
        (?:el )?(?:centro|medio) (?:de|entre) (?:las|los|ambos|ambas)
        la mitad de (?:la (?:diferencia|brecha|distancia)|lo que|esa (?:diferencia|distancia)|eso)
        (?:ced|pong|d)(?:a|e|er|an|en|ar|amos) (?:\w+ ){{0,2}}la mitad|ponga la mitad
        que (?:cada|ellos|los dos) (?:\w+ ){{0,3}}(?:la|otra) mitad
        (?:el |un )?promedio (?:de|entre)|promedi(?:e|ar|en)
        (?:justo |exactamente |quede |quedar |situado )*entre (?:el suyo|(?:los|
          las) dos (?:precios|numeros|cifras|ofertas)|
          ambas (?:cifras|ofertas)|
          su \w+ y (?:el|la|los) de)
        (?:sum(?:e|ar)|la suma de) .{{0,25}}(?:entre dos|la mitad)|justa medida|a la mitad(?= |
          [.,]|$)(?! de precio)
        (?:tanto|lo mismo) (?:como|que) (?:ellos|usted|ella|el)(?: \w+)? (?:baj|sub|ced|mov)\w*
        (?:baj|sub)\w+ (?:lo mismo|tanto) (?:que|como)|paso a paso hasta|una mitad de lo
        cada (?:quien|uno|parte|lado|cual)(?: \w+){{0,3}} (?:ceda|ceder|ceden|mitad|lo mismo|ponga|
          cede|de un paso)
        (?:los dos|ambos|ambas partes|las dos partes)(?: \w+){{0,2}} (?:ced\w+|se mueven|
          se acerquen|
          se encuentr\w+|pongan)
        ceder? lo mismo|cedan lo mismo|encuentr\w+(?: \w+)? (?:en medio|en el centro)
        concesiones iguales|pasos iguales
    """),
    commits=any_of(r"""
        (?<!si )(?<!cuando )(?<!que )(?:aceptamos|nos comprometemos|me comprometo|compramos|
          firmamos)
        (?<!no )(?:acepto|compro|firmo)(?= (?:su|la|el|en|ese|esa|por|con|de)|[.,!;”]|$)
        (?:ya|acabo de) (?:lo |la |le |les )?(?:he )?(?:acept\w+|cerr[eao]\w*|confirm\w+|firm\w+|
          compr\w+|promet\w+|acord\w+|arregl\w+|reserv\w+|apart\w+|comprometi\w+|avis\w+|inform\w+|
          di|mand\w+|escribi|envi\w+)(?= |[.,!;]|$)(?! mi respuesta| un numero| mi numero)(?<!ya di)
        (?:les|le) (?:dije|prometi|confirme|avise|aseguro|di|comunique|informe|notifique) (?:que|
          al|a
          \s(?:la|los|ellos)|(?:mi|su|nuestra) palabra|el si|un si)
        (?:hemos|he) (?:aceptado|acordado|cerrado|firmado|comprado|confirmado|prometido|quedado)
        trato (?:hecho|cerrado)|negocio (?:hecho|cerrado)|es un trato|hay trato
        (?:tenemos|tiene usted|ya tiene) (?:un )?(?:trato|acuerdo)(?= con|[.,!;]| hecho| cerrado|$)
        (?:en|a) su nombre|a nombre suyo|a nombre de usted|en nombre (?:suyo|de usted)
        (?:acepte|firme|cerre|compre|arregle|hice|di|prometi|confirme|cierre)(?: \w+){0,3} por usted
        nos quedamos con|nos lo llevamos|lo tomamos|quedamos en (?:eso|que|un)|ya quedamos
        nos comprometimos|me comprometi|di (?:mi|nuestra|su) palabra|di el si|dimos el si
        (?:delo|dela|de|damos|doy|considere|considerelo|considerela)(?: \w+)? (?:por )?(?:hech|
          vendid|cerrad|comprad)[oa](?: \w+)?
        (?:su|la) (?:aceptacion|confirmacion)(?: \w+)? (?:fue|ha sido|esta|salio|quedo)
        (?:usted )?(?:ya )?(?:esta|queda|quedo) (?:comprometid|obligad|atad)[oa]
        usted se (?:queda|quedo|quedara) con (?:el|la)
        lo arregle|hice el trato
    """),
    commits_unless_agreed=any_of(r"""
        (?:la (?:compra|venta|operacion)|el (?:trato|negocio|acuerdo)|todo)(?: ya)? (?:esta|queda|
          quedo|fue|es)(?: \w+)? (?:cerrad|hech|acordad|list|definitiv|concluid|confirmad|arreglad|
          firmad)[oa]|venta (?:es )?(?:final|definitiva)
        (?:el|este|la|su) (?:carro|auto|coche|vehiculo|camioneta)(?: ya)? (?:es|sera) (?:suy[oa]|de
          \susted)|(?<!decision )(?<!palabra )(?<!culpa )(?<!pregunta )es suy[oa](?= |[.,!;]|
          $)(?! la| el)|y es de usted
        (?:esta|quedo|fue) (?:vendid|apartad|reservad)[oa]|ya tiene (?:carro|auto|coche|su carro)
        felicidades|felicitaciones|enhorabuena
        (?:usted )?ya (?:acepto|compro|firmo|acordo|esta (?:todo )?(?:acordado|hecho|cerrado))
    """),
    acts=any_of(r"""
        (?:di|dimos) (?:la )?(?:luz verde|visto bueno|el si)|(?:llegamos|llegue) a un (?:acuerdo|
          trato)
        nos pusimos de acuerdo|apalabrad[oa]|cerramos|(?:aprete|conteste|
          confirme) .{0,25}(?:por usted|de su
          \sparte)|ya les dije|usted es el (?:comprador|dueno)|le entregan las llaves
    """),
    for_dealer=any_of(rf"""
        (?:{SELLER}|extras|cargos|garantia|financiamiento|accesorios) (?:\w+ )?(?:es|son|
          tienen?) (?:\w+ )?(?:una? |
          muy )?(?:muy )?(?:gran|buen|buena|excelente|maravillos|honest|confiabl|inversion)\w*
        (?:quiero|queremos) que (?:el |la )?(?:{SELLER})(?: \w+)? (?:quede|este|salga)
        (?:esperar|espera)(?: mas)? (?:es|seria) (?:un |una )?(?:tonter|error|riesg|locura)\w*
        no hay (?:por que|nada que|necesidad de|razon para) (?:discut|revis|negoci|regate|compar|
          pregunt)\w*
        (?:importa|vale) mas (?:la )?(?:rapidez|prisa|comodidad)|se lo debe
        (?:firm|compr|decid|cierr|acept|apart|pag|reserv|apur)(?:e|a|ese|ase)(?:lo|la|los)?
          (?: \w+){{0,2}} {_NOW}(?: mismo)?
        antes (?:de )?que (?:\w+ ){{0,4}}?(?:lleve|compre|sea tarde|acabe|cambie|suba|desaparezca|
          venda|gane|arrepienta)
        (?:apurese|dese prisa|corra|no pierda (?:el )?tiempo|no (?:deje|pierda) (?:pasar|
          escapar|ir|esta oportunidad)\w*)|(?:ultima|unica) oportunidad|ahora o nunca
        (?:manana|despues|luego)(?: ya)? (?:no (?:habra|hay|estara|va a)|lo pierde|sera tarde)
        si no (?:firma|compra|decide|acepta)(?: \w+){{0,3}} (?:pierde|perdera|arrepentira)
        (?:los )?precios? (?:solo )?(?:van a|va a|subiran|subira|suben) ?(?:subir|aumentar)?(?= |
          [.,]|$)
        (?:pague|pagar|pagueles|paguele|pagarles|dar|darles|
          deles) (?:\w+ )?lo que (?:{THEY} )?(?:le |
          les )?
          (?:piden?|quieren?|cobran?|pidan|digan|dicen)
        pag(?:ue|ar|ando)(?:lo|les)? (?:el|su) (?:precio )?(?:completo|de lista|pedido|total|
          sticker|
          de etiqueta|anunciado)
        (?:confie|confiar|crea|creer)(?:le|les)?(?: \w+){{0,2}} (?:en )?(?:el|la|su|ellos|al?|
          lo que) ?
          (?:{_SELLERS}|palabra|primer precio|dicen|precio)?|(?:creale|creales) (?:al?|a)?
        (?:{THEY}|su primer precio|su precio|no se) (?:\w+ )?(?:es|son|ha sido|han sido|fue|
          esta siendo) (?:muy |bastante )?(?:honest|just|amabl|generos|confiabl|sincer)\w+
        (?:el|ellos) saben? (?:muy bien )?(?:lo que|cuanto) (?:vale|hacen?)
        no (?:va a |podra |puede |se |le |lo |hay |habra )*(?:encontr\w+|consegu\w+|hall\w+|hay|
          habra|
          haber|mejor\w+)(?: \w+)? (?:mejor|mas barat|igual)\w*|no va a mejorar
        (?:en |que )?(?:el |la )?nuestr[oa]s? (?:concesionari|agenci|lote|preci|ofert|vendedor|
          inventari)\w*|precio que el nuestro|en la agencia quer\w+|nosotros en
        (?:valoramos|agradecemos|apreciamos) su (?:compra|preferencia|negocio|visita)
        mi (?:trabajo|meta|mision) es (?:que|vender)|que (?:se venda|se lleve) (?:este|el)
        (?:estoy|vine) (?:aqui )?para (?:ayudar|apoyar|servir)(?:le)? al? (?:la )?{SELLER}
        (?:trabajo|trabajamos|ayudo|represento)(?: \w+)? (?:para|por|a|al)(?: el| la|
           los)? {_SELLERS}
        (?:sea|ser|muestrese) (?:\w+ )?(?:generos|razonabl|flexibl|comprensiv)\w+
        no (?:les )?(?:esconda|oculte|se guarde) (?:su|el) {_LIMIT}
        ganarse la vida|gan(?:e|ar|en) (?:bien|algo|su dinero)|se lo merecen?|merecen? (?:un|ganar|
          su)
        (?:pag|acept|tom|compr|contrat|agreg)(?:ue|e|ar|arlos|elos)? (?:\w+ ){{0,2}}(?:cargos|
          garantia|extras|proteccion|financiamiento|prestamo|seguro de ellos|paquete)
        (?:pague|acepte|tome|compre|contrate|agregue|anada|sume|pida) (?:cada|cualquier|tod[oa]s?
          (?: los| las| sus| esos| esas)?) (?:extras?|cargos?|garantias?|paquetes?|accesorios?|
          protecciones|adicional(?:es)?|mejoras?)
        (?:los |sus |esos )(?:cargos|costos) (?:\w+ )?(?:son|estan) (?:\w+ )?(?:normal|just|
          razonabl|
          bien)\w*
        no (?:hace falta|es necesario|necesita|vale la pena|
          pierda tiempo en) (?:\w+ ){{0,2}}(?:inspec|
          revis|mecanic|prueba|histori|leer)\w*|salt(?:e|ese|arse) (?:la|el) (?:inspec|prueba|revis|
          histori)\w*|todos lo hacen|todo el mundo lo hace
        (?:lo que|cuanto) (?:piden|cobran) (?:es|vale) (?:lo que vale|just\w+|razonabl\w+)
        lo que (?:piden|cobran|dicen) es (?:lo que vale|justo|correcto)
        (?:es|seria) (?:una )?(?:ganga|regalo|oportunidad unica)(?! para ellos)
        vale (?:cada (?:dolar|centavo)|lo que piden|el precio)
        no (?:vale la pena|tiene (?:caso|sentido)|sirve(?: de nada)?) (?:regatear|negociar|discutir|
          pelear)
        (?:haga|hagale|siga|obedezca) (?:caso a |lo que )(?:{THEY}|(?:le )?(?:dicen|piden|digan))
    """),
    praise=any_of(r"""
        (?:es|parece|suena|esta|sigue siendo)(?: \w+)? (?:a )?(?:un |una )(?:muy |realmente )?(?:
          buen|buena|gran|excelente|estupend[oa]|fantastic[oa]|magnific[oa]|inmejorable|just[oa]|
          razonable) (?:precio|oferta|trato|negocio|compra|numero|cifra|valor)
        (?:es|parece|suena|esta)(?: \w+)? (?:un |una )(?:precio|oferta|trato|negocio|numero|cifra)
          \s(?:muy |realmente |mas que |bastante )?(?:buen[oa]|just[oa]|razonable|excelente|
          inmejorable)
        (?:su|el|la|ese|esa|este|esta|ultim[oa]) (?:precio|oferta|numero|cifra|
          propuesta)(?: de ellos
          | del vendedor)? (?:es|parece|suena|esta)(?: \w+)? (?:muy |bastante |mas que )?(?:bien|
          buen[oa]|just[oa]|razonable|excelente|inmejorable|honest[oa])
        (?:buen|excelente|gran) (?:trato|negocio|oferta)(?= [.,!;”]|[.,!;”]|$)
    """),
    exceeds=any_of(rf"""
        (?:pas|exced|rebas|super|sobrepas)(?:e|a|ar|er|ese|ase|arse|erse|an)(?: \w+){{0,3}}?
          \s(?:de |por encima de |a )?(?:su|el|ese|este|del) {_LIMIT}
        (?:vaya|ir|irse|suba|subir|llegue|pague|ofrezca|gaste|pase|pasar|estirese)(?: \w+){{0,2}}?
          \s(?:mas alla|por encima|arriba|mas arriba) (?:de|del) (?:su |el )?(?:{_LIMIT}|lo que)
        (?:suba|subir|subalo|aumente|aumentar|estire|estirar|olvide|olvidese|ignore|eleve|elevar|
          afloje|relaje|mueva|cambie)(?: de)?(?: un poco)? (?:su|el|ese|del) {_LIMIT}
        (?:gaste|gastar|pague|pagar|ofrezca|ofrecer)(?: \w+){{0,2}}? mas (?:de lo que|que lo que|
          de lo|
          de la cuenta)(?: \w+){{0,3}}
        romper su propia (?:regla|promesa)|(?:su|el) {_LIMIT} como (?:una|algo)
        (?:le alcanza|puede) (?:para |dar )?un (?:poco|poquito) mas|no hay verguenza en pagar
        cueste lo que cueste|lo que sea (?:necesario|con tal)|a cualquier precio
        sin importar (?:el precio|cuanto cueste)|(?:un poco|algo) (?:mas )?arriba de su {_LIMIT}
        (?:su|ese|el) {_LIMIT} (?:es|esta|parece) (?:\w+ )?(?:estrict|baj|cort|rigid|ajustad)[oa]
    """),
    accepts=any_of(r"""
        acept(?:e|ar|a|ando|aria|emos)(?:lo|la)(?= |[.,;!]|$)(?! solo| cuando| si)
        acept(?:e|ar|ando|eles|arles)(?:les|le)? (?:\w+ )?(?:el|la|su|ese|esa|este|esta|lo que|
          de una
          \svez|de inmediato|ya)(?= |[.,;!]|$)
        (?:tom|agarr|aprovech)(?:e|ar|ue|elo|ela|uelo)(?:lo|la)? (?:la|el|su|esa|ese|esta|este)
          \s(?:\w+ )?(?:oferta|precio|trato|numero|contraoferta|oportunidad|propuesta)
        (?:tomelo|tomela|agarrelo|agarrela|aprovechelo|aprovechela)(?! con| en serio| a pecho|
           como| o)
        (?<!solo )(?:dig|dec)(?:a|ales|ale|ir|irles|irle)(?: \w+)? que si(?= a| |[.,;!]|$)
        (?:dele|deles|darles|darle|de) (?:el|un) si(?= |[.,;!]|$)
        no (?:regatee|negocie|discuta|pelee)(?:n)?(?: mas)?(?=[.,;! ]|$)(?! (?:una|un|el|la|con|de))
        deje (?:ya )?de (?:regatear|negociar|discutir)|sin (?:regatear|negociar|discutir)|basta de
          \s(?:regateo|negociar)
        (?:haga|firme|escriba) (?:el|un) cheque|la cantidad completa|(?:entregue|deles|
          darles) (?:lo que|el precio)
        estar de acuerdo y|lo mejor (?:ahora )?es (?:aceptar|ceder|estar de acuerdo)|asi que ceda
        cierre(?:lo)? (?:el trato|hoy|ya|la compra|de una vez|ahora|con ellos)|cierre(?=[.,;!]|$)
        firme(?:lo)?(?: (?:aqui|el contrato|los papeles|ya|de una vez|hoy))?(?=[.,;!]|$)
        compre(?:lo|la)(?=[.,;! ]|$)|estreche(?:le)? la mano
        (?:llev|qued)(?:e|ese|arse|esel[oa])(?:lo|la)?(?: con)? (?:el|ese|este|su) (?:carro|auto|
          coche|
          vehiculo)(?! con| a | al )
        igual(?:e|ar|elo)(?: \w+)? (?:su|el|la|ese) (?:\w+ )?(?:precio|oferta|numero|cifra)
        (?:deles|darles|paguele|pagueles|entregue(?:les)?) (?:lo que|el precio|su precio)
        (?:pague|ofrezca) (?:eso|lo mismo|ese precio|su precio)(?=[.,;! ]|$)
    """),
    reveals=any_of(rf"""
        que (?:{THEY} )?(?:lo )?(?:sepan?|conozcan?|se enteren?|oigan?|escuchen?)
        (?:{THEY}|que) (?:\w+ )?(?:deberian?|deben?|tienen? que|pueden?|necesitan?|les conviene|
          merecen?|tienen? derecho a)
          \s(?:conocer|saber|enterarse|oir|ver)
        (?:diga|cuente|revele|comparta|mencione|explique|muestre|ensene|confiese|declare|
          informe|comunique|adelante|descubra|ponga|confie)(?:les|le|los|lo|selo|sela|selos)?|
          (?:mande|envie)(?:les|le|selo|sela)
        (?:contar|revelar|compartir|mencionar|explicar|mostrar|ensenar|confesar|informar|adelantar)
          (?:les|le|lo|selo)?
        (?:decir|decirles|decirle|contarles|contarle|diciendo|revelar|revelarles)(?: \w+)?
        conteste con la verdad|deje caer|abrase con|deles una idea|empiece por decir
        (?:haga(?:les|le)?|hacer(?:les|le)?) saber|de(?:les|le)? a conocer
        (?:sea|ser) (?:\w+ )?(?:franco|franca|honesto|honesta|sincero|sincera|abierto|abierta|
          transparente|claro)
        (?:sepan|sepa|supieran|supiera|conozcan?|conocer|conocieran|saber|se enteren|escuchen)
    """),
    passes_on=any_of(rf"""
        (?:diga|cuente|comente|comunique|confie|confiese|revele|comparta|mencione|escriba|envie|
          mande|muestre|explique|adelante|informe|avise|transmita|pase|haga|deje|repita)
          (?:selo|sela|selos|lo|la)(?: saber)?(?: (?:al?|a el|a ella|a ellos)(?: la| los)?
          (?: {_SELLERS})?)?{_SO}
        (?:diga|cuente|avise|informe|comente|comunique|escriba|mande|haga)(?:les|le)
          (?: saber)?(?: (?:eso|esto|asi|de eso|de esto))?(?: (?:al?|a los|a la) {_SELLERS})?{_SO}
        (?:que|para que) (?:{THEY} )?(?:lo|la) (?:sepan?|conozcan?|oigan?|vean?)(?: {THEY})?{_SO}
        (?:deben|deberian|pueden|podrian|tienen que|merecen) (?:saber|conocer|oir|ver)(?:lo|la){_SO}
        que se enteren?(?: {THEY})?{_SO}|no (?:se )?(?:lo|la) (?:oculte|esconda|calle|guarde){_SO}
    """),
    secret_words=any_of(rf"""
        (?<!mas de )(?<!sobre )(?:(?:su|mi|nuestro|el|tu)(?: \w+)? |del? )?{_LIMIT}(?! de (?:ellos|
          rondas))
        (?:su|mi|la) meta(?! de ellos)|hasta cuanto|hasta donde (?:puede|podria|llegaria|esta)
        cuanto (?:\w+ )?(?:puede|podria|puedo|esta dispuest[oa]|quiere|tiene|
          piensa)(?: \w+)? (?:pagar|
          gastar|llegar|dar)|(?:lo )?(?:maximo|mas) que (?:puede|podria|esta|pagaria|puedo)
        (?:a|en) (?:que|el|cual) precio (?:en el que |al que )?(?:usted )?(?:se )?(?:\w+ )?(?:retir|
          levant|ir|marcha)\w*|(?:el |un )?(?:precio|punto|numero) en el que (?:usted )?(?:se )?\w+
        (?:el )?(?:numero|precio) mas alto|(?:su )?cartera|su raya|cuanto (?:esperaba|pensaba|
          queria) (?:pagar|gastar)
        (?:sus|las) cartas(?: sobre| en)|(?:su )?numero (?:real|verdadero)
    """),
    own_limit=any_of(rf"""
        (?:mi|nuestro)(?: \w+)? {_LIMIT}|mi meta|nuestra meta
        lo (?:maximo|mas) que (?:puedo|podria|pago|pagaria|estoy|voy|doy)
        (?:podria|puedo|podemos|estoy dispuest[oa] a|estaba list[oa] para|llegaria|pagaria|iria|
          subiria)(?: \w+)? ?(?:llegar|pagar|subir|gastar|ir)? (?:hasta|como maximo|a lo mas)
        (?:espero|esperaba|pensaba|queria|planeaba|tenia (?:previsto|planeado)) (?:pagar|gastar)
        como (?:maximo|mucho|tope)|hasta
    """),
    own=re.compile(r"\b(?:sus?|los|las|unos) $"),
    first_person=any_of(r"""
        (?:puedo|podria|podemos|voy a|estoy (?:list[oa]|dispuest[oa]) (?:a|para))(?: \w+)? (?:pagar|
          dar|ofrecer|gastar|llegar|estirarme|subir)
        (?:pagare|pagaria|dare|ofrecere|ofrezco|pago|doy|subo|llego)
    """),
    leaks=any_of(r"""
        (?:mis|las|tus|sus) instrucciones(?! de (?:uso|manejo))|mensaje del sistema|prompt|
          mis reglas
        (?:ignor|olvid|descart)\w+ (?:todas? )?(?:las |tus |sus |mis |estas )?(?:instrucciones|
          reglas)
        como (?:una |un )?(?:ia|inteligencia artificial|modelo de lenguaje|asistente virtual)
        modelo de lenguaje|modo (?:desarrollador|administrador|dios|dan)|bajo datos|lista de datos
        soy (?:ahora )?(?:el vendedor|un pirata|el concesionario|dan|otro)|(?:sistema|asistente|
          usuario|vendedor|comprador)\s?:
        (?:ahora )?(?:trabajo|actuo|hablo) (?:para|como) (?:el )?(?:vendedor|concesionario)
        nuevas? (?:reglas|instrucciones|politica)|me (?:han )?(?:pidieron|ordenaron|programaron|
          dijeron) (?:que|para)
        system prompt|my instructions|ignore (?:all |previous |your )+\w+|language model|as an ai
        system\s?:|assistant\s?:|jailbreak\w*|pwned|hacked
    """),
)
