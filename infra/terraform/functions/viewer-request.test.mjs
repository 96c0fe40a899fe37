// `node --test infra/terraform/functions/`. CloudFront loads a script without exports, so this does too.

import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import test from 'node:test';
import vm from 'node:vm';

const source = readFileSync(new URL('viewer-request.js', import.meta.url), 'utf8');
const context = vm.createContext({});
vm.runInContext(source, context);

const answer = (uri) => {
    const request = { method: 'GET', uri, querystring: {}, headers: {}, cookies: {} };
    const event = { version: '1.0', request };
    return context.handler(event);
};

test('the address of a folder is its index.html', () => {
    const folders = ['/', '/roadmaps/', '/roadmaps/junior/', '/roadmaps/junior/data-engineering/'];
    for (const uri of folders) {
        assert.equal(answer(uri).uri, `${uri}index.html`);
    }
});

test('a file is left alone', () => {
    const files = [
        '/feed.xml', '/sitemap.xml', '/404.html', '/assets/style.0a1b2c3d.css', '/roadmaps/junior/index.html',
    ];
    for (const uri of files) {
        assert.equal(answer(uri).uri, uri);
    }
});

test('a folder without its slash is sent to the address with it', () => {
    for (const uri of ['/method', '/roadmaps/junior', '/v1.2/notes', '/roadmaps/senior/c_sharp~net']) {
        const response = answer(uri);
        assert.equal(response.statusCode, 301);
        assert.equal(response.headers.location.value, `${uri}/`);
    }
});

test('nothing a stranger sends leads to another site', () => {
    const hostile = [
        '//example.org', '//example.org/x', '/\\example.org', '/%5cexample.org', '/%2fexample.org',
        '/x//example',
        '/x\r\nset-cookie: a=b', '/x y', '/javascript:alert(1)', '/..', '/../x', '/@example',
        '/x?next=//example.org',
        'example.org', '', '*',
    ];
    for (const uri of hostile) {
        const result = answer(uri);
        assert.equal(result.statusCode, undefined, `${JSON.stringify(uri)} is redirected`);
        assert.equal(result.uri, uri);
    }
    // With a slash at the end they are rewritten inside the bucket, and never leave it.
    assert.equal(answer('//example.org/').uri, '//example.org/index.html');
});

test('method, query and headers go on as they came', () => {
    const querystring = { a: { value: '1' } };
    const headers = { host: { value: 'h' } };
    const request = { method: 'HEAD', uri: '/method/', querystring, headers };
    const { uri, ...rest } = context.handler({ request: structuredClone(request) });
    assert.equal(uri, '/method/index.html');
    assert.deepEqual(rest, { method: 'HEAD', querystring: request.querystring, headers: request.headers });
});

test('it is within what CloudFront allows', () => {
    assert.ok(Buffer.byteLength(source) <= 10 * 1024, 'a CloudFront Function has at most 10 kB');
    assert.doesNotMatch(source, /\b(require|import|export|eval|setTimeout|fetch)\b\s*\(/);
});
