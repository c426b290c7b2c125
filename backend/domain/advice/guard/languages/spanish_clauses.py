"""How Spanish sentences say that they do not say something, or that somebody else does."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Clauses

SELLER = (
    r"(?:vendedor(?:a|es)?|concesionari[oa]s?|agencia|dealer|gerente|lote|distribuidor|negociante)"
)
THEY = rf"(?:ellos|ellas|(?:el|la|los|las|un|cada) {SELLER})"
SAY = (
    r"(?:dice[n]?|dij(?:o|eron)|diran?|diga[n]?|quieren?|querian?|quiera[n]|piden?|pidieron|pidio|"
    r"pediran|propone[n]?|propongan|propus(?:o|ieron)|sugier(?:e|en|an)|sugirieron|ofrecen?|"
    r"ofrezcan|ofrecieron|ofrecio|esper(?:a|an|aban)|intent(?:an|en|aran|ara)|trat(?:an|aran|ara)|"
    r"pretend(?:e|en|an)|insist(?:e|en|an)|escrib(?:e|en|ieron)|llaman|llamen|van a|va a|"
    r"preguntan?|preguntaran|pregunten|busca[n]|promet(?:e|en|an)|exig(?:e|en|an)|actuan|alaban|"
    r"apuran|mencionan|nombran|nombraron|dieron|mandaron|bajaron|subieron|pusieron|anuncian|"
    r"calculan|cobran|hablan?|creen|necesitan|prefieren|le dicen|podrian decir|pueden decir(?:le)?)"
)

CLAUSES = Clauses(
    boundary=re.compile(
        r"[;:.!?]+(?=\s|$)|[“”¿¡]| — |\bpero\b|\bsino\b|\basi que\b|\by\b|\bentonces\b|"
        r"\bluego\b|\bporque\b"
    ),
    negation=re.compile(
        r"\b(?:no|nunca|jamas|nadie|nada|ni|ningun|ninguna|ninguno|sin|tampoco|evite|evitar|"
        r"rechace|resista|ignore|error|trampa|truco|en vez de|en lugar de|antes de|antes que|"
        r"apenas|cuidado con|menos que|equivocado|deje de|niegue|lejos de|contra|difici?lmente)\b"
    ),
    not_negation=re.compile(
        r"\bno (?:lo |le |se |la )?(?:dude|tenga miedo|preocupe|olvide|tema|pierda|piense (?:dos|"
        r"mas|"
        r"tanto)|espere mas|arrepentira|"
        r"sea (?:terc[oa]|timid[oa]|cerrad[oa]|orgullos[oa]|tacan[oa])|"
        r"deje de|tarde|titubee)\b"
        r"|\bno hay (?:problema|duda|nada de malo|razon para no|por que no|motivo para no)\b"
        r"|\bsin (?:duda|dudar|dudarlo|pensarlo|demora|mas|miedo|problema)\b|\bpor que no\b"
        r"|\bno solo\b|\bnada de malo\b|\bno (?:es|esta|estaria|suena|seria)(?: nada)? mal\b"
        r"|\bni lo piense\b|\bsi no\b|\bno importa\b|\bni modo\b|\bcomo no\b"
    ),
    refutation=re.compile(
        r"(?:(?!\b(?:ya que|porque|como|si|cuando|y|pero|asi que|que|quien)\b)[^,;:.!?]){0,45}?"
        r"(?:\b(?:es|seria|son|fue|era) (?:un |una |el |la )?(?:\w+ )?(?:error|trampa|truco|"
        r"tactica|"
        r"mala idea|mal|tonto|tonteria|demasiado|mucho|car[oa]|farol|pose|teatro|idea de ellos)\b"
        r"|\b(?:solo )?(?:favorece|premia|beneficia|ayuda|conviene|paga|sirve) (?:solo )?"
        r"(?:al?|a ellos|el|quien)"
        r"|\b(?:es|sigue siendo|son) (?:su dinero|lo que (?:ellos|los \w+)|de ellos)\b"
        r"|\ble costaria\b|\ble cuesta\b|\bno (?:es|lo es|le|lo|deja|tiene|conviene|vale)\b"
        r"|\bsuena .{0,25}no lo es\b)|.{0,25}\by no lo es\b"
    ),
    subordinate=re.compile(
        r"\b(?:si|cuando|una vez que|aunque|como|despues de que|antes de que|mientras|en cuanto)\b"
        r"[^,;:.]*,"
    ),
    attribution_end=re.compile(
        r"[.;!?:](?=\s|$)|, (?:y|asi que|pero|entonces|o)\b|\b(?:asi que|entonces|por eso|"
        r"por favor)\b| — "
    ),
    attribution=re.compile(
        rf"\b{THEY}(?: \w+){{0,2}} {SAY}\b|(?<!que )\b(?:le |les |se |lo )?{SAY}\b"
        rf"|\b(?:si|cuando|quien|quienes|cualquiera que) (?:le |les |se )?(?:\w+ )?{SAY}\b"
        r"|\b(?:la|una|su|esa|esta) (?:oferta|invitacion|idea|sugerencia|propuesta) de\b"
        r"|\bsegun\b|\busted (?:pregunta|preguntaba|pregunto) si\b|\blo que (?:ellos )?llaman\b"
        r"|\b(?:otra persona|alguien mas|otros)\b"
    ),
    endorsement=re.compile(
        r"\b(?:usted )?(?:deberia|debe|tiene que|le conviene)(?! no| nunca| ignorar| rechazar| "
        r"esperar| decir que no)\b"
        r"|\byo (?:lo |la )?(?:haria|aceptaria|tomaria|pagaria|ofreceria|diria que si)\b"
        r"|\b(?:y )?(?:eso |lo cual )?(?:es|suena|parece|esta)(?: muy| bastante| lo mas)? "
        r"(?:justo|bien|bueno|razonable|sensato|correcto|inteligente)\b(?! y no)"
        r"|\bhagalo\b|\baceptelo\b|\btienen? razon\b|\bestoy de acuerdo\b|\btiene sentido\b"
        r"|\basi que (?:acept|pag|hag|tom|ofre)\w*"
    ),
    condition=re.compile(
        r"\b(?:si|cuando|en cuanto|solo|a menos que|hasta que|una vez que)\b.{0,40}?"
        rf"\b(?:{THEY}|el (?:precio|papel|numero|total)|la hoja|los papeles|baj\w+|lleg\w+|"
        r"pong\w+|quit\w+|este|esten|coincid\w+)\b"
    ),
)
