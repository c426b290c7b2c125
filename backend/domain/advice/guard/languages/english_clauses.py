"""How English sentences say that they do not say something, or that somebody else does."""

from __future__ import annotations

import re

from backend.domain.advice.guard.language import Clauses

THEM = r"(?:them|him|her|it|the (?:dealer|seller|dealership|salesman|salesperson|manager))"
THEY = r"(?:they|he|she|the (?:dealer|seller|dealership|salesman|salesperson|manager))"
SAY = (
    r"(?:say|says|said|claim|claims|call|calls|called|want|wants|wanted|ask|asks|asked|suggest|"
    r"suggests|suggested|tell|tells|told|hope|hopes|would like|propose|proposes|offer|offers|"
    r"offered|push|pushes|expect|expects|try|tries|invite|invites|pretend|pretends|insist|insists|"
    r"write|writes|wrote|mention|mentions|mentioned|quote|quotes|quoted|name|names|named|talk|"
    r"talks|describe|"
    r"describes|put|list|lists|demand|demands|promise|promises|gave|give|give you|send|sent|"
    r"demanded|advertise|need|needs|went|go|came|come|moved|dropped|repeat|think|think that)"
)
YES = r"(?:should|must|can|could|may|might|ought to|have to|had better|need to|'d better)"

CLAUSES = Clauses(
    boundary=re.compile(r"[;:.!?]+(?=\s|$)|[“”]| — |\bbut\b|\bso\b|\band\b|\bthen\b|\bbecause\b"),
    negation=re.compile(
        r"\b(?:not|never|no|nobody|none|nothing|neither|nor|without|hardly|cannot|avoid|refuse|"
        r"resist|decline|reject|instead of|rather than|before you|beware|ignore|against|stop short|"
        r"mistake|wrong|trap|trick|skip|less than|no one)\b|n't\b|\bdont\b|\bcant\b"
    ),
    not_negation=re.compile(
        r"(?:don't|do not|never|not|no need to|shouldn't|should not) (?:to )?(?:you )?"
        r"(?:hesitate|be afraid|be shy|worry|fear|forget|fail|mind|miss|be ashamed|be too proud|"
        r"think twice|regret|wait|delay|overthink|be stubborn)"
        r"|\bno (?:good |real )?(?:reason|harm|shame|point|sense|excuse) "
        r"(?:in |not |against |to not )"
        r"|\bwhy (?:not|don't you|wouldn't you)\b|\bnothing (?:wrong|bad|against)(?: with| in)?\b"
        r"|\bnot (?:a |such a )?(?:bad|wrong|terrible|unreasonable|unfair)\b|\bnot only\b"
        r"|\b(?:can't|cannot|couldn't|won't|wouldn't) "
        r"(?:go wrong|hurt|lose|regret|do better|beat)\b"
        r"|\bno (?:doubt|question|problem|matter what|wonder)\b|\bnever mind\b|\bnot just\b"
        r"|\bif not\b|\bwhether or not\b|\bno longer (?:wait|hesitate)\b|\bno more than fair\b"
        r"|\bno mistake\b|\bnot wrong\b|\bno trick\b|\bwithout (?:doubt|hesitation|further|delay)\b"
    ),
    refutation=re.compile(
        r"(?:(?!\b(?:since|because|as|if|when|and|but|so|which|that|who)\b)[^,;:.!?]){0,45}?"
        r"(?:\b(?:is|are|would be|was|be) (?:\w+ )?(?:\w+ )?"
        r"(?:mistake|trap|trick|tactic|bad idea|wrong|foolish|too much|too high|too expensive|"
        r"silly|posture|bluff)\b"
        r"|\b(?:only )?(?:helps|rewards|favors|pays|serves|benefits) (?:only )?"
        r"(?:the (?:one|side|dealer|seller)|who|them|their|him|her)"
        r"|\b(?:is|are|was) (?:only )?(?:their|the (?:dealer|seller)'s|"
        r"still your)(?: \w+)? (?:idea|game|"
        r"trick|word|way|move|wish|money|problem)\b"
        r"|\bleaves? (?:you )?(?:nothing|no )|\bwould cost you\b|\bcosts you\b|\bmakes no sense\b|"
        r"\bmake no sense\b"
        r"|\bis (?:not|never|no)\b|\bisn't\b|\bwould not\b|\bwouldn't\b|\bdoes not\b|\bdoesn't\b"
        r"|^ and you (?:walk past|lose|give)\b|\bmeans that they\b|\bmakes? a high\b)"
    ),
    subordinate=re.compile(
        r"\b(?:if|when|once|since|as|after|because|although|even if|should|before)\b[^,;:.]*,"
    ),
    attribution_end=re.compile(
        r"[.;!?:](?=\s|$)|, (?:and|so|but|then|or)\b|\b(?:so|then|therefore|please)\b| — "
    ),
    attribution=re.compile(
        rf"\b{THEY}(?: \w+)?(?: \w+)? {SAY}\b|\b{THEY}(?:'d| would) like\b"
        rf"|\bcalling it\b|\b(?:if|when|whoever|anyone who|someone who) \w+ (?:\w+ )?{SAY}\b"
        r"|\b(?:an|the|their|any) (?:offer|invitation|idea|suggestion|proposal) (?:to|of)\b"
        r"|\b(?:dealer|seller)'s (?:idea|suggestion|talk|line|trick|tactic)\b|\baccording to\b"
        r"|\byou (?:ask|asked|wonder|wondered) (?:whether|if|about)\b|\bwhether\b"
        r"|\b(?:dealers|sellers|they) (?:love|like|often|always|usually)\b"
        r"|\b(?:somebody|someone|other people) (?:else |will|would|may|might)\b"
    ),
    endorsement=re.compile(
        rf"\byou {YES}(?! not|n't| never| ignore| refuse| decline| resist| wait| say no)\b"
        r"|\b(?:i would|i'd|i will|i think you)(?! not|n't| never| rather| refuse| ignore| decline"
        r"| like)\b"
        r"|\bso (?:do|take|accept|go|pay|offer|agree|give)\b"
        r"|\b(?:and|which|that|it)(?:'s| is| sounds| seems)(?: only| very| quite| just)? "
        r"(?:fair|fine|good|right|reasonable|sensible|wise|smart|true)\b"
        r"|\bgo along\b|\bi agree\b|\bthey are right\b|\bthey're right\b|\bmakes sense\b|\bdo it\b"
        r"|\byou (?:will|should) be happy\b|\btake (?:it|them up)\b"
    ),
    condition=re.compile(
        r"\b(?:if|once|when|as soon as|only|unless|until|should|provided)\b.{0,40}?"
        r"\b(?:they|it|he|she|the (?:dealer|seller|price|paper|number|sheet))\b"
    ),
)
