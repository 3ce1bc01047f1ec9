vitals store backup
vitals store backup copy.sqlite.gz
vitals store restore copy.sqlite.gz
