vitals store backup
vitals store backup copy.sqlite.gz
vitals store restore --store sqlite:restored.sqlite copy.sqlite.gz
