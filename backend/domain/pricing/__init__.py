"""How prices are computed: one file a strategy, chosen by name."""

from backend.domain.pricing.discount_tiers import DiscountTiers
from backend.domain.pricing.strategy import Action, Strategy, Suggestion

STRATEGIES: dict[str, Strategy] = {strategy.name: strategy for strategy in (DiscountTiers(),)}
DEFAULT_STRATEGY = DiscountTiers.name

__all__ = ["DEFAULT_STRATEGY", "STRATEGIES", "Action", "Strategy", "Suggestion"]
