"""Words by which English is told from other languages that are written in the same letters."""

from __future__ import annotations

from backend.domain.advice.guard.language import any_of, words_of

COMMON = frozenset(
    words_of("""
        a about above accept adds after again ahead all alone already also always am among an
        and another any anyone anything are around as ask asked asks at away back be because
        been before being below best better between both bring but buy by call came can cannot
        car come could day deal dealer did do does doing done down each either else enough even
        ever every everything few find first fix for free friendly from full gave get gets give
        given go goes going good got had has have having he hello help her here high him his
        hold how if in instead into is it its itself just keep kept know last leave less let
        like line little long look low make many may me mean means might mind money more most
        much must my name near need needs never new next no nobody none nor not note nothing now
        of off offer offered often old on once one only open or other others our out over own
        part past pay people plan please point price put quite rather read ready real right
        round said same save say says see seen sell seller send set shall she should show side
        since small so some somebody someone something soon sound stand start stay step still
        stop such sure take talk tell than thank thanks that the their them then there these
        they thing things think this those though through time to today together told too took
        toward turn two under until up upon us use very wait walk want wants was way we well
        went were what whatever when where whether which while who whoever whole whose why will
        wish with within without word words work worth would write writing yes yet you your
        yours
    """)
)

HARMLESS = COMMON - frozenset(
    words_of("""
        accept adds bring buy deal dealer first fix free gave get gets give given go goes going
        got had half him his like low made me meet money offer offered one our part pay
        people price sell seller send shall sound step take talk tell told took two under us use
        want wants wish worth write writing yes
    """)
) | frozenset(
    words_of("""
        although good great hello hi however nice patience remember right since think wait well
        while careful stop hold stay stand open start keep nothing here silence calm
    """)
)

ELSEWHERE = any_of(r"""
    el|los|las|una|del|por|para|que|usted|pague|paga|pagar|acepte|acepta|aceptar|compre|compra|
          precio|ahora|hoy|oferta|vendedor|concesionario|mi|su|esta|este|con|pero|tiene|dinero|
          deuda
    der|das|und|nicht|sie|ich|ist|ein|eine|zahlen|kaufen|annehmen|akzeptieren|preis|heute|jetzt|
          angebot|händler|verkäufer|sofort|mein|ihr|den|dem
    le|les|des|une|est|vous|pas|pour|payez|achetez|acceptez|prix|offre|maintenant|aujourd'hui|
          vendeur|je|mon|votre|avec|sur|dans
    il|lo|gli|non|paghi|accetta|accetti|prezzo|subito|oggi|venditore|compri|sono|della|offerta
    o|os|um|uma|não|você|aceite|preço|agora|hoje|vendedor|compre|pelo|meu|seu
    het|een|niet|betaal|koop|accepteer|prijs|vandaag|nu|verkoper|mijn|en
    jest|nie|kup|cena|dzisiaj|teraz|ile|bez
    bayar|beli|harga|sekarang|terima|satın|fiyat|öde|kabul|hemen|betala|köp|priset|nyt|osta|
          maksa|hinta
    mua|ngay|giá|trả|tiền
""")
