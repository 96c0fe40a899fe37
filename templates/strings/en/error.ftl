## When a form cannot be answered. Programs are told the same in English, by the function itself.

error-title-malformed-body = The request cannot be read
error-title-not-found = There is nothing here
error-title-method-not-allowed = This is not how to ask
error-title-body-too-large = That is too much text
error-title-unsupported-media-type = This kind of content is not read here
error-title-invalid-profile = The profile needs a correction
error-title-no-model = The roadmaps are being prepared

error-half-escape = The form has a % that two hexadecimal digits do not follow; encode it as UTF-8 with %XX escapes.
error-not-utf-8 = The form is not UTF-8; encode it as UTF-8 with %XX escapes.
error-not-base64 = The body is not the base64 it is said to be; send it again.
error-not-json = The body is not JSON (line { $line }, column { $column }); send one object.
error-not-found = POST your profile to /classify.
error-send-with-post = Send the profile with POST.
error-ask-with-get = Ask with GET or HEAD.
error-body-too-large = At most { $kib } KiB are read; shorten the lists.
error-media-type = Send application/x-www-form-urlencoded or application/json, in UTF-8, uncompressed.
error-invalid-profile = Some fields to correct.
error-invalid-profile-one = One field to correct.
error-no-model = Nothing is wrong with the profile; send it again in { $seconds } seconds.

## What is wrong with a field

error-not-an-object = Must be an object.
error-not-a-number = Must be a whole number that is not negative, such as 0 or 7.
error-too-long = At most { $years } years or { $months } months; correct it.
error-too-long-each = At most { $years } years or { $months } months each, when both are given; correct it.
error-not-text = Must be text or null.
error-not-a-list = Must be a list of texts.
error-item-not-text = Item { $item } must be text.
error-item-too-long = Item { $item } is longer than { $characters } characters; shorten it.
error-too-many-items = { $count } items; leave at most { $most }.

error-form = The form
