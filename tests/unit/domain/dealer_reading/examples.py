"""Sentences of our own, in the manner of real ones, with the offer that a reader finds in them."""

from __future__ import annotations

from dataclasses import dataclass

from backend.domain.dealer_reading import Context


@dataclass(frozen=True)
class Example:
    """A message and the dealer's offer in it, dollars; None where it makes none."""

    text: str
    offer: int | None
    context: Context


def bargain(
    asking: int, ask: int | None = None, bid: int | None = None, *, year: int = 2016
) -> Context:
    """A context in dollars."""
    latest = asking if ask is None else ask
    offered = None if bid is None else bid * 100
    return Context(asking * 100, latest * 100, offered, year=year, mileage=64_210)


def _all(context: Context, *rows: tuple[str, int | None]) -> list[Example]:
    return [Example(text, offer, context) for text, offer in rows]


WRITTEN = _all(
    bargain(20_000, 19_200, 17_000),
    ("I can do $18,500.", 18_500),
    ("We could let it go for 18500", 18_500),
    ("18.5k is the best I can do", 18_500),
    ("I'd take 18.5", 18_500),
    ("how about 18 5?", 18_500),
    ("How about $18 500?", 18_500),
    ("18 500 and you have a deal", 18_500),
    ("eighteen five and it's yours", 18_500),
    ("I'll take eighteen thousand five hundred dollars.", 18_500),
    ("Eighteen thousand five hundred is my final offer", 18_500),
    ("we can do eighteen nine fifty", 18_950),
    ("I could do 18", 18_000),
    ("Make it 18 and we can shake on it.", 18_000),
    ("nineteen grand, firm", 19_000),
    ("18,500 obo", 18_500),
    ("18500obo", 18_500),
    ("USD 18,500", 18_500),
    ("18,500 bucks and you drive it home today", 18_500),
    ("18500$", 18_500),
    ("$18,499.99 is what I need", 18_499),
    ("My price is now 18.9K.", 18_900),
    ("meet me at 18", 18_000),
    ("HOW ABOUT 18,200???", 18_200),
    ("１８，５００ is my price", 18_500),
    ("$18\u200b,500 works for me", 18_500),
    ("19 even. Deal?", 19_000),
)

CHEAP = _all(
    bargain(10_000, 9_800, 8_000),
    ("I could do 95", 9_500),
    ("ninety five is the lowest I'll go", 9_500),
    ("ninety-five hundred and it is yours", 9_500),
    ("nine and a half is as low as I go", 9_500),
    ("9.5 is my bottom line", 9_500),
    ("9k cash", 9_000),
    ("$9 200 obo", 9_200),
    ("Would nine grand work for you?", 9_000),
    ("a grand less and you have yourself a deal", 8_800),
)

STEPS = _all(
    bargain(20_000, 19_200, 17_000),
    ("I can take $500 off.", 18_700),
    ("500 less and that's it", 18_700),
    ("I could come down another 700", 18_500),
    ("I'll knock 1,000 off the asking price for you", 19_000),
    ("Give me $200 more and it's yours.", 17_200),
    ("come up 500 and we have a deal", 17_500),
    ("we could drop the price by five hundred", 18_700),
    ("I can't take $500 off.", None),
    ("500 off? No way.", None),
    ("I can take 500 off, so 18,700.", 18_700),
    ("I can knock off one grand for you and do 18,200", 18_200),
)

RANGES = _all(
    bargain(9_000, 9_000, 7_000),
    ("I was thinking 8,000-8,500", 8_500),
    ("somewhere between 8,000 and 8,500", 8_500),
    ("I could do 8k to 8.5k", 8_500),
    ("I'd take 8-8.5k for it", 8_500),
)

SEVERAL = _all(
    bargain(20_000, 20_000, 16_500),
    ("I'm asking 20,000 but I'd take 19,000.", 19_000),
    ("It was listed at 21,500, now it's 19,900.", 19_900),
    ("I wanted 19,500. I'll let it go for 18,900 though.", 18_900),
    ("16,500 is too low. How about 18,800?", 18_800),
    ("You're at 16,500, I'm at 19,500. Let's say 18,400.", 18_400),
    ("I can't do 16,500, but I can do 18,600", 18_600),
    ("KBB says it's worth 21,000, so 19,400 is more than fair.", 19_400),
    ("I paid 19,800 for it. I need at least 19,000.", 19_000),
    ("Another dealer has one for 21,900. Mine is 19,700.", 19_700),
    ("We can do 18,900 with the $499 doc fee on top", 18_900),
    ("Price is $19,300 plus $899 for the protection package.", 19_300),
    ("I could do 19,200, or 18,000 if you have a trade", 19_200),
    ("I'll go to 18,750 and throw in tires worth 900", 18_750),
)

NO_OFFER = _all(
    bargain(15_000, 14_500, 12_000),
    ("It has 65k miles on it.", None),
    ("only 64,210 on the clock", None),
    ("It's a 2016 with 64,210 miles", None),
    ("Call me at 555-123-4567", None),
    ("Call (555) 123 4567 or text 5551234567 anytime", None),
    ("VIN is 1HGCM82633A004352", None),
    ("It gets 28 city and 36 highway", None),
    ("3.5 liter V6, 280 hp", None),
    ("We are open 9-5, come by at 4:30 on 10/12/2025", None),
    ("We are at 14500 Main St, Reno NV 89501", None),
    ("Can you come at 2 pm today?", None),
    ("APR is 4.9% for 72 months", None),
    ("It comes with 2 keys and 4 new tires", None),
    ("I paid 15,000 for it", None),
    ("blue book says 14,200", None),
    ("New tires cost me 800", None),
    ("12000 is too low", None),
    ("$12,000 won't work, sorry", None),
    ("I can't do 12,000.", None),
    ("I would not sell it for 12k", None),
    ("Your offer of 12,000 doesn't even cover what we have in it", None),
    ("12k? no way", None),
    ("Sorry, 12,000 isn't enough", None),
    ("12,000... that's an insult", None),
    ("I've had three other people offer me 13,500 already", None),
    ("I just put 2,500 into the transmission", None),
    ("We would lose 1,500 on this car at that price", None),
    ("Would you put 3,000 down?", None),
    ("That's $289 a month.", None),
    ("I still owe 13,800 on it", None),
    ("Your trade-in is worth 4,000 to us", None),
    ("The doc fee is $1,400", None),
    ("www.example.com/cars/14500 has the photos", None),
    ("Ask for stock #14500", None),
    ("Sold 14,500 cars last year", None),
    ("It has 300 horsepower and seats 7", None),
    ("What's the most you can pay?", None),
    ("It was built in 2014 and we got it in 2018.", None),
    ("No.", None),
    ("", None),
    ("🚗" * 40, None),
)

FLOORS = _all(
    bargain(15_000, 14_500, 12_000),
    ("I can't go lower than 13,800", 13_800),
    ("no way I'd sell it for less than 14,000", 14_000),
    ("I won't take a penny under $13,900", 13_900),
    ("Nothing below 14k", 14_000),
    ("13,750 firm. Take it or leave it.", 13_750),
    ("Lowest I would accept is 13,600", 13_600),
    ("My absolute bottom dollar is thirteen five", 13_500),
    ("if you can do 13,500 I will hold it for you", 13_500),
    ("I'd need 13,900 to make it work", 13_900),
    ("asking 14,500", 14_500),
    ("14,500", 14_500),
    ("It's priced at $14,500", 14_500),
    ("OK, 12,000 it is.", 12_000),
    ("Deal at 12,000!", 12_000),
    ("I can accept 12,000", 12_000),
    ("Out the door you'd be at $16,240", 16_240),
    ("$14,100 OTD", 14_100),
    ("My manager approved 13,995 for you.", 13_995),
    ("Corporate will let me sell it at $13,700.", 13_700),
    ("I already have 13,500 from someone else, can you beat that?", 13_500),
)

MORE = _all(
    bargain(20_000, 19_200, 17_000),
    ("Best I can do is 18,2", 18_200),
    ("You can have it for eighteen-five", 18_500),
    ("How about we meet at 18?", 18_000),
    ("I would go as low as 18.2k", 18_200),
    ("Can't go to 17 but 18 works", 18_000),
    ("I have it listed for 20 but would take 18.5", 18_500),
    ("I'd be losing money at 17,000", None),
    ("17 is way too low", None),
    ("the most I can knock off is 700", None),
    ("I'd rather keep it than sell for 17,000", None),
    ("You mentioned 17,500, can you do 18,500 instead?", 18_500),
    ("Internet price: $19,488", 19_488),
    ("Ok how bout 18.4", 18_400),
    ("Your number of 17,000 works.", 17_000),
    ("I accept your offer of $17,000", 17_000),
    ("I can't accept your offer of $17,000", None),
    ("I'll match your 17,000", 17_000),
    ("You're at 17,000 and I'm at 18,500", 18_500),
    ("The 2019 model sells for 24,000", None),
    ("That truck books for 21,000 and I'm only asking 18,900", 18_900),
    ("Price dropped! Now only $18,700", 18_700),
    ("Leave a deposit of $500 and it's yours at 18,900", 18_900),
    ("MSRP $24,500, our price $18,900", 18_900),
    ("$19,995 - $1,500 rebate = $18,495", 18_495),
    ("I sold one like it last week for 19,500", None),
    ("You won't find one under 19,000", None),
)

EXAMPLES = [*WRITTEN, *CHEAP, *STEPS, *RANGES, *SEVERAL, *NO_OFFER, *FLOORS, *MORE]
