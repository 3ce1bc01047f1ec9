script/bootstrap build
swift build -c release --product vitals
.build/release/vitals --help
