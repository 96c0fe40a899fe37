## changes
