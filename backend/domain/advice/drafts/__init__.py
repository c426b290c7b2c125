"""Messages to the dealer that the buyer can copy. The product never sends one."""

from backend.domain.advice.drafts.composing import draft_for, purpose_of
from backend.domain.advice.drafts.draft import DealerDraft, Kind, Purpose, Tone

__all__ = ["DealerDraft", "Kind", "Purpose", "Tone", "draft_for", "purpose_of"]
