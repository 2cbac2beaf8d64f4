import fc from 'fast-check';
import { expect, test } from 'vitest';
import { org } from '../kernel/given.fixtures.ts';
import type { Digest } from '../kernel/index.ts';
import { contentBetween } from './content.fixtures.ts';
import { type Attachment, agreementContent, attachment, attachmentKind, contradictionIn, fileType, renderText } from './index.ts';

const base = contentBetween(['xian', 'bayannur']);
const digestAs = (character: string) => character.repeat(64) as Digest;
const map: Attachment = {
  kind: 'boundary-map',
  name: '四至范围图.pdf',
  mediaType: 'application/pdf',
  bytes: 48_213,
  digest: digestAs('a'),
  from: org('xian'),
};

test('AG-60 AG-15 attachments stand at the end of the text, each with what it is for, its size, who put it in and its digest', () => {
  const text = renderText({
    ...base,
    attachments: [map, { ...map, kind: 'other', name: '其他.txt', mediaType: 'text/plain', digest: digestAs('b') }],
  });
  expect(text.zh.split('\n').slice(-4, -1)).toEqual([
    '下列附件是本协议的组成部分，与正文具有同等效力，以所列摘要相符的文件为准：',
    `附件一 四至范围图：“四至范围图.pdf”，PDF文件，48213字节，由甲方提供，SHA-256摘要${digestAs('a')}`,
    `附件二 其他附件：“其他.txt”，TXT文件，48213字节，由甲方提供，SHA-256摘要${digestAs('b')}`,
  ]);
  expect(text.en).toContain(`Attachment 1, boundary map: "四至范围图.pdf", PDF, 48213 bytes, provided by Party A, SHA-256 ${digestAs('a')}`);
});

test('AG-60 EV-6 a text without attachments reads as it did under the older renderers', () => {
  expect(renderText(base).zh).not.toContain('附件');
  expect(agreementContent.safeParse({ ...base, attachments: [] }).success).toBe(false);
});

test('AG-60 AG-15 two lists of attachments that differ in anything read differently', () => {
  const name = fc.constantFrom('图.pdf', '图”，PDF文件，5字节', '清单', '图.pdf ', '附件一');
  const any = fc.record<Attachment>({
    kind: fc.constantFrom(...attachmentKind.options),
    name,
    mediaType: fc.constantFrom(...fileType.options),
    bytes: fc.constantFrom(1, 5, 55),
    digest: fc.constantFrom(...['a', 'b', 'c'].map(digestAs)),
    from: fc.constantFrom(org('xian'), org('bayannur'), org('dalian')),
  });
  const list = fc.array(any, { minLength: 1, maxLength: 3 });
  fc.assert(
    fc.property(list, list, (one, other) => {
      const same = JSON.stringify(one) === JSON.stringify(other);
      expect(renderText({ ...base, attachments: one }).zh === renderText({ ...base, attachments: other }).zh).toBe(same);
    }),
  );
});

test('AG-60 AG-16 the same file twice, too much in all, a name that hides something', () => {
  expect(contradictionIn({ ...base, attachments: [map, { ...map, name: '另一名称.pdf' }] })).toEqual({
    path: 'attachments.1',
    problem: 'attachment-twice',
  });
  const large = ['a', 'b', 'c', 'd', 'e', 'f'].map((each) => ({ ...map, bytes: 20 << 20, digest: digestAs(each) }));
  expect(contradictionIn({ ...base, attachments: large.slice(0, 5) })).toBeUndefined();
  expect(contradictionIn({ ...base, attachments: large })).toEqual({ path: 'attachments', problem: 'attachments-too-large' });
  for (const name of ['', 'a\nb', '图\u202efdp.exe', '图\u200b.pdf', '\ud800', 'x'.repeat(201)])
    expect(attachment.safeParse({ ...map, name }).success, JSON.stringify(name)).toBe(false);
  expect(attachment.safeParse({ ...map, bytes: (20 << 20) + 1 }).success).toBe(false);
  expect(attachment.safeParse({ ...map, mediaType: 'text/html' }).success).toBe(false);
});
