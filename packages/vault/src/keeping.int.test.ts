import { spawn } from 'node:child_process';
import { createPublicKey, verify } from 'node:crypto';
import { once } from 'node:events';
import { digest as digestSchema } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { vaultLimits } from './index.ts';
import { baotou, codeOf, hohhot, member, person, place, zone } from './vault.fixtures.ts';

describe('seals', () => {
  test('VT-14 a seal key is made once, and signs what anyone can check', () => {
    const { open } = place();
    const vault = open();
    const key = vault.enrolSealKey(hohhot);
    expect(key).toMatch(/^[0-9a-f]{64}$/);
    expect(open().enrolSealKey(hohhot)).toBe(key);
    expect(vault.enrolSealKey(baotou)).not.toBe(key);
    const sealed = vault.seal(hohhot, Buffer.from('text'));
    expect(sealed).toMatchObject({ key, value: expect.stringMatching(/^[0-9a-f]{128}$/) });
    const publicKey = createPublicKey({ key: { kty: 'OKP', crv: 'Ed25519', x: Buffer.from(key, 'hex').toString('base64url') }, format: 'jwk' });
    expect(verify(null, Buffer.from('text'), publicKey, Buffer.from(sealed?.value ?? '', 'hex'))).toBe(true);
    expect(vault.seal(zone('nobody'), Buffer.from('text'))).toBeUndefined();
  });
});

describe('drafts', () => {
  const draft = { id: 'd1', organisation: hohhot, revision: 0, content: { title: '草稿' }, updatedBy: member(1) };

  test('VT-15 a draft is saved on the revision that was seen, or not at all', () => {
    const { clock, open } = place();
    const vault = open();
    const first = vault.saveDraft(draft, clock.at);
    expect(first).toEqual({ ...draft, revision: 1, updatedAt: clock.at });
    expect(vault.saveDraft(draft, clock.at)).toBeUndefined();
    expect(vault.saveDraft({ ...draft, revision: 2 }, clock.at)).toBeUndefined();
    expect(vault.saveDraft({ ...draft, revision: 1, negotiation: 'n1', content: null }, clock.pass(5))).toMatchObject({ revision: 2 });
    expect(open().draft(hohhot, 'd1')).toEqual({ ...draft, revision: 2, negotiation: 'n1', content: null, updatedAt: clock.at });
    expect(vault.discardDraft(hohhot, 'd1')).toBe(true);
    expect(vault.discardDraft(hohhot, 'd1')).toBe(false);
    expect(vault.saveDraft({ ...draft, revision: 2 }, clock.at)).toBeUndefined();
  });

  test('VT-15 of two writers in two processes one wins every round, and nothing is lost', async () => {
    const { clock, at, open } = place();
    open().saveDraft({ ...draft, content: [] }, clock.at);
    const script = `
      const { openVault } = await import(${JSON.stringify(new URL('open.ts', import.meta.url).href)});
      const vault = openVault(JSON.parse(process.argv[1]));
      const name = process.argv[2];
      for (let won = 0; won < 40; ) {
        const { updatedAt, ...draft } = vault.draft('hohhot-etdz', 'd1');
        if (vault.saveDraft({ ...draft, content: [...draft.content, name] }, '2026-11-23T02:00:00.000Z')) won += 1;
      }`;
    const writers = ['one', 'two'].map((name) =>
      spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(at), name], { stdio: ['ignore', 'inherit', 'inherit'] }),
    );
    const codes = await Promise.all(writers.map(async (writer) => (await once(writer, 'exit'))[0]));
    expect(codes).toEqual([0, 0]);
    const after = open().draft(hohhot, 'd1');
    expect(after?.revision).toBe(81);
    expect([after?.content].flat().filter((name) => name === 'one')).toHaveLength(40);
    expect([after?.content].flat().filter((name) => name === 'two')).toHaveLength(40);
  });

  test('VT-15 a draft belongs to one organisation', () => {
    const { clock, open } = place();
    const vault = open();
    vault.saveDraft(draft, clock.at);
    vault.saveDraft({ ...draft, organisation: baotou, content: 'other' }, clock.at);
    expect(vault.drafts(hohhot).map(({ content }) => content)).toEqual([{ title: '草稿' }]);
    expect(vault.discardDraft(zone('elsewhere'), 'd1')).toBe(false);
    expect(vault.draft(zone('elsewhere'), 'd1')).toBeUndefined();
  });

  test('VT-15 whatever JSON it holds comes back as it was', () => {
    const { clock, open } = place();
    const vault = open();
    let revision = 0;
    fc.assert(
      fc.property(fc.jsonValue(), (content) => {
        revision = vault.saveDraft({ ...draft, revision, content }, clock.at)?.revision ?? -1;
        expect(JSON.stringify(vault.draft(hohhot, 'd1')?.content)).toBe(JSON.stringify(content));
      }),
    );
  });

  test('ER-3 drafts are limited in size and number', () => {
    const { clock, open } = place();
    const vault = open();
    expect(codeOf(() => vault.saveDraft({ ...draft, content: 'x'.repeat(vaultLimits.draftBytes) }, clock.at))).toBe('LIMIT_REACHED');
    for (let kept = 0; kept < vaultLimits.draftsPerOrganisation; kept += 1) vault.saveDraft({ ...draft, id: `d${kept}` }, clock.at);
    expect(codeOf(() => vault.saveDraft({ ...draft, id: 'more' }, clock.at))).toBe('LIMIT_REACHED');
    expect(vault.saveDraft({ ...draft, revision: 1 }, clock.at)).toBeDefined();
    expect(vault.saveDraft({ ...draft, organisation: baotou }, clock.at)).toBeDefined();
  });
});

describe('files', () => {
  test('VT-16 the same bytes are kept once, for each owner who brought them', () => {
    const { clock, open } = place();
    const vault = open();
    const digest = vault.keepFile(Buffer.from('abc'), hohhot, 'text/plain', clock.at);
    expect(digest).toBe('ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad');
    expect(vault.file(digest, baotou)).toBeUndefined();
    expect(vault.keepFile(Buffer.from('abc'), baotou, 'application/pdf', clock.at)).toBe(digest);
    expect(open().file(digest, baotou)).toEqual({ bytes: Buffer.from('abc'), mediaType: 'application/pdf' });
    expect(vault.file(digest, hohhot)?.mediaType).toBe('text/plain');
    expect(vault.file(digestSchema.parse('0'.repeat(64)), hohhot)).toBeUndefined();
    expect(vault.file('../../key' as never, hohhot)).toBeUndefined();
  });

  test('ER-3 a file is limited in size; an empty one is a file', () => {
    const { clock, open } = place();
    const vault = open();
    expect(codeOf(() => vault.keepFile(Buffer.alloc(vaultLimits.fileBytes + 1), hohhot, 'text/plain', clock.at))).toBe('LIMIT_REACHED');
    const digest = vault.keepFile(Buffer.alloc(0), hohhot, 'text/plain', clock.at);
    expect(vault.file(digest, hohhot)?.bytes).toHaveLength(0);
  });
});

describe('the rest', () => {
  test('VT-17 a named secret is made once and is the same ever after, also when two ask at once', () => {
    const { open } = place();
    const one = open();
    const other = open();
    const secret = one.secret('cursors');
    expect(secret).toHaveLength(32);
    expect(other.secret('cursors')).toEqual(secret);
    expect(one.secret('another')).not.toEqual(secret);
  });

  test('AZ-1 the text of every set of policies is archived and never replaced', () => {
    const { clock, open } = place();
    const digest = digestSchema.parse('a'.repeat(64));
    const vault = open();
    vault.archivePolicies(digest, 'permit(…);', clock.at);
    vault.archivePolicies(digest, 'forbid(…);', clock.at);
    expect(open().archivedPolicies(digest)).toBe('permit(…);');
    expect(vault.archivedPolicies(digestSchema.parse('b'.repeat(64)))).toBeUndefined();
  });

  test('a note is what was noted last, and short', () => {
    const { open } = place();
    const vault = open();
    expect(vault.note('position')).toBeUndefined();
    vault.setNote('position', '1');
    vault.setNote('position', '2');
    expect(open().note('position')).toBe('2');
    expect(codeOf(() => vault.setNote('position', 'x'.repeat(vaultLimits.noteCharacters + 1)))).toBe('LIMIT_REACHED');
  });

  test('VT-18 what was answered survives the process being killed', async () => {
    const { at, clock, open } = place();
    const script = `
      const { openVault } = await import(${JSON.stringify(new URL('open.ts', import.meta.url).href)});
      const { readFileSync } = await import('node:fs');
      const vault = openVault(JSON.parse(process.argv[1]));
      const token = vault.enter(${JSON.stringify(person(1))}, '2026-11-24T02:00:00.000Z');
      await vault.setUp(token, 'a-long-password', '${clock.at}');
      const { secret } = vault.openSession('${member(1)}', 'browser', '${clock.at}', 3600000);
      vault.saveDraft({ id: 'd1', organisation: '${hohhot}', revision: 0, content: 'kept', updatedBy: '${member(1)}' }, '${clock.at}');
      const digest = vault.keepFile(Buffer.from('file'), '${hohhot}', 'text/plain', '${clock.at}');
      console.log(JSON.stringify({ secret, digest, seal: vault.enrolSealKey('${hohhot}') }));
      process.kill(process.pid, 'SIGKILL');`;
    const child = spawn(process.execPath, ['--input-type=module', '-e', script, JSON.stringify(at)], { stdio: ['ignore', 'pipe', 'inherit'] });
    let printed = '';
    child.stdout.on('data', (chunk) => {
      printed += chunk;
    });
    const [, signal] = await once(child, 'exit');
    expect(signal).toBe('SIGKILL');
    const told = JSON.parse(printed);
    const vault = open();
    expect(await vault.verifyPassword('person-1', 'a-long-password', clock.at)).toMatchObject({ ok: true });
    expect(vault.session(told.secret, clock.at)?.member).toBe(member(1));
    expect(vault.draft(hohhot, 'd1')?.content).toBe('kept');
    expect(Buffer.from(vault.file(told.digest, hohhot)?.bytes ?? []).toString()).toBe('file');
    expect(vault.enrolSealKey(hohhot)).toBe(told.seal);
  });
});
