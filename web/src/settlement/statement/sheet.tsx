import type { PeriodKnown } from '@lianyu/contract';
import { capitalAmount, type Fen } from '@lianyu/domain/money';
import type { SharingTerm, Statement } from '@lianyu/domain/sharing';
import { useTranslation } from 'react-i18next';
import { periodText } from '../../figures/numbers.ts';
import { formatInstant } from '../../i18n/format.ts';
import { measureName } from '../../sharing/form/words/index.ts';
import { TemplateOrigin } from '../../sharing/templates/origin.tsx';
import { nodeAt } from '../../sharing/why/steps.ts';
import { Why } from '../../sharing/why/why.tsx';
import { amountText, Card, Tag, type useAddress, useNames } from '../../ui/index.ts';
import type { AccountId } from '../address.ts';
import type { AccountView } from '../use-account.ts';
import { useTerms } from '../use-terms.ts';
import { totalOf } from './amounts.ts';
import { useInputs } from './inputs.tsx';
import { LinesTable } from './lines-table.tsx';

interface Props {
  readonly id: AccountId;
  readonly statement: Statement;
  readonly known: PeriodKnown;
  readonly view: AccountView;
  readonly which: 'booked' | 'entitlement';
  readonly search: URLSearchParams;
  readonly set: ReturnType<typeof useAddress>[1];
}

/** The statement's table and, for the amount that is asked about, why it is what it is. What is asked stands in the address. */
export function Sheet({ id, statement, known, view, which, search, set }: Props) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const terms = useTerms(id);
  const sourceName = useSourceName(terms.termOf(statement.terms[0] ?? ''));
  const inputOf = useInputs(id.agreement, known.inputs);
  const parties = (view.account?.parties ?? []) as readonly string[];
  const party = search.get('party') ?? undefined;
  const line = /^\d{1,3}$/.test(search.get('line') ?? '') ? Number(search.get('line')) : undefined;
  const asked = party === undefined ? undefined : { party, line };
  const disputed = new Set(
    which === 'booked'
      ? view.disputes
          .filter((each) => each.state === 'open' && each.period.from === statement.period.from && each.subject === statement.subject)
          .map((each) => each.line)
      : [],
  );
  const amount = line === undefined ? totalOf(statement, party ?? '') : BigInt(statement.lines[line]?.amount ?? '0');
  return (
    <>
      <Card
        title={t(`settlement.which.${which}`)}
        extra={
          <span className="row">
            {statement.marks.map((mark) => (
              <Tag key={mark}>{t(`why.mark.${mark}`)}</Tag>
            ))}
            {statement.year !== undefined && <span className="muted small">{t('why.year', { year: statement.year })}</span>}
          </span>
        }
      >
        <LinesTable
          statement={statement}
          parties={parties}
          sourceName={sourceName}
          asked={asked}
          disputed={disputed}
          onAsk={(of, at) => set(asked?.party === of && asked.line === at ? { party: undefined, line: undefined } : { party: of, line: at })}
        />
        <Capital statement={statement} parties={parties} />
        <Balances statement={statement} />
        <TemplateOrigin begun={terms.templateOf(statement.terms[0] ?? '')} />
      </Card>
      {asked && (
        <Why
          statement={statement}
          party={asked.party}
          amount={amount}
          over={`${nameOf(asked.party)} · ${periodText(statement.period)} · ${t('why.knownAt', { at: formatInstant(statement.knownAt) })}`}
          termOf={terms.termOf}
          inputOf={inputOf}
        />
      )}
    </>
  );
}

/** 大写金额 of what each receives, as instruments have it. */
function Capital({ statement, parties }: { statement: Statement; parties: readonly string[] }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  // Only of money: of an output nobody receives anything.
  if (statement.unit !== 'fen' || statement.subject !== 'money') return null;
  const amounts = parties
    .map((party) => ({ party, amount: totalOf(statement, party) }))
    .filter(({ amount }) => amount !== 0n && amount < 10n ** 18n && amount > -(10n ** 18n));
  return (
    <p className="muted small capital">
      {t('settlement.capital')}：{amounts.map(({ party, amount }) => `${nameOf(party)} ${capitalAmount(amount as Fen)}`).join('；')}
    </p>
  );
}

/** Running balances at the end of the period: outlay not recovered, room below a cap. */
function Balances({ statement }: { statement: Statement }) {
  const { t } = useTranslation();
  const nameOf = useNames();
  if (statement.balances.length === 0) return null;
  return (
    <dl className="facts">
      {statement.balances.map(({ path, kind, party, amount }) => (
        <div key={`${path}${kind}${party ?? ''}`} style={{ display: 'contents' }}>
          <dt>
            {t(`why.balance.${kind}`)} {party && nameOf(party)}
          </dt>
          <dd>{amountText(amount, statement.unit)}</dd>
        </div>
      ))}
    </dl>
  );
}

function useSourceName(term: SharingTerm | undefined): (path: string) => string {
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (path) => {
    const node = nodeAt(term, path) as { node?: string; tax?: string; level?: string; income?: string } | undefined;
    if (node?.node === 'tax') return measureName(`tax/${node.tax}/${node.level}`, language);
    return node?.income === undefined ? path : measureName(`income/${node.income}`, language);
  };
}
