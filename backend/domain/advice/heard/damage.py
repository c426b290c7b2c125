"""Faults of a car that a buyer names: what they are called, and of what kind they are."""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import StrEnum

from backend.domain.advice.heard.rules import plain, rule
from backend.locales import translatable


class Kind(StrEnum):
    """What a fault means for the price and for what to ask."""

    RUST = "rust"
    ACCIDENT = "accident"
    WATER = "water"
    MECHANICAL = "mechanical"
    WEAR = "wear"
    BODY = "body"


@dataclass(frozen=True)
class Fault:
    """A fault that somebody named. ``name`` and ``place`` are texts of the catalogues."""

    kind: Kind
    name: str
    place: str | None = None


def _known(kind: Kind, name: str, words: str) -> tuple[re.Pattern[str], Kind, str]:
    return rule(words), kind, name


_FAULTS = (
    _known(
        Kind.RUST,
        translatable("the rust"),
        r"""
            (rust(y|ed|ing)?|corrosion|corroded)(?![- ]?(proof\w*|protection))
            oxido
            oxidad[oa]s?
            herrumbre
        """,
    ),
    _known(
        Kind.ACCIDENT,
        translatable("the accident"),
        r"""
            accidents?(?! (history|report|record)s?)
            crash(ed)?
            wreck(ed)?
            collisions?
            fender bender
            accidentes?
            accidentad[oa]
            choques?
            chocad[oa]
        """,
    ),
    _known(
        Kind.WATER,
        translatable("the flood damage"),
        r"""
            flood(ed|ing)?
            water damaged?
            inund\w+
        """,
    ),
    _known(
        Kind.WATER,
        translatable("the mold"),
        r"""
            mold(y)?
            mildew
            moho
            humedad
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the hail damage"),
        r"""
            hail( damaged?)?
            granizo
            granizad[oa]
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the dent"),
        r"""
            dents?
            dented
            dings?
            abolladuras?
            abollad[oa]
            golpes?
            golpead[oa]
            bollos?
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the scratches"),
        r"""
            scratch(es|ed)?
            scrapes?
            scuffs?
            rayon(es)?
            rayad[oa]s?
            rasgunos?
            raspon(es)?
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the crack"),
        r"""
            (crack(s|ed)?|chip(s|ped)?)(?! (in|down)(?! the))
            grietas?
            rajad[oa]s?
            rajaduras?
            estrellad[oa]
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the paint"),
        r"""
            (paint(work)?|repaint(ed)?|clear ?coat|respray(ed)?)(?! (protection|sealant))
            pintura
            repintad[oa]
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the leak"),
        r"""
            (oil |coolant |water |fluid )?leak(s|ing|y)?(?! (my|to|that))
            fugas?
            goteras?
            gotea
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
            (strange |weird |odd )?noises?
            rattl(e|es|ing)
            squeak(s|ing)?
            clunk(s|ing)?
            engine knock(s|ing)?
            knocking (noise|sound)
            grinding
            ruidos?
            rechinid\w+
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the smoke"),
        r"""
            smok(e|es|ing)
            humo
            humea
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the vibration"),
        r"""
            vibrat(es|ion|ions|ing)
            (it|car|wheel|engine) shak(es|ing)
            shudder(s|ing)?
            vibra(cion(es)?)?
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the transmission"),
        r"""
            transmission
            gear ?box
            clutch
            transmision
            caja de cambios
            embrague
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the engine"),
        r"""
            (bad |blown |misfiring )?engine
            head gasket
            timing belt
            motor
            junta de culata
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the air conditioning"),
        r"""
            (the )?(a/c|ac|air[- ]?con(ditioning|ditioner)?)
            aire acondicionado
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the suspension"),
        r"""
            suspension
            shocks
            struts
            amortiguador(es)?
        """,
    ),
    _known(
        Kind.MECHANICAL,
        translatable("the battery"),
        r"""
            (weak |dead |old )?battery
            bateria
        """,
    ),
    _known(
        Kind.WEAR,
        translatable("the tires"),
        r"""
            (bald |worn |old |bad )?tires
            llantas
            neumaticos
        """,
    ),
    _known(
        Kind.WEAR,
        translatable("the brakes"),
        r"""
            brakes
            brake (pads?|discs?|rotors?)
            frenos
            balatas
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
            smell(s|ing|y)?
            smoker('s)?
            odor
            stinks?
            olor
            huele
        """,
    ),
    _known(
        Kind.BODY,
        translatable("the damage"),
        r"""
            damaged?(?! my)
            broken
            defects?
            flaws?
            faults?
            danos?(?! (un|el|su))
            danad[oa]s?
            defectos?
            rot[oa]s?
            fallas?
        """,
    ),
)

_PLACES = (
    (
        translatable("on the frame"),
        rule(r"""
            frame
            chassis
            underbody
            undercarriage
            under(neath)? (the )?(car|truck|it)
            chasis
            bastidor
            por debajo
        """),
    ),
    (
        translatable("on the door"),
        rule(r"""
            doors?
            puertas?
        """),
    ),
    (
        translatable("on the bumper"),
        rule(r"""
            bumpers?
            defensas?
            parachoques
            paragolpes
        """),
    ),
    (
        translatable("on the hood"),
        rule(r"""
            hood
            cofre
            capo
        """),
    ),
    (
        translatable("on the fender"),
        rule(r"""
            fenders?
            salpicaderas?
            guardabarros
            guardafangos
        """),
    ),
    (
        translatable("in the windshield"),
        rule(r"""
            wind ?shield
            parabrisas
        """),
    ),
    (
        translatable("on the roof"),
        rule(r"""
            roof
            techo
        """),
    ),
    (
        translatable("at the rocker panels"),
        rule(r"""
            wheel wells?
            rocker panels?
            rockers?
            estribos?
        """),
    ),
    (
        translatable("at the trunk"),
        rule(r"""
            trunk
            tailgate
            cajuela
            maletero
            portatrasera
        """),
    ),
    (
        translatable("in the bed"),
        rule(r"""
            bed
            caja
            batea
        """),
    ),
)

_PLACED = (Kind.RUST, Kind.BODY)
"""Kinds of faults that lie somewhere on the car."""

_SUPPOSED = r"""
    (any|if|whether|for|without|never|no|not|ever|free of|signs? of)<verb>
    (has|was|did|does|is|are|had|could|might) (it|there|the (car|truck)) (\w+ )?<verb>
    (avoid|(check|look|looking|checking|watch)( \w+)? (for|out for))<verb>
    (algun|alguna|algunos|algunas|sin|ningun|ninguna|si|no)<verbo>
"""
"""What comes before a fault that nobody says is there."""

_VERB = r" ?((there|it|is|was|has|had|are|been|have|be|in|any|an|a|some|visible|signs of) ?)*"
_VERBO = r" ?((hay|tuvo|tiene|ha tenido|fue|un|una|algun|alguna) ?)*"
_BEFORE = re.compile(
    rf"(?<!\w)(?:{'|'.join(line.strip() for line in _SUPPOSED.strip().splitlines())})$".replace(
        "<verbo>", _VERBO
    ).replace("<verb>", _VERB)
)

_BEFORE_IN_SPANISH = re.compile(
    r"(?<!\w)(tuvo|tiene|hubo|hay|ha tenido|esta)( un| una| algun| alguna| unos)? ?$"
)
"""Spanish tells and asks in the same words: only the mark tells a question."""

_WONDERS = re.compile(
    r"\?|(?<!\w)(if|whether|check|look|ask|find|inspect|watch|know|has it|was it|does it|si|busc\w*"
    r"|revis\w*|pregunt\w*|saber)(?!\w)"
)


def named_fault(text: str | None) -> Fault | None:
    """The fault that the text says the car has; None where it only asks whether there is one."""
    words = plain(text)
    for expression, kind, name in _FAULTS:
        found = expression.search(words)
        if found and not _is_supposed(words, found.start()):
            placed = (each for each, pattern in _PLACES if pattern.search(words))
            return Fault(kind, name, next(placed, None) if kind in _PLACED else None)
    return None


def supposed_fault(text: str | None) -> Kind | None:
    """The kind of fault that the text asks about, where it does not say that there is one."""
    words = plain(text)
    if named_fault(text) is not None or not _WONDERS.search(words):
        return None
    return next((kind for each, kind, _ in _FAULTS if each.search(words)), None)


def _is_supposed(words: str, start: int) -> bool:
    before = words[:start]
    return bool(_BEFORE.search(before) or ("?" in words and _BEFORE_IN_SPANISH.search(before)))
