vitals lint README.md docs/*.md
vitals lint --format github --also links README.md
