vitals comment --pr 12 --dry-run
vitals comment --pr 12 --dry-run --json
