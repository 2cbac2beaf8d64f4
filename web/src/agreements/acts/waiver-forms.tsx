import type { Duty } from '@lianyu/domain/agreements';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { periodText } from '../../figures/numbers.ts';
import { Ask, useNames } from '../../ui/index.ts';
import { Field } from '../field.tsx';

type Waiver = SignedAgreement['waivers'][number];
type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'> & { readonly disabled: boolean };

/** Which duty, of whom, for which period and by when. */
export function useDutyWords() {
  const { t } = useTranslation();
  const nameOf = useNames();
  return ({ kind, who, on, period }: Pick<Duty, 'kind' | 'who' | 'on' | 'period'>) =>
    [who.map(nameOf).join('、'), t(`deadlines.kind.${kind}`), period ? periodText(period) : '', on].filter((each) => each !== '').join(' · ');
}

interface Props extends Shared {
  readonly said: string;
  readonly waivers: readonly Waiver[];
  readonly onChosen: (waiver: number) => void;
}

/** About one of the waivers that are asked for. */
export function WaiverForm({ said, waivers, onChosen, disabled, ...shared }: Props) {
  const { t } = useTranslation();
  const wordsOf = useDutyWords();
  const [waiver, setWaiver] = useState(waivers[0]?.waiver);
  const chosen = waivers.find((each) => each.waiver === waiver);
  return (
    <Ask {...shared} disabled={disabled || !chosen} onOk={() => chosen && onChosen(chosen.waiver)}>
      <div>{said}</div>
      <div className="form">
        <Field label={t('agreements.ask.waiver')} required>
          {(control) => (
            <Select
              {...control}
              value={waiver ?? null}
              onChange={(value) => setWaiver(value ?? undefined)}
              options={waivers.map((each) => ({ value: each.waiver, label: wordsOf(each.duty) }))}
            />
          )}
        </Field>
        {chosen && <div className="muted small">{t('agreements.ask.waiverReason', { words: chosen.reason })}</div>}
      </div>
    </Ask>
  );
}
