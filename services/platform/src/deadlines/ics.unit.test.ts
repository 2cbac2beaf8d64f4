import { toInstant } from '@lianyu/domain/kernel';
import fc from 'fast-check';
import ICAL from 'ical.js';
import { expect, test } from 'vitest';
import { type CalendarDay, calendarText } from './ics.ts';

const stamp = toInstant(Date.parse('2026-11-24T01:02:03.456Z'));
const read = (text: string) => new ICAL.Component(ICAL.parse(text) as never).getAllSubcomponents('vevent').map((each) => new ICAL.Event(each));

const text = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 120 }),
  fc.stringMatching(/^[\\;,:"\n 一-龥a-z]{0,150}$/),
  fc.constant('共建园区；四至：东至京藏高速,西至黄河\\北岸\n第二行'),
);
/** Controls cannot stand in a calendar, and every end of a line is one. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: these are what is meant
const plain = (words: string) => words.replaceAll(/\r\n|\r/g, '\n').replaceAll(/[\u0000-\u0008\u000b-\u001f\u007f]/g, '');
const day = fc.record({
  on: fc.date({ min: new Date('2000-01-01'), max: new Date('2099-12-30'), noInvalidDate: true }).map((date) => date.toISOString().slice(0, 10)),
  summary: text,
  description: text,
});

test('TM-5 a calendar is read back as it was meant, whatever the words are, in lines of at most 75 octets', () => {
  fc.assert(
    fc.property(fc.array(day, { maxLength: 5 }), (days) => {
      const given = days.map((each, index): CalendarDay => ({ ...each, uid: `${index}@lianyu`, url: 'http://127.0.0.1/agreements/1' }));
      const written = calendarText('联域 期限', given, stamp);
      for (const line of written.split('\r\n')) {
        expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
        expect(line).not.toContain('\n');
        expect(Buffer.from(line).toString()).toBe(line);
      }
      const events = read(written);
      expect(events).toHaveLength(given.length);
      for (const [index, { on, summary, description, uid }] of given.entries()) {
        const event = events[index];
        expect([event?.uid, event?.summary ?? '', event?.description ?? '']).toEqual([uid, plain(summary), plain(description)]);
        expect([event?.startDate.isDate, event?.startDate.toString(), event?.duration.toSeconds()]).toEqual([true, on, 86_400]);
      }
    }),
    { numRuns: 150 },
  );
});
