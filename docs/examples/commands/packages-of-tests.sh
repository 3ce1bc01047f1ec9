sudo apt-get install libcurl4-openssl-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev zlib1g-dev libmicrohttpd-dev nghttp2-server openssl
