import type { SharingTemplate, TemplateClause } from '@lianyu/reference-data/sharing-templates';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { Card, Field, Skeleton, Tag } from '../../ui/index.ts';
import type { FormParty } from '../form/context.tsx';
import type { RoughRecord } from '../form/rough.ts';
import { type Casting, roughFromTemplate } from './begin.ts';
import { useSharingTemplates, verificationTone } from './use-templates.ts';
import './templates.css';

interface Props {
  readonly parties: readonly (FormParty & { readonly side: string })[];
  readonly onBegin: (term: RoughRecord, template: string) => void;
}

/** Real methods of sharing to begin with, each with its document, and whether that was read. */
export function Templates({ parties, onBegin }: Props) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const templates = useSharingTemplates();
  const [words, setWords] = useState('');
  const [opened, setOpened] = useState<string>();
  if (!templates) return <Skeleton />;
  const wanted = words.trim().toLowerCase();
  const shown = templates.filter(({ number, name, source }) => `${number} ${name.zh} ${name.en} ${source.citation}`.toLowerCase().includes(wanted));
  return (
    <Card title={t('sharing.template.title')} className="templates">
      <p className="muted small">{t('sharing.template.about')}</p>
      <Input
        allowClear
        aria-label={t('sharing.template.search')}
        placeholder={t('sharing.template.search')}
        value={words}
        onChange={(event) => setWords(event.target.value)}
      />
      <ul className="list">
        {shown.map((template) => (
          <li key={template.id}>
            <div className="template-head">
              <b>
                {template.number} {template.name[language]}
              </b>
              <Tag tone={verificationTone[template.source.verification]}>{t(`sharing.template.${template.source.verification}`)}</Tag>
              <Button size="small" aria-expanded={opened === template.id} onClick={() => setOpened(opened === template.id ? undefined : template.id)}>
                {t('sharing.template.look')}
              </Button>
            </div>
            <div className="muted small">
              {template.source.citation}
              {template.source.note !== undefined && ` · ${template.source.note}`}
            </div>
            {opened === template.id && <Template template={template} parties={parties} onBegin={onBegin} />}
          </li>
        ))}
      </ul>
      {shown.length === 0 && <p className="muted">{t('sharing.template.none')}</p>}
    </Card>
  );
}

function Template({ template, parties, onBegin }: Props & { template: SharingTemplate }) {
  const { t, i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  const roles = template.roles.filter(({ party }) => party);
  const [casting, setCasting] = useState<Casting>(() => suggested(roles, parties));
  const taken = Object.values(casting).filter((key) => key !== '');
  const ready = roles.every(({ id }) => casting[id]) && new Set(taken).size === roles.length;
  return (
    <div className="template-body">
      {template.notes.map((note) => (
        <p key={note.zh} className="plain-words">
          {note[language]}
        </p>
      ))}
      <div className="trial-frame">
        {roles.map((role) => (
          <Field key={role.id} label={role.name[language]}>
            {(ids) => (
              <Select
                {...ids}
                value={casting[role.id] ?? null}
                placeholder={t('sharing.choose')}
                onChange={(key: string) => setCasting((before) => completed({ ...before, [role.id]: key }, roles, parties))}
                options={parties.map(({ key, name }) => ({ value: key, label: name }))}
              />
            )}
          </Field>
        ))}
      </div>
      {template.clauses.map((clause, index) => (
        <ClauseOf
          key={clause.title.zh}
          clause={clause}
          language={language}
          ready={ready}
          onBegin={() => onBegin(roughFromTemplate(clause, casting), `${template.id}/${index}`)}
        />
      ))}
    </div>
  );
}

function ClauseOf({ clause, language, ready, onBegin }: { clause: TemplateClause; language: 'zh' | 'en'; ready: boolean; onBegin: () => void }) {
  const { t } = useTranslation();
  return (
    <div className="template-clause">
      <b>{clause.title[language]}</b>
      <ul>
        {clause.basis.map((basis) => (
          <li key={basis.path}>
            <span className="muted">{t(`sharing.template.from.${basis.from}`)}</span> {basis.words[language]}
          </li>
        ))}
      </ul>
      <Button type="primary" disabled={!ready} onClick={onBegin}>
        {t('sharing.template.begin')}
      </Button>{' '}
      {!ready && <span className="muted small">{t('sharing.template.castFirst')}</span>}
    </div>
  );
}

/** The last party left takes the last part left. */
function completed(casting: Casting, roles: readonly { readonly id: string }[], parties: Props['parties']): Casting {
  const open = roles.filter(({ id }) => !casting[id]);
  const left = parties.filter(({ key }) => !Object.values(casting).includes(key));
  return open.length === 1 && left.length === 1 && open[0] && left[0] ? { ...casting, [open[0].id]: left[0].key } : casting;
}

/** A part that goes by the side of exactly one party is suggested to it; all others are asked. */
function suggested(roles: readonly { readonly id: string }[], parties: Props['parties']): Casting {
  const found = roles.flatMap(({ id }) => {
    const own = parties.filter(({ side }) => side === id);
    return own.length === 1 && own[0] ? [[id, own[0].key]] : [];
  });
  return Object.fromEntries(found);
}
