## method
