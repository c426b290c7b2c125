"""Fees, add-ons and financing in English."""

from __future__ import annotations

import re

from backend.domain.dealer_reading.language import Fees, Financing, any_of, following, preceding
from backend.locales import translatable

FEES = Fees(
    names={
        translatable("doc fee"): any_of(
            r"doc(s|ument(s|ation)?|umentary)?\.?( prep)?( and \w+)? (fees?|charge)"
        ),
        translatable("dealer fee"): any_of(r"dealer(ship)? (fees?|charge|prep)( fee)?"),
        translatable("processing fee"): any_of(
            r"""
            (processing|admin(istrat\w+)?|service|electronic|handling) (fees?|charge)
            (?<=\d )(prep and )?handling(?= ?[,.;)!+]| and| plus|$)
            """
        ),
        translatable("destination fee"): any_of(
            r"(destination|freight|delivery|shipping|transport) (fees?|charge)"
        ),
        translatable("acquisition fee"): any_of(
            r"(acquisition|reconditioning|recon|prep|inspection) (fees?|charge)"
        ),
        translatable("title and registration"): any_of(
            r"""
            (tax,? ?)?(title|tags?|registration|license|licensing|plates?|dmv)(,? (and|&\
              |/)? ?(title|tags?|registration|license|plates?)){0,4} (fees?|charges?|costs?)
            (tags?|title),? (and|&) (title|tags?|registration|license)
            ttl|tt&l
            registration
            """
        ),
        translatable("taxes"): any_of(r"(sales )?tax(es)?"),
        translatable("market adjustment"): any_of(
            r"(market|dealer) (adjustment|mark-?up)|mark-?up|adm"
        ),
        translatable("protection package"): any_of(
            r"""
            ([a-z]+ )?protection( (package|plan|pack|kit|coating))?
            (appearance|security|dealer|convenience|pre-?installed) (package|accessor(y|ies)\
              |options?)
            """
        ),
        translatable("coating"): any_of(
            r"(ceramic|paint|fabric|rust|under)[- ]?(coat|coating|sealant|proofing)"
        ),
        translatable("extended warranty"): any_of(
            r"extended (warranty|service( contract| plan)?)|(service|maintenance) (contract|plan)"
        ),
        translatable("gap insurance"): any_of(r"gap (insurance|coverage|waiver|policy)"),
        translatable("nitrogen"): any_of(r"nitrogen( tires| fill| in the tires)?"),
        translatable("VIN etching"): any_of(r"(vin |window )?etch(ing)?"),
        translatable("theft protection"): any_of(
            r"lo-?jack|(anti-?theft|gps|alarm|tracking)( (system|device|unit))?"
        ),
        translatable("add-ons"): any_of(r"add-?ons?|accessories"),
        translatable("fees"): any_of(
            r"(?:(?:other|additional|extra|government|the|in|of|all) )?fees"
        ),
    },
    amount_follows=re.compile(
        r"(?: (?:is|are|of|for|at|runs?|will be|would be|costs?|comes to|another|an additional"
        r"|additional|a|an|just|only|our|that's|thats|which is|fee|charge|price|package|about"
        r"|around|standard|it's|adds?|totaling|total|they're|and it's))*(?: ?[:=(-]+)? ?"
    ),
    amount_precedes=re.compile(
        r" ?\)?(?: (?:for|in|of|on|the|our|a|an|dealer|and|standard|required|mandatory|as|is"
        r"|goes to|additional|extra|worth|to cover|covers|state|local|full|year|more))* ?-? ?"
    ),
    waived_before=any_of(
        r"""
        (no|without|waive|waived|waiving|skip|free|drop|remove|removing|forget|cover|throw in\
          |throwing in)( (the|our|all|any|in|an?|hidden|other|extra|additional|your|that|a free\
          |you))*
        (includes?|including|included|complimentary|not pay|never pay)( (the|our|all|any|an?|free))*
        """,
        end=r" ?\Z",
    ),
    waived_after=following(r"""
        ((and|&) [a-z]+ )?((is|are) )?(included|waived|on us|on me|free|no charge|thrown in)
    """),
)

FINANCING = Financing(
    monthly_after=following(
        r"""
        (dollars |bucks )?(/|a|per|each|every|an|p/|every single) ?(month|mo|mth)s?
        (dollars |bucks )?(monthly|payments?)
        mo
    """,
        start="[ -]?",
    ),
    monthly_before=preceding(r"""
        (monthly:?|monthly payments?:?|payments?:?|car payment)( (payment|of|at|is|are\
          |as low as|would|be|around|about|just|only|to|under|for|comes|out|down))*
    """),
    months=re.compile(r"(?<![\w.,$])(\d{2,3})(?:[ -]| ?x ?)?(?:months?|mos?|mths?|mo term)(?!\w)"),
    years=re.compile(
        r"(?<![\w.,$])(\d)(?:[ -])?(?:years?|yrs?)(?:[ -](?:loan|term|financing))(?!\w)"
    ),
    down_after=following(
        r"""
        (dollars |bucks )?(cash )?down(?! (to|from|a|the)\b)
        (dollars |bucks )?(as )?(a |your |the )?down ?payment
        (dollars |bucks )?(due )?(at|on) (signing|delivery)
        (dollars |bucks )?up ?front
    """,
        start="[ -]?",
    ),
    down_before=preceding(r"""
        (down ?payment)( (of|is|at|would|be|just|only|around|about|as|low|for))*
        (put|putting|puts)( down| just| only| about)*(?= )
        (money down|cash down|down)( (of|is))
        (?<=[.,;] )down:?
        (due at signing)( (is|of))*
    """),
    no_down=any_of(r"(zero|nothing|no money|no|\$?0) (money )?down( ?payment)?"),
)
