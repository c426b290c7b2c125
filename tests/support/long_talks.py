"""Talks longer than anyone would type in a test, written straight into the database."""

from __future__ import annotations

from uuid import UUID

from backend.actions.ledger import Draft, Ledger
from backend.actions.services import Transaction
from backend.clock import system_clock
from backend.storage.engine import Database

WORDS = "Hold on to your number and let the silence work for you. "


def write_talk(database_url: str, negotiation_id: str, questions: int) -> None:
    """Add so many questions, each with its advice, of changing lengths; nobody is told of it."""
    database = Database(database_url)
    try:
        with database.write() as session:
            transaction = Transaction(session, system_clock(), system_clock)
            ledger = Ledger.open(transaction, UUID(negotiation_id))
            for number in range(questions):
                asked = ledger.add_message(_question(number))
                ledger.add_message(_answer(number, asked.id))
    finally:
        database.close()


def _question(number: int) -> Draft:
    return Draft("user", "chat", f"Question number {number}. {'Well? ' * (number % 30)}")


def _answer(number: int, question: UUID) -> Draft:
    content = f"Answer number {number}. {WORDS * (number % 7)}"
    return Draft("agent", "advice", content, _data(), in_reply_to=question)


def _data() -> dict[str, object]:
    return {
        "suggested_price": "17400.00",
        "action": "answer",
        "discount_percent": None,
        "strategy": "discount_tiers",
        "talking_points": ["Ask for the report."],
        "source": "playbook",
        "model": "playbook",
        "attempt": 1,
    }
