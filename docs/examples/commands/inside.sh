vitals store dump > facts.txt
sqlite3 -readonly vitals.sqlite "SELECT kind, state, count(*) FROM items GROUP BY kind, state"
sqlite3 -readonly vitals.sqlite .dump > vitals.sql
