import type { Allocation, Band, BandCondition, SchemeRounding } from '../term/index.ts';
import { measure, measureList } from './base.ts';
import { list, maybe, oneOf, party, type Syntax, say, via, word } from './syntax.ts';
import { AND, bandYears, COMMA, digits, money, parties, quoted, SEMICOLON, share, shares } from './values.ts';

type Of<Node extends Allocation['node']> = Extract<Allocation, { node: Node }>;
type Tier = Of<'tiers'>['tiers'][number];
type Below = Of<'increment'>['below'];

const overAmount = word<'period' | 'year' | 'whole'>({
  period: { zh: '每一时段数额', en: 'the amount of each stretch' },
  year: { zh: '年度累计数额', en: 'the amount of the year so far' },
  whole: { zh: '自该年度段开始的累计数额', en: 'the amount since the years of this band began' },
});

const tier: Syntax<Tier> = {
  print: (value, as) => (value.upTo === undefined ? openTier.print(value, as) : boundedTier.print({ ...value, upTo: value.upTo }, as)),
  *read(text, at, as) {
    yield* boundedTier.read(text, at, as);
    yield* openTier.read(text, at, as);
  },
};
const boundedTier = say<Tier & { upTo: string }>({ zh: '{upTo}以内的部分，{shares}', en: 'up to {upTo}, {shares}' }, { upTo: money, shares });
const openTier = say<Tier>({ zh: '其余部分，{shares}', en: 'the rest, {shares}' }, { shares });

const below: Syntax<Below> = oneOf<Below>({
  'pro-rata-to-stock': say({ zh: '各方按存量比例分享实际数额', en: 'what there is is shared in proportion to the stocks' }, {}),
  'same-ratio': say({ zh: '不足部分按上述比例由各方分担', en: 'what is missing is borne in the same ratios' }, {}),
  party: say<Extract<Below, { node: 'party' }>>({ zh: '不足部分由{party}承担', en: 'what is missing is borne by {party}' }, { party }),
});

const allocation: Syntax<Allocation> = oneOf<Allocation>({
  ratio: say<Of<'ratio'>>({ zh: '按比例分享，{shares}', en: 'shared by ratio, {shares}' }, { shares }),
  equity: say<Of<'equity'>>(
    { zh: '按股权分享，{holdings}', en: 'shared by equity, {holdings}' },
    {
      holdings: list(
        say<Of<'equity'>['holdings'][number]>({ zh: '{party}{units}股', en: '{party} {units} shares' }, { party, units: digits }),
        COMMA,
      ) as Syntax<Of<'equity'>['holdings']>,
    },
  ),
  contribution: say<Of<'contribution'>>(
    {
      zh: '按各方截至时段首日的累计投入之比分享，投入为{measures}',
      en: 'shared in proportion to what each has put in by the first day of a stretch, of {measures}',
    },
    { measures: measureList },
  ),
  tiers: say<Of<'tiers'>>(
    { zh: '按{over}分档累进分享：{tiers}', en: 'shared in tiers of {over}: {tiers}' },
    { over: overAmount, tiers: list(tier, SEMICOLON) as Syntax<Tier[]> },
  ),
  increment: say<Of<'increment'>>(
    {
      zh: '每年存量{stocks}归其所属方，{over}超出存量的部分按比例分享，{shares}；低于存量时{below}',
      en: 'the stock of each year, {stocks}, stays with its party; of {over} what is above is shared by ratio, {shares}; below the stock {below}',
    },
    {
      stocks: list(
        say<Of<'increment'>['stocks'][number]>({ zh: '{party}{amount}', en: '{party} {amount}' }, { party, amount: money }),
        AND,
      ) as Syntax<Of<'increment'>['stocks']>,
      over: overAmount as Syntax<'period' | 'year'>,
      shares,
      below,
    },
  ),
  'fixed-return': say<Of<'fixed-return'>>(
    {
      zh: '{payer}每年按{on}的{rate}向{payee}支付固定回报，无论盈亏均应支付',
      en: '{payer} pays {payee} a fixed return a year of {rate} on {on}, in loss as well',
    },
    {
      payer: party,
      payee: party,
      rate: share,
      on: oneOf<Of<'fixed-return'>['on']>({
        stated: say<Extract<Of<'fixed-return'>['on'], { node: 'stated' }>>(
          { zh: '约定投资额{amount}', en: 'the stated investment of {amount}' },
          { amount: money },
        ),
        'paid-in': say<Extract<Of<'fixed-return'>['on'], { node: 'paid-in' }>>({ zh: '收款方的{measure}', en: "the payee's {measure}" }, { measure }),
      }),
    },
  ),
  'fixed-amount': say<Of<'fixed-amount'>>(
    { zh: '{payer}每年{per}向{payee}支付{amount}，无论盈亏均应支付', en: '{payer} pays {payee} {amount} a year {per}, in loss as well' },
    {
      payer: party,
      payee: party,
      amount: money,
      per: oneOf<Of<'fixed-amount'>['per']>({
        year: say({ zh: '合计', en: 'in all' }, {}),
        'stated-units': say<Extract<Of<'fixed-amount'>['per'], { node: 'stated-units' }>>(
          { zh: '按约定的{units}件逐件', en: 'for each of {units} things' },
          { units: digits },
        ),
        'delivered-units': say({ zh: '按收款方已交付的件数逐件', en: 'for each thing that the payee has delivered' }, {}),
      }),
    },
  ),
  'not-shared': say({ zh: '不作分享，留归征收方', en: 'not shared, it stays with whoever collects it' }, {}),
});

const bandCondition: Syntax<BandCondition> = oneOf<BandCondition>({
  'cap-not-reached': say<Extract<BandCondition, { node: 'cap-not-reached' }>>(
    { zh: '封顶{cap}尚未达到', en: 'cap {cap} is not reached' },
    { cap: quoted },
  ),
  'claim-open': say<Extract<BandCondition, { node: 'claim-open' }>>(
    { zh: '优先收回{claim}尚未完毕', en: 'claim {claim} is still open' },
    { claim: quoted },
  ),
  'received-below': say<Extract<BandCondition, { node: 'received-below' }>>(
    { zh: '{party}累计所得低于{amount}', en: '{party} has received less than {amount} in all' },
    { party, amount: money },
  ),
});

const onlyIf = via(
  say<{ condition: BandCondition }>(
    { zh: '（仅当此前{condition}，否则分享终止）', en: ' (only if by then {condition}; otherwise sharing ends)' },
    { condition: bandCondition },
  ),
  (condition: BandCondition) => ({ condition }),
  ({ condition }) => condition,
);

interface Said {
  readonly years: Pick<Band, 'fromYear' | 'toYear'>;
  readonly onlyIf?: BandCondition | undefined;
  readonly allocation: Allocation;
}

/** One paragraph for each band of years. */
export const bandText: Syntax<Band> = via(
  say<Said>(
    { zh: '分享比例，{years}{onlyIf}：{allocation}。', en: 'Sharing, {years}{onlyIf}: {allocation}.' },
    { years: bandYears, onlyIf: maybe(onlyIf) as Syntax<BandCondition>, allocation },
  ),
  ({ fromYear, toYear, ...rest }: Band): Said => ({ years: toYear === undefined ? { fromYear } : { fromYear, toYear }, ...rest }),
  ({ years, ...rest }) => ({ ...years, ...rest }),
);

export const roundingText: Syntax<SchemeRounding> = say<SchemeRounding>(
  {
    zh: '尾差：{level}按最大余额法处理，{over}取整，余额相同时依次归{ties}；基数为负时{negative}；单项数额{amounts}。',
    en: 'Odd fen: by largest remainder {level}, rounded {over}, ties going in turn to {ties}; a base below zero {negative}; single amounts {amounts}.',
  },
  {
    level: word({ total: { zh: '在合计层级', en: 'on the total' }, 'per-source': { zh: '在各项收入层级', en: 'source by source' } }),
    over: word({
      period: { zh: '每一时段各自', en: 'each stretch for itself' },
      year: { zh: '按年度累计', en: 'on the year so far' },
      whole: { zh: '按自该年度段开始的累计', en: 'on all since the years of a band began' },
    }),
    negative: word({
      mirror: { zh: '按相同比例反向分担', en: 'is borne in the same ratios' },
      'carry-forward': { zh: '留归持有方并结转以后时段抵减', en: 'stays with its holder and is carried forward' },
    }),
    ties: parties,
    amounts: word({ 'half-up': { zh: '四舍五入至分', en: 'are rounded half up' }, down: { zh: '舍去不足一分的部分', en: 'are rounded down' } }),
  },
  { node: 'largest-remainder' },
);
