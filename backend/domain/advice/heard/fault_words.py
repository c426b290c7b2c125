"""The words for faults of a car, in English and Spanish, and for where on it they are."""

from __future__ import annotations

import re
from enum import StrEnum

from backend.domain.advice.heard.expressions import rule
from backend.locales import translatable


class Kind(StrEnum):
    """What a fault means for the price and for what to ask."""

    RUST = "rust"
    ACCIDENT = "accident"
    WATER = "water"
    MECHANICAL = "mechanical"
    WEAR = "wear"
    BODY = "body"


def _known(kind: Kind, name: str, words: str) -> tuple[re.Pattern[str], Kind, str]:
    return rule(words), kind, name


FAULTS = (
    _known(
        Kind.RUST,
        translatable("the rust"),
        r"""
            (rust(y|ed|ing)?|corrosion|corroded)(?![- ]?(proof\w*|protection))|oxido
            oxidad[oa]s?|herrumbre
        """,
    ),
    _known(
        Kind.ACCIDENT,
        translatable("the accident"),
        r"""
            accidents?(?! (history|report|record)s?)|crash(ed)?|wreck(ed)?|collisions?
            fender bender|accidentes?|accidentad[oa]|choques?|chocad[oa]
        """,
    ),
    _known(
        Kind.WATER,
        translatable("the flood damage"),
        r"""
            flood(ed|ing)?|water damaged?|inund\w+
        """,
    ),
    _known(
        Kind.WATER,
        translatable("the mold"),
        r"""
            mold(y)?|mildew|moho|humedad
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the hail damage"),
        r"""
            hail( damaged?)?|granizo|granizad[oa]
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the dent"),
        r"""
            dents?|dented|dings?|abolladuras?|abollad[oa]|golpes?|golpead[oa]|bollos?
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the scratches"),
        r"""
            scratch(es|ed)?|scrapes?|scuffs?|rayon(es)?|rayad[oa]s?|rasgunos?|raspon(es)?
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the crack"),
        r"""
            (crack(s|ed)?|chip(s|ped)?)(?! (in|down)(?! the))|grietas?|rajad[oa]s?|rajaduras?
            estrellad[oa]
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the paint"),
        r"""
            (paint(work)?|repaint(ed)?|clear ?coat|respray(ed)?)(?! (protection|sealant))
            pintura|repintad[oa]
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the leak"),
        r"""
            (oil |coolant |water |fluid )?leak(s|ing|y)?(?! (my|to|that))|fugas?|goteras?|gotea
            tira aceite
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the warning light"),
        r"""
            (check[- ]engine|warning|engine|airbag|abs|dash(board)?) lights?
            (luz|testigo) (de(l)? )?(motor|tablero|advertencia|check engine)
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the noise"),
        r"""
            (strange |weird |odd )?noises?|rattl(e|es|ing)|squeak(s|ing)?|clunk(s|ing)?
            engine knock(s|ing)?|knocking (noise|sound)|grinding|ruidos?|rechinid\w+
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the smoke"),
        r"""
            smok(e|es|ing)|humo|humea
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the vibration"),
        r"""
            vibrat(es|ion|ions|ing)|(it|car|wheel|engine) shak(es|ing)|shudder(s|ing)?
            vibra(cion(es)?)?
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the transmission"),
        r"""
            transmission|gear ?box|clutch|transmision|caja de cambios|embrague
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the engine"),
        r"""
            (bad |blown |misfiring )?engine|head gasket|timing belt|motor|junta de culata
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the air conditioning"),
        r"""
            (the )?(a/c|ac|air[- ]?con(ditioning|ditioner)?)|aire acondicionado
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the suspension"),
        r"""
            suspension|shocks|struts|amortiguador(es)?
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the battery"),
        r"""
            (weak |dead |old )?battery|bateria
        """,
    ),
    _known(
        Kind.WEAR,
        translatable("the tires"),
        r"""
            (bald |worn |old |bad )?tires|llantas|neumaticos
        """,
    ),
    _known(
        Kind.WEAR,
        translatable("the brakes"),
        r"""
            brakes|brake (pads?|discs?|rotors?)|frenos|balatas
        """,
    ),
    _known(
        Kind.WEAR,
        translatable("the seats"),
        r"""
            (torn |ripped |stained )seats?
            (seats?|interior|upholstery) (is|are|was) (torn|ripped|stained|worn)
            asientos? (rot[oa]s?|roid[oa]s?|manchad[oa]s?)
        """,
    ),
    _known(
        Kind.WEAR,
        translatable("the smell"),
        r"""
            smell(s|ing|y)?|smoker('s)?|odor|stinks?|olor|huele
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the damage"),
        r"""
            damaged?(?! my)|broken|defects?|flaws?|faults?|danos?(?! (un|el|su))|danad[oa]s?
            defectos?|rot[oa]s?|fallas?
        """,
    ),
)

PLACES = (
    (
        translatable("on the frame"),
        rule(r"""
            frame|chassis|underbody|undercarriage|under(neath)? (the )?(car|truck|it)|chasis
            bastidor|por debajo
        """),
    ),
    (
        translatable("on the door"),
        rule(r"""
            doors?|puertas?
        """),
    ),
    (
        translatable("on the bumper"),
        rule(r"""
            bumpers?|defensas?|parachoques|paragolpes
        """),
    ),
    (
        translatable("on the hood"),
        rule(r"""
            hood|cofre|capo
        """),
    ),
    (
        translatable("on the fender"),
        rule(r"""
            fenders?|salpicaderas?|guardabarros|guardafangos
        """),
    ),
    (
        translatable("in the windshield"),
        rule(r"""
            wind ?shield|parabrisas
        """),
    ),
    (
        translatable("on the roof"),
        rule(r"""
            roof|techo
        """),
    ),
    (
        translatable("at the rocker panels"),
        rule(r"""
            wheel wells?|rocker panels?|rockers?|estribos?
        """),
    ),
    (
        translatable("at the trunk"),
        rule(r"""
            trunk|tailgate|cajuela|maletero|portatrasera
        """),
    ),
    (
        translatable("in the bed"),
        rule(r"""
            bed|caja|batea
        """),
    ),
)
