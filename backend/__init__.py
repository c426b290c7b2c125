"""AutoDealGenie Negotiation: the rules, the storage, the gateway."""
