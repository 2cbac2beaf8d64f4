import type { PeriodKnown } from '@lianyu/contract';
import type { Unit } from '@lianyu/domain/money';
import { useTranslation } from 'react-i18next';
import { periodText } from '../../figures/numbers.ts';
import { formatInstant } from '../../i18n/format.ts';
import { amountText, Card, useNames } from '../../ui/index.ts';
import { besideOf } from './amounts.ts';

interface Props {
  readonly known: PeriodKnown;
  readonly subject: string;
  readonly unit: Unit;
  readonly parties: readonly string[];
}

/** What the period is worth as known then, beside what was booked for it and when: two figures, both shown. */
export function EntitlementBesideBooked({ known, subject, unit, parties }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const rows = besideOf(known, subject, parties);
  const later = known.bookedLater.filter((each) => each.subject === subject);
  const show = (amount: bigint) => amountText(amount.toString(), unit);
  return (
    <Card title={t('settlement.beside.title')}>
      <p className="muted small">{t('settlement.beside.about', { at: formatInstant(known.at) })}</p>
      <div className="table-scroll">
        <table className="data beside">
          <thead>
            <tr>
              <th scope="col" />
              <th scope="col" className="num">
                {t('settlement.beside.entitlement')}
              </th>
              <th scope="col" className="num">
                {t('settlement.beside.booked')}
              </th>
              <th scope="col" className="num">
                {t('settlement.beside.later')}
              </th>
              <th scope="col" className="num">
                {t('settlement.beside.unbooked')}
              </th>
            </tr>
          </thead>
          <tbody>
            {rows.map((row) => (
              <tr key={row.party}>
                <th scope="row">{nameOf(row.party)}</th>
                <td className="num">{show(row.entitlement)}</td>
                <td className="num">{known.booked ? show(row.booked) : t('common.noValue')}</td>
                <td className="num">{show(row.later)}</td>
                <td className={row.unbooked === 0n ? 'num' : 'num asked'}>
                  <b>{show(row.unbooked)}</b>
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {later.length > 0 && (
        <p className="muted small">{t('settlement.beside.bookedIn', { periods: later.map(({ period }) => periodText(period)).join('、') })}</p>
      )}
    </Card>
  );
}
