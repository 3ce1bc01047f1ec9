vitals comment --output comment.json
vitals comment --from comment.json
