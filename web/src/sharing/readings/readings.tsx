import type { units } from '@lianyu/domain/money';
import { type Evaluation, type SharingTerm, sharingTerm } from '@lianyu/domain/sharing';
import { Select } from 'antd';
import { useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Chart, type Drawing } from '../../chart/index.ts';
import { periodText } from '../../figures/numbers.ts';
import { amountText, Field, useNames } from '../../ui/index.ts';
import { chosenShape, roughTerm, termFrom } from '../editor/term-shape.ts';
import { withAt } from '../form/at-path.ts';
import { type Parties, recordIn } from '../form/rough.ts';
import { useTreeWords } from '../form/words/index.ts';
import { axisUnit, axisValue } from '../what-if/drawing.ts';
import { choicesIn } from './choices-in.ts';
import { type Difference, differencesOf } from './difference.ts';

/** Another tree that may be read against this one: the text that is answered, an earlier version. */
export interface OtherTerm {
  readonly key: string;
  readonly label: string;
  readonly term: SharingTerm;
}

interface Props {
  readonly term: SharingTerm;
  readonly parties: readonly string[];
  readonly others: readonly OtherTerm[];
  /** The same figures for both. */
  readonly evaluate: (term: SharingTerm) => Evaluation;
  /** Periods before this day are left aside. */
  readonly from: string;
}

/** Two readings of the terms over the same figures: two trees, or two answers to one choice; the differences by period and party. */
export function Readings({ term, parties, others, evaluate, from }: Props) {
  const { t } = useTranslation();
  const [picked, setPicked] = useState<string>();
  const [answer, setAnswer] = useState<string>();
  const words = useTreeWords();
  const identity = useMemo(() => partiesAs(parties), [parties]);
  const rough = useMemo(() => roughTerm(term, identity), [term, identity]);
  const shape = chosenShape(rough);
  const choices = useMemo(() => (shape ? choicesIn(shape, rough, words) : []), [shape, rough, words]);
  const choice = choices.find(({ path }) => path === picked);
  const otherTerm = others.find(({ key }) => key === picked);
  const other = useMemo(() => {
    if (otherTerm) return otherTerm.term;
    if (!choice || answer === undefined || answer === choice.value) return undefined;
    return sharingTerm.safeParse(termFrom(recordIn(withAt(rough, choice.path, answer)), identity)).data;
  }, [otherTerm, choice, answer, rough, identity]);
  const differences = useMemo(
    () => (other ? differencesOf(evaluate(term), evaluate(other), parties, from) : []),
    [other, evaluate, term, parties, from],
  );
  return (
    <div className="what-if">
      <p className="muted small">{t('sharing.reading.about')}</p>
      <Field label={t('sharing.reading.against')}>
        {(ids) => (
          <Select
            {...ids}
            value={picked ?? null}
            placeholder={t('sharing.choose')}
            showSearch={{ optionFilterProp: 'label' }}
            onChange={(key: string) => {
              setPicked(key);
              setAnswer(undefined);
            }}
            options={[
              ...(others.length === 0
                ? []
                : [{ label: t('sharing.reading.trees'), options: others.map(({ key, label }) => ({ value: key, label })) }]),
              { label: t('sharing.reading.choices'), options: choices.map(({ path, label }) => ({ value: path, label })) },
            ]}
          />
        )}
      </Field>
      {choice && (
        <Field label={t('sharing.reading.instead', { answer: choice.options.find(({ value }) => value === choice.value)?.label ?? '' })}>
          {(ids) => (
            <Select
              {...ids}
              value={answer ?? null}
              placeholder={t('sharing.choose')}
              onChange={(value: string) => setAnswer(value)}
              options={choice.options.filter(({ value }) => value !== choice.value).map((option) => ({ ...option }))}
            />
          )}
        </Field>
      )}
      {choice && answer !== undefined && !other && <p className="refusal">{t('sharing.reading.noTerm')}</p>}
      {differences.map((difference) => (
        <DifferenceTable key={difference.subject} difference={difference} parties={parties} />
      ))}
    </div>
  );
}

/** Organisations as their own keys: terms that are signed name them. */
function partiesAs(parties: readonly string[]): Parties {
  const known = (id: string) => (parties.includes(id) ? id : undefined);
  return { keys: parties, organisationOf: known, keyOf: known };
}

function DifferenceTable({ difference, parties }: { difference: Difference; parties: readonly string[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const unit = difference.unit as keyof typeof units;
  const show = (amount: bigint) => amountText(amount.toString(), unit);
  const drawing = useMemo<Drawing>(
    () => ({
      categories: difference.rows.map(({ period }) => periodText(period)),
      unit: axisUnit(unit, t),
      series: parties.flatMap((party, colour) =>
        (['one', 'other'] as const).map((which) => ({
          name: `${nameOf(party)} ${t(`sharing.reading.${which}`)}`,
          draw: 'line' as const,
          colour,
          dashed: which === 'other',
          values: difference.rows.map((row) => axisValue(row.parties.find((each) => each.party === party)?.[which] ?? 0n, unit)),
        })),
      ),
    }),
    [difference, parties, nameOf, t, unit],
  );
  const same = difference.rows.every(({ parties: all }) => all.every(({ one, other }) => one === other));
  const sums = parties.map((party) => difference.rows.reduce((sum, row) => sum + delta(row.parties.find((each) => each.party === party)), 0n));
  return (
    <>
      <Chart drawing={drawing} label={t('sharing.reading.title')} height={240} />
      {same && <p role="status">{t('sharing.reading.same')}</p>}
      <div className="table-scroll">
        <table className="data outcome">
          <caption className="hidden-text">{t('sharing.reading.title')}</caption>
          <thead>
            <tr>
              <th scope="col">{t('sharing.trial.period')}</th>
              {parties.flatMap((party) =>
                (['one', 'other', 'delta'] as const).map((column) => (
                  <th key={`${party}${column}`} scope="col" className="num">
                    {nameOf(party)} {t(`sharing.reading.${column}`)}
                  </th>
                )),
              )}
            </tr>
          </thead>
          <tbody>
            {difference.rows.map((row) => (
              <tr key={row.period.from}>
                <th scope="row" className="nowrap">
                  {periodText(row.period)}
                </th>
                {row.parties.flatMap((each) => [
                  <td key={`${each.party}one`} className="num">
                    {show(each.one)}
                  </td>,
                  <td key={`${each.party}other`} className="num">
                    {show(each.other)}
                  </td>,
                  <td key={`${each.party}delta`} className={delta(each) === 0n ? 'num muted' : 'num asked'}>
                    {signed(delta(each), show)}
                  </td>,
                ])}
              </tr>
            ))}
          </tbody>
          <tfoot>
            <tr>
              <th scope="row">{t('settlement.total')}</th>
              {sums.flatMap((sum, index) => [
                <td key={`${parties[index]}one`} />,
                <td key={`${parties[index]}other`} />,
                <td key={`${parties[index]}delta`} className="num">
                  <b>{signed(sum, show)}</b>
                </td>,
              ])}
            </tr>
          </tfoot>
        </table>
      </div>
    </>
  );
}

const delta = (each: { one: bigint; other: bigint } | undefined) => (each ? each.other - each.one : 0n);
const signed = (amount: bigint, show: (amount: bigint) => string) => (amount > 0n ? `+${show(amount)}` : show(amount));
