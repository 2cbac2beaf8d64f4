import type { Cap, Claim, Discretionary, EligibilityTest, Guarantee, History, Recovery, Redirection } from '../term/index.ts';
import { measureList } from './base.ts';
import { start } from './clock.ts';
import { list, maybe, oneOf, party, type Syntax, say, via, word } from './syntax.ts';
import { AND, body, count, money, name, quoted, SEMICOLON, share } from './values.ts';
import { milestoneWords } from './words.ts';

const history: Syntax<History> = oneOf<History>({
  stated: say<Extract<History, { node: 'stated' }>>(
    { zh: '约定的各年数额（{amounts}）', en: 'the stated amounts of each year ({amounts})' },
    { amounts: list(money, AND) as Syntax<string[]> },
  ),
  'figures-before': say<Extract<History, { node: 'figures-before' }>>(
    {
      zh: '{party}在{milestone}之年以前{years}个自然年度按分享基数口径征收并扣除退库的数额',
      en: 'what {party} collected of the base, less refunds, in the {years} calendar years before the one in which {milestone}',
    },
    { party, milestone: word(milestoneWords), years: count },
  ),
});

export const eligibilityText: Syntax<EligibilityTest> = oneOf<EligibilityTest>({
  'average-at-least': say<Extract<EligibilityTest, { node: 'average-at-least' }>>(
    { zh: '资格条件：{history}，年平均不低于{amount}。', en: 'Eligible if: {history} average {amount} or more a year.' },
    { history, amount: money },
  ),
  'milestone-confirmed': say<Extract<EligibilityTest, { node: 'milestone-confirmed' }>>(
    { zh: '资格条件：{milestone}，并经确认。', en: 'Eligible if it is confirmed that {milestone}.' },
    { milestone: word(milestoneWords) },
  ),
});

const claim: Syntax<Claim> = say<Claim>(
  { zh: '{id}{creditor}{outlay}', en: '{id} {creditor}, {outlay}' },
  {
    id: quoted,
    creditor: party,
    outlay: oneOf<Claim['outlay']>({
      stated: say<Extract<Claim['outlay'], { node: 'stated' }>>({ zh: '约定投入{amount}', en: 'the stated outlay of {amount}' }, { amount: money }),
      figures: say<Extract<Claim['outlay'], { node: 'figures' }>>(
        { zh: '实际发生的{measures}', en: 'what was spent of {measures}' },
        { measures: measureList },
      ),
    }),
  },
);

export const recoveryText: Syntax<Recovery> = say<Recovery>(
  {
    zh: '优先收回：分配前以基数的{portion}依次收回：{claims}；{yearsCount}。\n',
    en: 'Recovery: out of {portion} of the base, before anything is shared, in turn: {claims}; {yearsCount}.\n',
  },
  {
    portion: share,
    claims: list(claim, SEMICOLON) as Syntax<Claim[]>,
    yearsCount: word<Recovery['yearsCount']>({
      'from-start': { zh: '分享年度自起算日起计', en: 'the years of sharing count from the start' },
      'from-period-recovered': { zh: '分享年度自收回完毕的结算期起计', en: 'the years of sharing count from the period in which all is recovered' },
      'from-period-after': {
        zh: '分享年度自收回完毕的次一结算期起计，收回完毕当期的余额按第1年分享',
        en: 'the years of sharing count from the period after the one in which all is recovered, whose rest is shared as year 1',
      },
    }),
  },
  { node: 'recovery' },
);

export const capText: Syntax<Cap> = say<Cap>(
  {
    zh: '封顶{id}：{party}{over}{counts}不超过{amount}，超出部分归{excessTo}。',
    en: 'Cap {id}: {party} gets, {over}, {counts}, no more than {amount}; what is above goes to {excessTo}.',
  },
  {
    id: quoted,
    party,
    over: word<Cap['over']>({
      period: { zh: '每一时段', en: 'in each stretch' },
      year: { zh: '每一年度', en: 'in each year' },
      whole: { zh: '累计', en: 'in all' },
    }),
    counts: word<Cap['counts']>({
      shares: { zh: '分享所得', en: 'of shares' },
      'shares-and-recovery': { zh: '分享所得与优先收回合计', en: 'of shares and recovery together' },
    }),
    amount: oneOf<Cap['amount']>({
      stated: say<Extract<Cap['amount'], { node: 'stated' }>>({ zh: '{amount}', en: '{amount}' }, { amount: money }),
      'from-history': say<Extract<Cap['amount'], { node: 'from-history' }>>(
        { zh: '{history}合计的{times}', en: '{times} of the sum of {history}' },
        { history, times: share },
      ),
    }),
    excessTo: party,
  },
  { node: 'cap' },
);

const forYears = via(
  say<{ years: number }>({ zh: '，为期{years}年', en: ', for {years} years' }, { years: count }),
  (years: number) => ({ years }),
  ({ years }) => years,
);

export const guaranteeText: Syntax<Guarantee> = say<Guarantee>(
  {
    zh: '保底{id}：{from}起{years}，{party}每年所得不低于{amount}，不足部分{fundedBy}补足，{assessed}。',
    en: 'Minimum {id}: {from}{years}, {party} gets at least {amount} a year; what is missing is made up {fundedBy}, {assessed}.',
  },
  {
    id: quoted,
    from: start,
    years: maybe(forYears) as Syntax<number>,
    party,
    amount: money,
    fundedBy: say<Guarantee['fundedBy']>(
      { zh: '由{party}以{source}', en: 'by {party} from {source}' },
      {
        party,
        source: word({
          pool: { zh: '其分享所得为限', en: 'its own part alone' },
          'own-funds': { zh: '其分享所得及自有资金', en: 'its own part and its own funds' },
        }),
      },
    ),
    assessed: word<Guarantee['assessed']>({
      'year-end': { zh: '于年度终了时核定', en: 'assessed at the end of the year' },
      'every-period': { zh: '于每期按年初至期末核定', en: 'assessed in every period on the year so far' },
    }),
  },
  { node: 'guarantee' },
);

export const redirectionText: Syntax<Redirection> = say<Redirection>(
  {
    zh: '现金归集：分享数额仍归属各方，其中{from}以现金拨付{to}。\n',
    en: 'Cash: shares stay attributed as they are; {from} is paid over to {to}.\n',
  },
  {
    from: list(
      say<Redirection['from'][number]>({ zh: '{party}所得的{ratio}', en: '{ratio} of what {party} gets' }, { party, ratio: share }),
      AND,
    ) as Syntax<Redirection['from']>,
    to: body,
  },
  { node: 'redirection' },
);

export const discretionaryText: Syntax<Discretionary> = say<Discretionary>(
  {
    zh: '酌情事项：{when}，{payer}可以酌情给予{payee}{name}，数额另行决定，如实记录，不在本条计算。',
    en: 'Discretion: {when}, {payer} may grant {payee} {name}; the amount is decided apart, recorded, and not computed here.',
  },
  {
    when: oneOf<Discretionary['when']>({
      'sharing-ended': say({ zh: '分享终止后', en: 'once sharing has ended' }, {}),
      'cap-not-reached': say<Extract<Discretionary['when'], { node: 'cap-not-reached' }>>(
        { zh: '分享终止而封顶{cap}尚未达到时', en: 'once sharing has ended and cap {cap} is not reached' },
        { cap: quoted },
      ),
    }),
    payer: body,
    payee: party,
    name,
  },
  { node: 'discretionary' },
);
