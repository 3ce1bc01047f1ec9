script/demo
