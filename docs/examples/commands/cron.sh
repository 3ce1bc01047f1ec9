#!/bin/sh
# Saved as /srv/vitals/daily; the token is in a file that nobody else can read.
cd /srv/vitals || exit 1
GITHUB_TOKEN=$(cat token)
export GITHUB_TOKEN
exec ./vitals run --quiet --repo octo-org/octo-repo
