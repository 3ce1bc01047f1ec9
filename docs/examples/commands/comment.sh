vitals comment --pr 12 --dry-run
