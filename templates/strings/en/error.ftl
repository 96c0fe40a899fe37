## Errors of the form. Programs get the same words in English from the function itself;
## only the title for a wrong method differs.

error-title-malformed-body = The request cannot be read
error-title-not-found = Page not found
error-title-method-not-allowed = Please use the form
error-title-body-too-large = The request is too large
error-title-unsupported-media-type = Unsupported content type
error-title-invalid-profile = The profile has errors
error-title-no-model = The roadmaps are not ready yet

error-half-escape = A % in the form is not followed by two hexadecimal digits; encode the form as UTF-8 with %XX escapes.
error-not-utf-8 = The form is not valid UTF-8; encode the form as UTF-8 with %XX escapes.
error-not-base64 = The body is marked as base64 but is not valid base64; send it again.
error-not-json = The body is not valid JSON (line { $line }, column { $column }); send one JSON object.
error-not-found = Send your profile to /classify with POST.
error-send-with-post = Send the profile with POST.
error-ask-with-get = Use GET or HEAD.
error-body-too-large = The limit is { $kib } KiB; shorten the lists.
error-media-type = Send application/x-www-form-urlencoded or application/json, in UTF-8, uncompressed.
error-invalid-profile = Correct the fields with errors.
error-invalid-profile-one = Correct the field with an error.
error-no-model = The profile has no errors; send it again in { $seconds } seconds.

## Errors of a field

error-not-an-object = Must be an object.
error-not-a-number = Must be a whole number, 0 or more.
error-too-long = Must be at most { $years } years or { $months } months.
error-too-long-each = Must be at most { $years } years and { $months } months when both are given.
error-not-text = Must be a string or null.
error-not-a-list = Must be a list of strings.
error-item-not-text = Item { $item } must be a string.
error-item-too-long = Item { $item } is longer than { $characters } characters; shorten it.
error-too-many-items = There are { $count } items; keep at most { $most }.

error-form = Back to the form
