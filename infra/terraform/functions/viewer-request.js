// A CloudFront Function that runs for every request to the site (runtime cloudfront-js-2.0).
//
// The bucket holds files, and the site's addresses are folders: `/roadmaps/junior/` is the file
// `/roadmaps/junior/index.html`. A request without the slash is redirected to the address with it, so that
// relative links work and every page has one address.

// The addresses of the site's folders without their slash. Nothing else is redirected: `//example.org/` or
// `/\example.org/` would be the address of another site.
var FOLDER_WITHOUT_SLASH = /^(?:\/[A-Za-z0-9_~-][A-Za-z0-9._~-]*)*\/[A-Za-z0-9_~-]+$/;

function handler(event) {
    var request = event.request;
    if (request.uri.endsWith('/')) {
        request.uri += 'index.html';
        return request;
    }
    if (FOLDER_WITHOUT_SLASH.test(request.uri)) {
        // The query is dropped, because nothing on the site reads it. Browsers keep the fragment.
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
