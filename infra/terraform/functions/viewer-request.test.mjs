// Run with `node --test infra/terraform/functions/`. Loads the script without exports, as CloudFront does.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const source = readFileSync(new URL('viewer-request.js', import.meta.url), 'utf8');
const context = vm.createContext({});
vm.runInContext(source, context);

const answer = (uri) => {
    const request = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} };
    return context.handler({ version: '1.0', request });
};

test('the address of a folder becomes its index.html', () => {
    const folders = ['/', '/roadmaps/', '/roadmaps/junior/', '/roadmaps/junior/data-engineering/'];
    for (const uri of folders) {
        assert.equal(answer(uri).uri, `${uri}index.html`);
    }
});

test('the address of a file is unchanged', () => {
    const page = '/roadmaps/junior/index.html';
    for (const uri of ['/feed.xml', '/sitemap.xml', '/404.html', '/assets/style.0a1b2c3d.css', page]) {
        assert.equal(answer(uri).uri, uri);
    }
});

test('a folder without its slash is redirected to the address with it', () => {
    for (const uri of ['/method', '/roadmaps/junior', '/v1.2/notes', '/roadmaps/senior/c_sharp~net']) {
        const response = answer(uri);
        assert.equal(response.statusCode, 301);
        assert.equal(response.headers.location.value, `${uri}/`);
    }
});

test('hostile addresses do not lead to another site', () => {
    const hostile = [
        '//example.org', '//example.org/x', '/\\example.org', '/%5cexample.org', '/%2fexample.org',
        '/x//example', '/x\r\nset-cookie: a=b', '/x y', '/javascript:alert(1)', '/..', '/../x', '/@example',
        '/x?next=//example.org', 'example.org', '', '*',
    ];
    for (const uri of hostile) {
        const result = answer(uri);
        assert.equal(result.statusCode, undefined, `${JSON.stringify(uri)} is redirected`);
        assert.equal(result.uri, uri);
    }
    // With a slash at the end, they become paths in the bucket.
    assert.equal(answer('//example.org/').uri, '//example.org/index.html');
});

test('method, query and headers are unchanged', () => {
    const rest = {
        method: 'HEAD',
        querystring: { a: { value: '1' } },
        headers: { host: { value: 'h' } },
    };
    const request = structuredClone({ ...rest, uri: '/method/' });
    assert.deepEqual(context.handler({ request }), { ...rest, uri: '/method/index.html' });
});

test('the script is within the limits of CloudFront', () => {
    assert.ok(Buffer.byteLength(source) <= 10 * 1024, 'a CloudFront Function has at most 10 kB');
    assert.doesNotMatch(source, /\b(require|import|export|eval|setTimeout|fetch)\b\s*\(/);
});
