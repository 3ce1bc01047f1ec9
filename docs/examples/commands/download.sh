version=0.1.0
release=https://github.com/OWNER/repo-vitals/releases/download/v$version
file=vitals-$version-linux-$(uname -m).tar.gz
curl --fail --location --remote-name-all "$release/$file" "$release/$file.sha256"
sha256sum --check "$file.sha256"
tar --extract --strip-components=1 --file "$file"
./vitals --version
