import type { PeriodKnown } from '@lianyu/contract';
import { useTranslation } from 'react-i18next';
import { Link } from 'react-router';
import { periodText } from '../../figures/numbers.ts';
import { addressOf } from '../../files/upload.ts';
import { measureName, useTreeWords } from '../../sharing/form/words/index.ts';
import type { Input } from '../../sharing/why/why.tsx';
import { amountText, useNames } from '../../ui/index.ts';

/** What stands behind a step: the figure or milestone with who said and who confirmed it, down to its document. */
export function useInputs(agreement: string, inputs: PeriodKnown['inputs']): (eventId: string) => Input | undefined {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  const tree = useTreeWords();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const byId = new Map(inputs.map((input) => [input.eventId as string, input]));
  return (id) => {
    const input = byId.get(id);
    if (!input) return undefined;
    const figure = input.kind === 'figure';
    const number = `${figure ? 'F' : 'M'}-${input.number}`;
    const what = figure
      ? `${measureName(input.measure, language)} ${periodText(input.period)} ${amountText(input.amount, input.unit)}`
      : `${tree.choice('milestoneKind', input.milestone)} ${input.on}`;
    const confirmed = input.confirmations.map(({ party }) => nameOf(party)).join('、');
    return {
      label: (
        <>
          <Link to={`/figures?agreement=${agreement}&kind=${input.kind}&number=${input.number}`}>{number}</Link> {what}
          {input.company && ` · ${input.company.name}`} · {t('settlement.input.said', { reporter: nameOf(input.party), confirmed })}{' '}
          {input.documents.map((document) => (
            <a key={document.digest} href={addressOf(document)} target="_blank" rel="noreferrer">
              {document.name}
            </a>
          ))}
        </>
      ),
    };
  };
}
