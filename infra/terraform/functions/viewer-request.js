// A CloudFront Function, run for every request to the site (runtime cloudfront-js-2.0; node --test tests it
// as it is).
//
// The bucket holds files, and the site's addresses are folders: `/roadmaps/junior/` is the file
// `/roadmaps/junior/index.html`. Whoever leaves the slash out is sent to the address that has it, so that
// relative links work and every page has one address.

// What the site's own addresses are made of. Nothing else is redirected: `//example.org` or `/\example.org`
// with a slash behind it would be the address of another site.
var FOLDER_WITHOUT_SLASH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\/[A-Za-z0-9_~-]+$/;

function handler(event) {
    var request = event.request;
    if (request.uri.endsWith('/')) {
        request.uri += 'index.html';
        return request;
    }
    if (FOLDER_WITHOUT_SLASH.test(request.uri)) {
        // Nothing on the site reads a query, so none is carried over; browsers keep the fragment by
        // themselves.
        return {
            statusCode: 301,
            statusDescription: 'Moved Permanently',
            headers: {
                location: { value: request.uri + '/' },
                'cache-control': { value: 'public, max-age=3600' }
            }
        };
    }
    return request;
}
