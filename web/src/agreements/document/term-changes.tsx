import type { TFunction } from 'i18next';
import { useTranslation } from 'react-i18next';
import type { NameOf } from '../../i18n/explain.ts';
import { useNames } from '../../ui/index.ts';
import type { TermChange } from '../redline/terms.ts';
import { Replaced } from './marked.tsx';
import { shareChange, shareWords, startWords, yearsWords } from './sharing-words.ts';

/** What changed in the money terms, a line for each field, before and after. */
export function TermChanges({ changes }: { changes: readonly TermChange[] }) {
  const { t, i18n } = useTranslation();
  const nameOf = useNames();
  if (changes.length === 0) return null;
  return (
    <dl className="term-changes" lang={i18n.language === 'en' ? 'en' : 'zh-CN'}>
      {changes.map((change) => {
        const { label, before, after } = lineOf(change, t, nameOf);
        return (
          <div key={label}>
            <dt>{label}</dt>
            <dd>
              <Replaced before={before} after={after} />
            </dd>
          </div>
        );
      })}
    </dl>
  );
}

interface Line {
  readonly label: string;
  readonly before: string | undefined;
  readonly after: string | undefined;
}

function lineOf(change: TermChange, t: TFunction, nameOf: NameOf): Line {
  const maybe = <Value,>(value: Value | undefined, words: (value: Value) => string) => (value === undefined ? undefined : words(value));
  switch (change.field) {
    case 'tax': {
      const level = (value: string) =>
        value
          .split(',')
          .map((each) => t(`terms.taxLevel.${each as 'gross'}`))
          .join(t('agreements.sharing.comma'));
      return { label: t(`terms.tax.${change.tax as 'property'}`), before: maybe(change.before, level), after: maybe(change.after, level) };
    }
    case 'start':
      return { label: t('agreements.sharing.start'), before: startWords(t, change.before), after: startWords(t, change.after) };
    case 'years':
      return {
        label: t('agreements.sharing.yearCount'),
        before: t(`agreements.sharing.year.${change.before as 'calendar'}`),
        after: t(`agreements.sharing.year.${change.after as 'calendar'}`),
      };
    case 'level':
      return {
        label: t('agreements.sharing.rounding'),
        before: t(`agreements.sharing.level.${change.before as 'total'}`),
        after: t(`agreements.sharing.level.${change.after as 'total'}`),
      };
    case 'negative':
      return {
        label: t('agreements.sharing.negativeBase'),
        before: t(`agreements.sharing.negative.${change.before as 'mirror'}`),
        after: t(`agreements.sharing.negative.${change.after as 'mirror'}`),
      };
    case 'ties':
      return { label: t('agreements.sharing.ties'), before: change.before.map(nameOf).join(' → '), after: change.after.map(nameOf).join(' → ') };
    case 'band': {
      const shares = (band: NonNullable<typeof change.before>) =>
        band.shares.map(({ party, ratio }) => `${nameOf(party)} ${shareWords(ratio)}`).join(t('agreements.sharing.comma'));
      return {
        label: maybe(change.after ?? change.before, (band) => yearsWords(t, band)) ?? '',
        before: maybe(change.before, shares),
        after: maybe(change.after, shares),
      };
    }
    case 'share':
      return { label: `${yearsWords(t, change.years)} · ${nameOf(change.party)}`, ...shareChange(change.before, change.after) };
  }
}
