"""Commands for operators: ``flask renegotiate``, ``flask failed-replies``, ``flask usage``."""

from __future__ import annotations

from datetime import UTC, datetime

import click
from flask import Flask
from tqdm import tqdm

from backend.actions import planning
from backend.actions.services import Services
from backend.domain.spending import MICRO_DOLLARS
from backend.storage import replies, usage


def register_commands(app: Flask, services: Services) -> None:
    """Add them to ``flask``."""

    @app.cli.command("renegotiate")
    @click.option("--idle-days", type=click.IntRange(0), help="Quiet for at least so many days.")
    @click.option("--dry-run", is_flag=True, help="Only list what would be renegotiated.")
    def renegotiate(idle_days: int | None, dry_run: bool) -> None:
        """Send a fresh advice to every negotiation that has been quiet."""
        days = services.settings.renegotiate_idle_days if idle_days is None else idle_days
        total = planning.count_quiet(services, days)
        sent = 0
        for quiet in tqdm(
            planning.quiet_negotiations(services, days), total=total, unit="negotiation"
        ):
            if dry_run:
                click.echo(f"{quiet.negotiation_id} last_seq={quiet.last_seq}")
            elif planning.send(services, quiet):
                sent += 1
            else:
                raise click.ClickException(f"The broker took {sent} of {total}; run this again.")
        click.echo(
            f"{total} quiet for {days} days or more; "
            + ("nothing was sent (dry run)." if dry_run else f"{sent} sent to the batch queue.")
        )

    @app.cli.command("failed-replies")
    @click.option("--limit", type=click.IntRange(1, 1000), default=100, show_default=True)
    def failed_replies(limit: int) -> None:
        """List replies that were given up, newest first."""
        with services.database.read() as session:
            for reply in replies.failed_replies(session, limit):
                click.echo(
                    f"{reply.id} negotiation={reply.negotiation_id} attempts={reply.attempt} "
                    f"failure={reply.failure} created={reply.created_at.isoformat()}"
                )

    @app.cli.command("usage")
    @click.option("--day", type=click.DateTime(["%Y-%m-%d"]), help="A day in UTC; today if none.")
    @click.option("--limit", type=click.IntRange(1, 10_000), default=100, show_default=True)
    def show_usage(day: datetime | None, limit: int) -> None:
        """List what models cost on one day, by user, the most expensive first."""
        asked = day.date() if day else services.clock().astimezone(UTC).date()
        with services.database.read() as session:
            rows = usage.usage_of(session, asked, limit)
        for row, email in rows:
            click.echo(
                f"{email} cost=${_dollars(row.cost_micros)} input_tokens={row.input_tokens} "
                f"output_tokens={row.output_tokens} tries={row.tries} refusals={row.refusals}"
            )
        total = _dollars(sum(row.cost_micros for row, _ in rows))
        click.echo(f"{asked.isoformat()}: {len(rows)} users, ${total}")


def _dollars(micros: int) -> str:
    return f"{micros // MICRO_DOLLARS}.{micros % MICRO_DOLLARS:06}"
