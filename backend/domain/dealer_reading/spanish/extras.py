"""Fees, add-ons and financing in Spanish. Fees are named in English: the catalogues translate."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.language import Fees, Financing, any_of, following, preceding

_CHARGE = r"(cargos?|cuotas?|comision(es)?|gastos?|costos?|tarifas?)"

FEES = Fees(
    names={
        "doc fee": any_of(rf"""
            {_CHARGE} (de|por)( los)? (documentacion|documentos?|papeleo|papeles|tramites?|gestoria)
            documentacion|papeleo|tramites?|(?<=de )gestion(es)?|(?<=por )gestion(es)?
        """),
        "dealer fee": any_of(
            rf"{_CHARGE} (de|del|por)( el| la)? (concesionari[oa]|agencia|dealer|vendedor)"
        ),
        "processing fee": any_of(
            rf"{_CHARGE} (de|por) (procesamiento|proceso|administracion|servicio)|{_CHARGE} "
            r"administrativ[oa]s?"
        ),
        "destination fee": any_of(
            rf"{_CHARGE} (de|por) (destino|flete|entrega|envio|transporte)|flete"
        ),
        "acquisition fee": any_of(
            rf"{_CHARGE} (de|por) (adquisicion|reacondicionamiento|preparacion|inspeccion)"
        ),
        "title and registration": any_of(rf"""
            ({_CHARGE} (de|por) )?((el|la|las|los) )?(titulo|placas|registro|matricula)\
              ((,| y|,? y)? (el |la |las |los )?(titulo|placas|registro|matricula)){{0,3}}\
              (?! (limpio|salvage|reconstruido|en mano))
        """),
        "taxes": any_of(r"(los )?impuestos?( de venta)?|taxes|tax|iva"),
        "market adjustment": any_of(r"ajuste (de|del|por) (el )?mercado|sobreprecio|mark-?up"),
        "protection package": any_of(r"""
            (paquete|plan|kit) de (proteccion|seguridad|apariencia|accesorios)
            proteccion (de|para) (la )?(pintura|tela|vestidura)
        """),
        "coating": any_of(
            r"(recubrimiento|tratamiento|sellador)( (ceramico|antioxidante|de pintura))?"
            r"|ceramico|antioxidante"
        ),
        "extended warranty": any_of(
            r"garantia extendida|(contrato|plan) de (servicio|mantenimiento)"
        ),
        "gap insurance": any_of(r"(seguro|cobertura|poliza) gap|gap"),
        "nitrogen": any_of(r"nitrogeno( en las llantas)?"),
        "VIN etching": any_of(r"grabado( (del?|en) (el )?(vin|vidrios?|cristales))?"),
        "theft protection": any_of(
            r"lo-?jack|(sistema )?(antirrobo|gps|alarma|rastreador|localizador)"
        ),
        "add-ons": any_of(r"accesorios|agregados|extras"),
        "fees": any_of(
            r"(otros |los |demas |todos los )?(cargos?|comision(es)?|gastos)"
            r"( adicionales| extras?)?"
        ),
    },
    amount_follows=re.compile(
        r"(?: (?:es|son|de|del|por|a|en|cuestan?|vale[n]?|seria[n]?|sale[n]? en|aparte|adicional"
        r"|de la|solo|apenas|otros|unos|como|obligatorio|estandar|el|la|un|una|que|va[n]?))*"
        r"(?: ?[:=(-]+)? ?"
    ),
    amount_precedes=re.compile(
        r" ?\)?(?: (?:de|del|por|para|en|el|la|los|las|un|una|dolares|mas|aparte|adicionales"
        r"|obligatorios?|extra|que|cuesta|es|son|cubre[n]?))* ?-? ?"
    ),
    waived_before=any_of(
        r"""
        (sin|no (hay|cobramos|le cobro|lleva|tiene|paga)|ningun|cero|quit(o|amos)|olvidese de\
          |regal(o|amos)|le regalo|incluye|incluid[oa]s?|gratis|con|ya con|libre de)( (el|la|los\
          |las|un|una|todos|ningun|cargos?|costos?|de|por|mas|otros|titulo|tramites|impuestos|y))*
        """,
        end=r" ?\Z",
    ),
    waived_after=following(r"""
        ((y|e) [a-z]+ )?((ya )?(esta[n]?|va[n]?|viene[n]?|son|es) )?(incluid[oa]s?|gratis|por\
          (nuestra|mi) cuenta|sin (costo|cargo))
    """),
)

_DOWN = r"(enganche|anticipo|entrada|inicial|down|pronto pago|cuota inicial)"

FINANCING = Financing(
    monthly_after=following(
        r"""
        (dolares )?(/|al?|por|cada|a el|x) ?mes
        (dolares )?(mensual(es|mente)?|de mensualidad|cada mes)
    """,
        start="[ -]?",
    ),
    monthly_before=preceding(r"""
        (mensualidad(es)?|pagos?( mensual(es)?)?|cuotas?( mensual(es)?)?)( (de|del|es|son|desde\
          |seria[n]?|queda[n]?|en|por|solo|unos|como|baj[oa]s?|comodos?))*
        al mes( (son|serian|queda[n]?|paga|pagaria|solo|en|unos))+
    """),
    months=re.compile(
        r"(?<![\w.,$])(\d{2,3})(?:[ -]| ?x ?)?(?:meses|mensualidades|pagos|cuotas)(?!\w)"
    ),
    years=re.compile(
        r"(?<![\w.,$])"
        r"(?:(?<=(?<!\w)a )(?=\d anos)|(?=\d anos (?:de )?(?:plazo|financ|credito|presta)))"
        r"(\d) anos(?!\w)"
    ),
    down_after=following(
        rf"""
        (dolares )?(de|como|para( el)?|por) ({_DOWN}|adelanto)
        (dolares )?(al firmar|a la firma|por adelantado)
    """,
        start="[ -]?",
    ),
    down_before=preceding(rf"""
        {_DOWN}( (de|del|es|seria|son|minimo|solo|por|desde|unos|como))*
        (dando|poniendo|da|pone|si da|si pone)( (un|unos|solo))*
    """),
    no_down=any_of(rf"(sin|cero( de)?|nada de|\$?0 (de )?)( nada de)? ?{_DOWN}"),
)
