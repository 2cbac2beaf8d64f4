import type { Statement } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { periodText } from '../../figures/numbers.ts';
import { amountText, useNames } from '../../ui/index.ts';
import { columnsOf, rowsOf, totalOf } from './amounts.ts';

interface Props {
  readonly statement: Statement;
  readonly parties: readonly string[];
  readonly sourceName: (path: string) => string;
  /** The line that is asked about; `undefined` in it is a total. */
  readonly asked: { readonly party: string; readonly line: number | undefined } | undefined;
  readonly disputed: ReadonlySet<number>;
  readonly onAsk: (party: string, line: number | undefined) => void;
}

/** A statement as a table: what was shared, what each line gives to whom, what each has in hand and what moves; every amount can be asked why. */
export function LinesTable({ statement, parties, sourceName, asked, disputed, onAsk }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const { unit } = statement;
  const columns = columnsOf(statement, parties);
  const of = (list: Statement['net'], party: string) =>
    list.filter((each) => each.party === party).reduce((sum, { amount }) => sum + BigInt(amount), 0n);
  const cell = (party: string, line: number | undefined, amount: string) => {
    const shown = asked?.party === party && asked.line === line;
    return (
      <td key={party} className={`num${shown ? ' asked' : ''}`}>
        <button type="button" className="link plain" aria-pressed={shown} title={t('why.title')} onClick={() => onAsk(party, line)}>
          {amountText(amount, unit)}
        </button>
        {line !== undefined && disputed.has(line) && <span className="refusal small"> {t('settlement.disputed')}</span>}
      </td>
    );
  };
  return (
    <div className="table-scroll">
      <table className="data lines">
        <caption className="hidden-text">{t('settlement.lines')}</caption>
        <thead>
          <tr>
            <th scope="col">{t('settlement.item')}</th>
            <th scope="col" className="num">
              {t('settlement.base')}（{t(`sharing.unit.${unit}`)}）
            </th>
            {columns.map((party) => (
              <th key={party} scope="col" className="num">
                {nameOf(party)}（{t(`sharing.unit.${unit}`)}）
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {statement.sources.map(({ path, base }) => (
            <tr key={path} className="source">
              <th scope="row">{sourceName(path)}</th>
              <td className="num">{amountText(base, unit)}</td>
              {columns.map((party) => (
                <td key={party} />
              ))}
            </tr>
          ))}
          {rowsOf(statement).map(({ kind, of: period, cells }) => (
            <tr key={`${kind}${period?.from ?? ''}`}>
              <th scope="row">
                {t(`why.line.${kind}`)}
                {period && <span className="muted"> {periodText(period)}</span>}
              </th>
              <td className="num" />
              {columns.map((party) => {
                const found = cells.get(party);
                return found ? cell(party, found.index, found.amount) : <td key={party} className="num" />;
              })}
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t('settlement.total')}</th>
            <td className="num">
              <b>{amountText(statement.base, unit)}</b>
            </td>
            {columns.map((party) => cell(party, undefined, totalOf(statement, party).toString()))}
          </tr>
          {statement.net.length > 0 && (
            <>
              <tr>
                <th scope="row">{t('settlement.held')}</th>
                <td />
                {columns.map((party) => (
                  <td key={party} className="num">
                    {amountText(of(statement.held, party).toString(), unit)}
                  </td>
                ))}
              </tr>
              <tr className="net">
                <th scope="row">{t('settlement.net')}</th>
                <td />
                {columns.map((party) => (
                  <td key={party} className="num">
                    <b>{amountText(of(statement.net, party).toString(), unit)}</b>
                  </td>
                ))}
              </tr>
            </>
          )}
        </tfoot>
      </table>
    </div>
  );
}
