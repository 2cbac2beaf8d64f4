import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { served } from './http.fixtures.ts';

describe('the user interface', () => {
  test('its files are served, hashed ones for ever, and every other path is the page', async () => {
    const root = mkdtempSync(join(tmpdir(), 'lianyu-web-'));
    mkdirSync(join(root, 'assets'));
    writeFileSync(join(root, 'index.html'), '<!doctype html>page');
    writeFileSync(join(root, 'assets', 'index-abc.js'), 'script');
    try {
      const { app } = await served({}, root);
      const asset = await app.inject('/assets/index-abc.js');
      expect(asset).toMatchObject({ statusCode: 200, body: 'script' });
      expect(asset.headers['cache-control']).toBe('public, max-age=31536000, immutable');
      for (const path of ['/', '/agreements/1?moment=2', '/set-up/abc']) {
        const page = await app.inject(path);
        expect(page).toMatchObject({ statusCode: 200, body: '<!doctype html>page' });
        expect(page.headers['cache-control']).toBe('no-cache');
      }
      expect(asset.headers['access-control-allow-origin']).toBe('*');
      for (const path of ['/assets/index-gone.js', '/api/nothing', '/api', '/../../etc/passwd.txt', '/..%2f..%2fetc%2fpasswd.txt'])
        expect((await app.inject(path)).statusCode, path).toBe(404);
    } finally {
      rmSync(root, { recursive: true });
    }
  });

  test('AG-61 the page in which files are shown has no origin, loads nothing, and is framed by ours alone', async () => {
    const root = mkdtempSync(join(tmpdir(), 'lianyu-web-'));
    for (const name of ['index.html', 'preview.html']) writeFileSync(join(root, name), `<!doctype html>${name}`);
    try {
      const { app } = await served({}, root);
      const policyOf = async (path: string) => String((await app.inject(path)).headers['content-security-policy']).split('; ');
      const preview = await policyOf('/preview.html');
      for (const rule of ["default-src 'none'", "connect-src 'none'", "form-action 'none'", "frame-ancestors 'self'", 'sandbox allow-scripts'])
        expect(preview).toContain(rule);
      expect(preview.join(' ')).not.toMatch(/allow-same-origin|https?:|\*/);
      expect((await app.inject('/preview.html')).headers).not.toHaveProperty('access-control-allow-origin');
      expect((await app.inject('/')).headers['content-security-policy']).toMatch(/frame-src 'self';.*frame-ancestors 'none'/);
    } finally {
      rmSync(root, { recursive: true });
    }
  });
});
