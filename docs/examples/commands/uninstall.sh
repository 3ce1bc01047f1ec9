vitals uninstall --repo octo-org/octo-repo --dry-run
vitals uninstall --repo octo-org/octo-repo
