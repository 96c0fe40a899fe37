## levels
