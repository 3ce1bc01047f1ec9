gh attestation verify vitals-*.tar.gz --repo OWNER/repo-vitals
