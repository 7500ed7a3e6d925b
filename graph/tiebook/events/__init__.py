"""Event data: CAMEO codes, windows of days, and events taken together by month."""
