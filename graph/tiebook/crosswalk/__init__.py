"""One actor space: which state, organisation or bloc a code or a spelling means, on a day. Never a guess."""

from tiebook.crosswalk.table import Actor, Crosswalk, Dated, Membership, crosswalk
from tiebook.crosswalk.unresolved import Resolver, Unresolved

__all__ = ["Actor", "Crosswalk", "Dated", "Membership", "Resolver", "Unresolved", "crosswalk"]
