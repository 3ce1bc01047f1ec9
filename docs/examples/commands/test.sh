script/test
