import { type Pool, type Resource, resourceUnits } from '@lianyu/domain/resources';
import { decimal } from '../documents/statement.ts';
import { type Language, unitWords } from '../documents/words.ts';
import type { Sheet } from '../sheets/index.ts';

const words = (zh: string, en: string) => ({ zh, en });
const said = {
  ledgers: words('资源指标', 'Quotas'),
  entries: words('明细', 'Entries'),
  zone: words('开发区', 'Zone'),
  year: words('年度', 'Year'),
  resource: words('资源', 'Resource'),
  pool: words('下达方式', 'Pool'),
  unit: words('单位', 'Unit'),
  allotted: words('下达', 'Allotted'),
  available: words('可用', 'Available'),
  reserved: words('预留', 'Reserved'),
  used: words('已用', 'Used'),
  inTransit: words('划转在途', 'In transit'),
  partners: words('净划出', 'Net to partners'),
  number: words('序号', 'Number'),
  on: words('日期', 'Date'),
  event: words('事件', 'Event'),
  amount: words('数量', 'Amount'),
  words: words('说明', 'Words'),
  eventId: words('事件编号', 'Event id'),
};
const resources: Readonly<Record<Resource, ReturnType<typeof words>>> = {
  land: words('用地', 'land'),
  energy: words('用能', 'energy'),
  water: words('用水', 'water'),
  carbon: words('碳排放', 'carbon'),
};
const pools: Readonly<Record<Pool, ReturnType<typeof words>>> = { ordinary: words('常规', 'ordinary'), listed: words('单列', 'listed') };

interface Balances {
  readonly allotted: string;
  readonly available: string;
  readonly reserved: string;
  readonly used: string;
  readonly inTransit: string;
  readonly partners: string;
}
interface LedgerRow {
  readonly zone: string;
  readonly year: number;
  readonly resource: Resource;
  readonly pools: Readonly<Record<Pool, Balances>>;
}
interface EntryRow extends Pick<LedgerRow, 'zone' | 'year' | 'resource'> {
  readonly number: number;
  readonly type: string;
  readonly on: string;
  readonly pool: Pool;
  readonly amount: string;
  readonly words: string;
  readonly event: string;
}

export function quotaSheet(ledgers: readonly LedgerRow[], nameOf: (organisation: string) => string, l: Language): Sheet {
  const quantity = (header: { zh: string; en: string }) => ({ header: header[l], kind: 'quantity' as const, width: 16 });
  return {
    name: said.ledgers[l],
    above: [said.ledgers[l]],
    columns: [
      { header: said.zone[l], kind: 'text', width: 26 },
      { header: said.year[l], kind: 'text' },
      { header: said.resource[l], kind: 'text' },
      { header: said.pool[l], kind: 'text' },
      { header: said.unit[l], kind: 'text' },
      ...[said.allotted, said.available, said.reserved, said.used, said.inTransit, said.partners].map(quantity),
    ],
    rows: ledgers.flatMap(({ zone, year, resource, pools: both }) =>
      (['ordinary', 'listed'] as const).map((pool) => {
        const unit = resourceUnits[resource];
        const { allotted, available, reserved, used, inTransit, partners } = both[pool];
        const amounts = [allotted, available, reserved, used, inTransit, partners].map((amount) => decimal(amount, unit));
        return [nameOf(zone), String(year), resources[resource][l], pools[pool][l], unitWords[unit][l], ...amounts];
      }),
    ),
  };
}

export function quotaEntriesSheet(entries: readonly EntryRow[], nameOf: (organisation: string) => string, l: Language): Sheet {
  return {
    name: said.entries[l],
    above: [said.entries[l]],
    columns: [
      { header: said.zone[l], kind: 'text', width: 26 },
      { header: said.year[l], kind: 'text' },
      { header: said.resource[l], kind: 'text' },
      { header: said.number[l], kind: 'text' },
      { header: said.on[l], kind: 'date', width: 14 },
      { header: said.event[l], kind: 'text', width: 24 },
      { header: said.pool[l], kind: 'text' },
      { header: said.amount[l], kind: 'quantity', width: 16 },
      { header: said.unit[l], kind: 'text' },
      { header: said.words[l], kind: 'text', width: 40 },
      { header: said.eventId[l], kind: 'text', width: 40 },
    ],
    rows: entries.map(({ zone, year, resource, number, on, type, pool, amount, words: text, event }) => {
      const unit = resourceUnits[resource];
      return [
        nameOf(zone),
        String(year),
        resources[resource][l],
        String(number),
        on,
        type,
        pools[pool][l],
        decimal(amount, unit),
        unitWords[unit][l],
        text,
        event,
      ];
    }),
  };
}
