## Das Formular

form-title = Finde deine Roadmap
form-error-description = Sag uns, wo du stehst, und sieh, was Menschen wie du als Nächstes gelernt haben.
