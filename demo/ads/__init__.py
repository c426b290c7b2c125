"""Reading real ads of cars: from what a seller wrote to a vehicle with a price, or a rejection."""

from demo.ads.listing import Listing, Reason, Rejection, parse_listing

__all__ = ["Listing", "Reason", "Rejection", "parse_listing"]
