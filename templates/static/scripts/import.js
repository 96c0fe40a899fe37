// Reads an export of a profile in the browser; loaded when somebody imports, and sends nothing.
