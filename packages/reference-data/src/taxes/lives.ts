import type { CalendarDate } from '@lianyu/domain/kernel';
import type { SchemeTax } from '@lianyu/domain/sharing';
import type { Source } from '../source.ts';

/** A tax that came or went while agreements run. */
export interface TaxLife {
  readonly tax: SchemeTax;
  readonly from?: CalendarDate;
  readonly until?: CalendarDate;
  readonly source: Source;
}

export const taxLives: readonly TaxLife[] = [
  { tax: 'business', until: '2016-04-30' as CalendarDate, source: { citation: '财税〔2016〕36号', verification: 'verified' } },
  { tax: 'environmental-protection', from: '2018-01-01' as CalendarDate, source: { citation: '环境保护税法', verification: 'verified' } },
];

/**
 * What may stand for a tax that has ended, where terms name it: 财预〔2015〕92号 shares 营业税, which became 增值税. No document that
 * adapts 92号 was found, so this is a reading, offered to the parties and never applied unless their terms state it.
 */
export const suggestedSuccessors: Readonly<Partial<Record<SchemeTax, SchemeTax>>> = { business: 'value-added' };
