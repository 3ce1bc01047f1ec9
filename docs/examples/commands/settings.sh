mkdir -p .github
vitals config init > .github/vitals.yml
vitals config validate
