## error
