"""The crosswalk: which state, organisation or bloc a code or a spelling means on a day. It never guesses."""

from tiebook.crosswalk.table import Actor, Crosswalk, Dated, Membership, crosswalk
from tiebook.crosswalk.unresolved import Resolver, Unresolved

__all__ = ["Actor", "Crosswalk", "Dated", "Membership", "Resolver", "Unresolved", "crosswalk"]
