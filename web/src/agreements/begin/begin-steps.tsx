import { cooperationMode } from '@lianyu/domain/agreements';
import type { AgreementTemplate } from '@lianyu/reference-data/agreement-templates';
import { Checkbox, Input, Radio } from 'antd';
import { useTranslation } from 'react-i18next';
import { useSharingTemplates, verificationTone } from '../../sharing/templates/use-templates.ts';
import { Card, Field, Tag } from '../../ui/index.ts';
import type { Chosen } from './from-template.ts';
import type { AgreementTemplates } from './use-agreement-templates.ts';

interface Step {
  readonly templates: AgreementTemplates;
  readonly template: AgreementTemplate;
  readonly chosen: Chosen;
  readonly set: (change: Partial<Chosen>) => void;
}

export function ModeStep({ templates, chosen, choose }: Step & { choose: (mode: Chosen['mode']) => void }) {
  const { t } = useTranslation();
  return (
    <Card title={t('begin.steps.mode')}>
      <Radio.Group
        className="begin-modes"
        aria-label={t('begin.steps.mode')}
        value={chosen.mode}
        onChange={(event) => choose(event.target.value as Chosen['mode'])}
      >
        {cooperationMode.options.map((mode) => {
          const template = templates.agreementTemplates.find((each) => each.mode === mode);
          return (
            <Radio key={mode} value={mode}>
              <b>{t(`terms.mode.${mode}`)}</b>{' '}
              <span className="muted small">
                {t('begin.clauseCount', { count: template?.clauses.length ?? 0, attachments: template?.attachments.length ?? 0 })}
              </span>
            </Radio>
          );
        })}
      </Radio.Group>
    </Card>
  );
}

export function ClausesStep({ templates, template, chosen, set }: Step) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const optional = templates.subjects.filter(({ id }) => template.optional.includes(id));
  return (
    <Card
      title={t('begin.steps.template')}
      extra={<Tag tone={verificationTone[template.source.verification]}>{t(`sharing.template.${template.source.verification}`)}</Tag>}
    >
      <p className="muted small">{t('begin.templateNote')}</p>
      <p className="muted small">{t('begin.source', { citation: template.source.citation })}</p>
      {template.source.note !== undefined && <p className="muted small">{t('begin.note', { note: template.source.note })}</p>}
      <ul className="begin-clauses">
        {template.clauses.map((id) => {
          const found = templates.clauseLibrary.find((each) => each.id === id);
          return (
            <li key={id}>
              <Checkbox checked={chosen.clauses.includes(id)} onChange={() => set({ clauses: toggled(template.clauses, chosen.clauses, id) })}>
                <b>{found?.heading.zh}</b>
              </Checkbox>
              {found && found.text !== '' && <div className="muted small">{found.text}</div>}
            </li>
          );
        })}
      </ul>
      {optional.length > 0 && (
        <p className="muted small">{t('begin.optionalNote', { names: optional.map(({ name }) => name[language]).join('、') })}</p>
      )}
    </Card>
  );
}

export function TermsStep({ template, chosen, set }: Step) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const cases = useSharingTemplates()?.filter(({ id }) => template.sharing.includes(id)) ?? [];
  return (
    <Card title={t('begin.steps.terms')}>
      <Field label={t('begin.titleLabel')}>
        {(ids) => <Input {...ids} maxLength={200} value={chosen.title} onChange={(event) => set({ title: event.target.value })} />}
      </Field>
      <p className="muted small">{t(template.sharing.length === 0 ? 'begin.termsNone' : 'begin.termsNote')}</p>
      <ul className="begin-clauses">
        {cases.map(({ id, number, name, source }) => (
          <li key={id}>
            <b>
              {number} {name[language]}
            </b>{' '}
            <Tag tone={verificationTone[source.verification]}>{t(`sharing.template.${source.verification}`)}</Tag>
            <div className="muted small">{source.citation}</div>
          </li>
        ))}
      </ul>
    </Card>
  );
}

export function AttachmentsStep({ templates, template, chosen, set }: Step) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const order = templates.attachments.map(({ id }) => id);
  return (
    <Card title={t('begin.steps.attachments')}>
      <p className="muted small">{t('begin.attachmentsNote')}</p>
      <ul className="begin-clauses">
        {templates.attachments.map(({ id, name }) => (
          <li key={id}>
            <Checkbox checked={chosen.attachments.includes(id)} onChange={() => set({ attachments: toggled(order, chosen.attachments, id) })}>
              <span className={template.attachments.includes(id) ? '' : 'muted'}>{name[language]}</span>
            </Checkbox>
          </li>
        ))}
      </ul>
    </Card>
  );
}

/** With or without one, in the order of all. */
function toggled(order: readonly string[], chosen: readonly string[], one: string): readonly string[] {
  return order.filter((id) => (id === one ? !chosen.includes(one) : chosen.includes(id)));
}
