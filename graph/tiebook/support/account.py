"""The name of the account that runs Tiebook: who codes, unless somebody else is named."""

from __future__ import annotations


def account_name() -> str:
    """Return the account's name; "unknown" where it has none."""
    import getpass  # noqa: PLC0415

    try:
        return getpass.getuser()
    except (OSError, KeyError):  # no account has this number
        return "unknown"
