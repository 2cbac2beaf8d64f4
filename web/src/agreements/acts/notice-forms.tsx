import { type CalendarDate, calendarDate, type OrganisationId } from '@lianyu/domain/kernel';
import type { SignedAgreement } from '@lianyu/projections/folds';
import { Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, useNames } from '../../ui/index.ts';
import { Field } from '../field.tsx';

type Shared = Omit<Parameters<typeof Ask>[0], 'onOk' | 'children' | 'disabled'> & { readonly disabled: boolean };

interface BreachProps extends Shared {
  /** Days to make good, as the terms say. */
  readonly days: number | undefined;
  readonly parties: readonly OrganisationId[];
  readonly onGiven: (given: { against: OrganisationId; words: string }) => void;
}

/** A notice to a party to make good. */
export function BreachForm({ days, parties, onGiven, disabled, ...shared }: BreachProps) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const [against, setAgainst] = useState(parties[0]);
  const [words, setWords] = useState('');
  const ready = against !== undefined && words.trim() !== '';
  return (
    <Ask {...shared} disabled={disabled || !ready} onOk={() => against !== undefined && onGiven({ against, words: words.trim() })}>
      <div>{t('agreements.ask.give-breach-notice', { days: days ?? 0 })}</div>
      <div className="form">
        <Field label={t('agreements.ask.against')} required>
          {(control) => (
            <Select
              {...control}
              value={against ?? null}
              onChange={(value) => setAgainst(value ?? undefined)}
              options={parties.map((value) => ({ value, label: nameOf(value) }))}
            />
          )}
        </Field>
        <Field label={t('common.reason')} required>
          {(control) => <Input.TextArea {...control} rows={4} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}
        </Field>
      </div>
    </Ask>
  );
}

interface NoticeProps extends Shared {
  readonly said: string;
  readonly notices: SignedAgreement['notices'];
  readonly words: 'required' | 'optional' | 'none';
  readonly onChosen: (chosen: { notice: number; words: string }) => void;
}

/** About one of the notices that are open. */
export function NoticeForm({ said, notices, words: asked, onChosen, disabled, ...shared }: NoticeProps) {
  const { t } = useTranslation();
  const nameOf = useNames();
  const [notice, setNotice] = useState(notices[0]?.notice);
  const [words, setWords] = useState('');
  const ready = notice !== undefined && (asked !== 'required' || words.trim() !== '');
  return (
    <Ask {...shared} disabled={disabled || !ready} onOk={() => notice !== undefined && onChosen({ notice, words: words.trim() })}>
      <div>{said}</div>
      <div className="form">
        <Field label={t('agreements.ask.notice')} required>
          {(control) => (
            <Select
              {...control}
              value={notice ?? null}
              onChange={(value) => setNotice(value ?? undefined)}
              options={notices.map(({ notice: value, party, cureUntil }) => ({
                value,
                label: t('agreements.ask.noticeOf', { notice: value, name: nameOf(party), date: cureUntil }),
              }))}
            />
          )}
        </Field>
        {asked !== 'none' && (
          <Field label={t('agreements.ask.words')} required={asked === 'required'}>
            {(control) => <Input.TextArea {...control} rows={3} maxLength={2000} value={words} onChange={(event) => setWords(event.target.value)} />}
          </Field>
        )}
      </div>
    </Ask>
  );
}

interface PolicyProps extends Shared {
  readonly days: number | undefined;
  readonly onGiven: (given: { document: string; words: string; effectiveOn: CalendarDate }) => void;
}

/** Which document changed what, and from which day it ends. */
export function PolicyForm({ days, onGiven, disabled, ...shared }: PolicyProps) {
  const { t } = useTranslation();
  const [typed, setTyped] = useState({ document: '', words: '', on: '' });
  const day = calendarDate.safeParse(typed.on);
  const document = typed.document.trim();
  const words = typed.words.trim();
  const set = (change: Partial<typeof typed>) => setTyped((before) => ({ ...before, ...change }));
  return (
    <Ask
      {...shared}
      disabled={disabled || !day.success || document === '' || words === ''}
      onOk={() => day.success && onGiven({ document, words, effectiveOn: day.data })}
    >
      <div>{t('agreements.ask.give-policy-notice', { days: days ?? 0 })}</div>
      <div className="form">
        <Field label={t('agreements.ask.policyDocument')} required>
          {(control) => <Input {...control} maxLength={120} value={typed.document} onChange={(event) => set({ document: event.target.value })} />}
        </Field>
        <Field label={t('common.reason')} required>
          {(control) => (
            <Input.TextArea {...control} rows={3} maxLength={2000} value={typed.words} onChange={(event) => set({ words: event.target.value })} />
          )}
        </Field>
        <Field label={t('agreements.ask.endsOn')} required>
          {(control) => <Input {...control} type="date" value={typed.on} onChange={(event) => set({ on: event.target.value })} />}
        </Field>
      </div>
    </Ask>
  );
}
