mkdir my-templates
cp templates/waiting.md my-templates/
vitals report health --templates my-templates
