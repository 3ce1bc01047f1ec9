cd Tests/AnalyticsTests/Reference && python3 generate.py
