import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowedOrigins, type Config, publicOriginOf, readConfig } from './index.ts';
import { variables } from './variables.ts';

describe('configuration', () => {
  test('without any variable it listens on this machine, with the key beside the data', () => {
    const config = read({});
    expect(config).toMatchObject({ mode: 'demonstration', host: '127.0.0.1', port: 8080, logLevel: 'info', publicOrigin: undefined });
    expect(config.dataDir).toBe('/srv/lianyu/data');
    expect(config.vaultKeyFile).toBe('/srv/lianyu/data.vault-key');
  });

  test('port 0 is allowed, and an empty variable is as good as none', () => {
    expect(read({ PORT: '0', HOST: '' })).toMatchObject({ port: 0, host: '127.0.0.1' });
  });

  test.each([
    ['PORT', '8o80'],
    ['PORT', '65536'],
    ['PORT', '-1'],
    ['PORT', '1e3'],
    ['LOG_LEVEL', 'loud'],
    ['SESSION_HOURS', '0'],
    ['PUBLIC_ORIGIN', 'example.cn'],
    ['PUBLIC_ORIGIN', 'https://example.cn/'],
    ['PUBLIC_ORIGIN', 'javascript:alert(1)'],
    ['OFFICE_ID', 'Office One'],
    ['OFFICE_REGION_CODE', '15'],
    ['ADMINISTRATOR_1_SIGN_IN', 'A'],
    ['TRUSTED_PROXIES', '10.0.0.1,proxy'],
    ['TRUSTED_PROXIES', '10.0.0.0/33'],
    ['DATA_DIR', 'a\u0000b'],
    ['EVENT_STORE_URL', 'http://db'],
  ])('ER-2 a wrong value is named in one line: %s=%j', (name, value) => {
    const problems = refused({ [name]: value });
    expect(problems).toHaveLength(1);
    expect(problems[0]).toMatch(new RegExp(`^${name}: .+ / .+`));
    expect(problems[0]).not.toContain('\n');
  });

  test('ER-2 all wrong values are told at once', () => {
    expect(refused({ PORT: 'x', LOG_LEVEL: 'y' }, ['--fast']).map((line) => line.split(':')[0])).toEqual(['"--fast"', 'PORT', 'LOG_LEVEL']);
  });

  test('ER-2 a connection string that is refused is not repeated, for it may hold a password', () => {
    expect(read({ EVENT_STORE_URL: 'esdb://lianyu:secret@db:2113' }).eventStoreUrl).toBe('esdb://lianyu:secret@db:2113');
    expect(refused({ EVENT_STORE_URL: 'esdb://lianyu:secret@db:2113?tls=false' })).toEqual([
      expect.stringMatching(/^EVENT_STORE_URL: .*credentials-need-tls$/),
    ]);
  });

  test('proxies are addresses, networks or names of networks', () => {
    expect(read({ TRUSTED_PROXIES: '10.0.0.1, fd00::/8,loopback' }).trustedProxies).toEqual(['10.0.0.1', 'fd00::/8', 'loopback']);
  });

  test('an unknown flag is refused', () => {
    expect(refused({}, ['--empty', '--force'])).toEqual([expect.stringContaining('--force')]);
  });

  test('help wins over everything else and names every variable', () => {
    const reading = readConfig({ PORT: 'x' }, ['--help']);
    expect(reading.kind).toBe('help');
    for (const name of Object.keys(variables.shape)) expect(reading.kind === 'help' && reading.text).toContain(name);
  });

  test('demonstration data is served to this machine only', () => {
    expect(refused({ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://example.cn' })).toEqual([expect.stringMatching(/^HOST:/)]);
    expect(read({ HOST: '::1' }).host).toBe('::1');
    expect(read({ HOST: '0.0.0.0', PUBLIC_ORIGIN: 'https://example.cn' }, ['--empty']).mode).toBe('empty');
  });

  test('who listens to others says where browsers find it', () => {
    expect(refused({ HOST: '0.0.0.0' }, ['--empty'])).toEqual([expect.stringMatching(/^PUBLIC_ORIGIN:/)]);
  });

  test.each(['data/key', './data', 'data/deep/key'])('VT-3 a master key inside the data directory is refused: %s', (path) => {
    expect(refused({ VAULT_KEY_FILE: path })).toEqual([expect.stringMatching(/^VAULT_KEY_FILE:/)]);
  });

  test('a directory whose name begins with two dots is still inside', () => {
    expect(read({ DATA_DIR: 'a', VAULT_KEY_FILE: 'b/..key' }).vaultKeyFile).toBe('/srv/lianyu/b/..key');
    expect(refused({ DATA_DIR: 'a', VAULT_KEY_FILE: 'a/..key' })).toHaveLength(1);
  });

  test('the two administrators are two people', () => {
    expect(refused({ ADMINISTRATOR_1_SIGN_IN: 'zhang', ADMINISTRATOR_2_SIGN_IN: 'zhang' })).toHaveLength(1);
  });

  test('ER-2 whatever the environment holds is read or refused, never thrown', () => {
    const environment = fc.dictionary(fc.constantFrom(...Object.keys(variables.shape)), fc.string({ unit: 'binary' }));
    fc.assert(
      fc.property(environment, fc.array(fc.string()), (env, argv) => {
        const reading = readConfig(env, argv, '/srv/lianyu');
        if (reading.kind === 'refused') expect(reading.problems.every((line) => line.length > 0 && !line.includes('\n'))).toBe(true);
        if (reading.kind === 'run') expect(reading.config.port).toBeLessThan(65_536);
      }),
    );
  });
});

describe('origins', () => {
  test('the public origin is the only one', () => {
    const config = { publicOrigin: 'https://example.cn', host: '0.0.0.0', port: 8080 };
    expect(allowedOrigins(config)).toEqual(['https://example.cn']);
  });

  test('without one, the local names at the port that is listened on', () => {
    const config = { publicOrigin: undefined, host: '127.0.0.1', port: 0 };
    expect(allowedOrigins(config, 4567)).toEqual(['http://127.0.0.1:4567', 'http://localhost:4567', 'http://[::1]:4567']);
    expect(publicOriginOf(config, 4567)).toBe('http://127.0.0.1:4567');
  });
});

function read(env: Record<string, string>, argv: string[] = []): Config {
  const reading = readConfig(env, argv, '/srv/lianyu');
  if (reading.kind !== 'run') throw new Error(JSON.stringify(reading));
  return reading.config;
}

function refused(env: Record<string, string>, argv: string[] = []): readonly string[] {
  const reading = readConfig(env, argv, '/srv/lianyu');
  if (reading.kind !== 'refused') throw new Error('it was not refused');
  return reading.problems;
}
