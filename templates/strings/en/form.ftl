## The form

form-title = Find your roadmap
form-error-description = Tell us where you are, and see what people like you learned next.
