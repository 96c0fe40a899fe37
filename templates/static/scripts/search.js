// Search over skills: loads the list when the field is used, and sends nothing.
