import { describe, expect, test } from 'vitest';
import { boundary, refusal, served } from './http.fixtures.ts';

describe('system routes', () => {
  test('readiness says what is missing', async () => {
    const { app } = await boundary({ ready: async () => ({ ready: false, details: { projections: 'rebuilding' } }) });
    expect((await app.inject('/api/health')).json()).toEqual({ up: true });
    expect(await refusal(await app.inject('/api/ready'))).toEqual({ status: 503, code: 'NOT_READY', data: { projections: 'rebuilding' } });
  });

  test('the API describes itself, each route with its fields', async () => {
    const { app } = await served();
    const description = (await app.inject('/api/openapi.json')).json();
    expect(description.openapi).toBe('3.1.0');
    expect(description.paths['/api/things'].post.requestBody.content['application/json'].schema.required).toEqual(['name', 'count', 'kind']);
  });

  test('the description can be read on a page whose scripts are its own', async () => {
    const { app } = await served();
    const page = await app.inject('/api/docs/');
    expect(page.statusCode).toBe(200);
    expect(page.body.match(/<script(?![^>]*src=)/)).toBeNull();
    expect((await app.inject('/api/docs/static/swagger-ui-bundle.js')).statusCode).toBe(200);
  });
});
