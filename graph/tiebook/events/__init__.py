"""Event data: CAMEO codes, windows of days, and events aggregated by month."""
