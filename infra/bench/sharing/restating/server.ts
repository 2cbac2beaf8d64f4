import type { FigureContent, Period } from '@lianyu/domain/settlement';
import { TestPlatform } from '@lianyu/platform/fixtures';
import { computedContent, inForce, moneyTerm, Settlers } from '@lianyu/platform/settlement/fixtures';
import { QUARTERS, quarterFrom } from '../agreements.ts';
import type { Standing } from './messages.ts';

// The whole platform as it runs, with one agreement of forty quarters of which the last is still to be settled.
const RESTATED = 12;
const REPORTER = 'bayannur-etdz.officer';
const CONFIRMER = 'xian-etdz.head';
const VIEWER = 'xian-etdz.officer';

const platform = new TestPlatform();
process.on('disconnect', () => void platform.close().finally(() => process.exit()));
await platform.play();
platform.at('2026-07-15T02:00:00.000Z');

const quarters = Array.from({ length: QUARTERS }, (_, at) => quarterFrom(2016, 2, at));
const { start } = moneyTerm.clock;
const begun = { ...start, all: [{ node: 'on-date' as const, date: quarters[0]?.from as never }] };
const agreement = await inForce(platform, computedContent('四十个季度', { money: { ...moneyTerm, clock: { ...moneyTerm.clock, start: begun } } }));
const settlers = new Settlers(platform, agreement);
const document = await settlers.put(REPORTER, '入库统计');
const collected = (at: number) => String(1_000_000_001 + at * 7_919);
const figureOf = (period: Period, at: number): FigureContent => ({
  measure: 'tax/value-added/local-retained',
  period,
  amount: collected(at),
  effectiveOn: period.to,
  estimated: false,
  document: { digest: document, name: '入库统计.txt' },
  note: '',
});
await settlers.report(...quarters.map(figureOf));
await settlers.confirm(...quarters.map((_, at) => at + 1));
for (let at = 0; at < QUARTERS - 1; at += 1) await settlers.adopt();

const url = await platform.platform.listen();
const account = (name: string) => ({ signInName: name, password: platform.account(name).password });
const standing: Standing = {
  say: 'standing',
  url,
  agreement,
  clause: settlers.account.clause,
  document,
  period: quarters[RESTATED] as Period,
  collected: collected(RESTATED),
  accounts: { reporter: account(REPORTER), confirmer: account(CONFIRMER), viewer: account(VIEWER) },
};
process.send?.(standing);
