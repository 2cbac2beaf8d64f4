import { commands } from '@lianyu/contract';
import type { Concerning, CoordinationKind } from '@lianyu/domain/coordination';
import { coordinationKind } from '@lianyu/domain/coordination';
import { App, Checkbox, Input, Radio } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Ask, Field, useCommand, useNames } from '../ui/index.ts';

export interface About {
  readonly agreement: string;
  readonly parties: readonly string[];
  /** The promise that gives rise to it. */
  readonly concerning?: Concerning | undefined;
  /** Who is to keep it. */
  readonly to?: readonly string[];
  readonly kind?: CoordinationKind;
}

/** The office asks, reminds or gives its opinion: to whom and how is chosen before it is sent. */
export function OfferCoordination({ about, onClose }: { about: About; onClose: () => void }) {
  const { t } = useTranslation();
  const { message } = App.useApp();
  const nameOf = useNames();
  const { give, busy, refusal } = useCommand();
  const [kind, setKind] = useState<CoordinationKind>(about.kind ?? 'inquiry');
  const [to, setTo] = useState<readonly string[]>(about.to ?? about.parties);
  const [text, setText] = useState('');
  const [answerBy, setAnswerBy] = useState('');
  const { agreement, concerning } = about;
  const given = commands['offer-coordination'].safeParse({
    agreement,
    kind,
    to,
    text,
    ...(concerning ? { concerning } : {}),
    ...(answerBy === '' ? {} : { answerBy }),
  });
  async function send(): Promise<void> {
    if (!given.success || !(await give('offer-coordination', given.data))) return;
    void message.success(t('exchanges.sent'));
    onClose();
  }
  return (
    <Ask
      open
      title={t('exchanges.offer')}
      ok={t('exchanges.send')}
      busy={busy}
      refusal={refusal}
      disabled={!given.success}
      onCancel={onClose}
      onOk={() => void send()}
    >
      <Radio.Group
        aria-label={t('exchanges.kindLabel')}
        optionType="button"
        value={kind}
        onChange={(event) => setKind(event.target.value as CoordinationKind)}
        options={coordinationKind.options.map((value) => ({ value, label: t(`exchanges.kind.${value}`) }))}
      />
      <span className="muted small">{t(`exchanges.kindNote.${kind}`)}</span>
      {concerning && <div>{t('exchanges.concerns', { what: t(`deadlines.kind.${concerning.kind}`), date: concerning.on })}</div>}
      <fieldset className="plain-fieldset">
        <legend>{t('exchanges.to')}</legend>
        <Checkbox.Group
          value={[...to]}
          onChange={(chosen) => setTo(chosen)}
          options={about.parties.map((value) => ({ value, label: nameOf(value) }))}
        />
      </fieldset>
      <Field label={t('exchanges.text')}>
        {(ids) => <Input.TextArea {...ids} rows={4} maxLength={2000} showCount value={text} onChange={(event) => setText(event.target.value)} />}
      </Field>
      <Field label={t('exchanges.answerBy')}>
        {(ids) => <Input {...ids} type="date" value={answerBy} onChange={(event) => setAnswerBy(event.target.value)} />}
      </Field>
      <span className="muted small">{t('exchanges.note')}</span>
    </Ask>
  );
}
