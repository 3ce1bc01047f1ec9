sudo apt-get install libcurl4-openssl-dev libsqlite3-dev libcmark-gfm-dev libcmark-gfm-extensions-dev libyaml-dev libmicrohttpd-dev nghttp2-server openssl
