vitals store info --store sqlite:vitals.sqlite
vitals store verify --store sqlite:vitals.sqlite
