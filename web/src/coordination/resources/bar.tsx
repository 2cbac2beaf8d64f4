import type { Unit } from '@lianyu/domain/money';
import type { QuotaBalances } from '@lianyu/projections/folds';
import { amountText } from '../../ui/index.ts';
import { useWords } from '../words.ts';

const parts = ['used', 'reserved', 'inTransit', 'available'] as const;

/** What the zone holds, part by part; the numbers stand below, so that the drawing need not be read. */
export function Bar({ balances, unit }: { balances: QuotaBalances; unit: Unit }) {
  const { t } = useWords();
  const held = parts.reduce((sum, part) => sum + BigInt(balances[part]), 0n);
  const share = (part: (typeof parts)[number]) => (held === 0n ? 0 : Number((BigInt(balances[part]) * 1_000n) / held) / 10);
  const partners = BigInt(balances.partners);
  return (
    <>
      <div className="quota-bar" aria-hidden="true">
        {parts.map((part) => (
          <i key={part} className={part} style={{ width: `${share(part)}%` }} />
        ))}
      </div>
      <dl className="quota-parts">
        <div>
          <dt>{t('resources.account.allotted')}</dt>
          <dd className="num">{amountText(balances.allotted, unit)}</dd>
        </div>
        {parts.slice(0, 3).map((part) => (
          <div key={part} className={part}>
            <dt>{t(`resources.account.${part}`)}</dt>
            <dd className="num">{amountText(balances[part], unit)}</dd>
          </div>
        ))}
        {partners !== 0n && (
          <div>
            <dt>{t(partners > 0n ? 'resources.account.toPartners' : 'resources.account.fromPartners')}</dt>
            <dd className="num">{amountText((partners < 0n ? -partners : partners).toString(), unit)}</dd>
          </div>
        )}
      </dl>
    </>
  );
}
