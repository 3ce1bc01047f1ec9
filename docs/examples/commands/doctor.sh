vitals doctor --repo octo-org/octo-repo
