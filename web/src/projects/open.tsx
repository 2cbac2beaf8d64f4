import { organisationId } from '@lianyu/domain/kernel';
import { projectKind, projectKindWords } from '@lianyu/domain/projects';
import { industries, industrySource } from '@lianyu/reference-data/industries';
import { regionName, regions } from '@lianyu/reference-data/regions';
import { AutoComplete, Button, Checkbox, Input, Select } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { useMe } from '../app/session.tsx';
import { Card, Field, PageHead, useCommand, useNames, useOrganisations } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';
import './projects.css';

const empty = { name: '', kind: 'transfer', industry: '', region: '', origin: '', destination: '', company: '', code: '', source: '', institute: '' };
const SHOWN = 50;

/** Opening a project: what it is, where it comes from, and where it is to be built. */
export function Component() {
  const { x, language } = useProjectTexts();
  const { organisation } = useMe();
  const nameOf = useNames();
  const organisations = useOrganisations();
  const navigate = useNavigate();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState({ ...empty, destination: organisation as string });
  const [codeOverridden, setOverridden] = useState(false);
  const set = (change: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...change }));
  const text = (field: keyof typeof empty, label: string, most: number) => (
    <Field label={label}>
      {(ids) => <Input {...ids} maxLength={most} value={typed[field]} onChange={(event) => set({ [field]: event.target.value })} />}
    </Field>
  );
  const sides = [...organisations.values()].filter(({ profile }) => ['zone', 'government', 'park-operator', 'department'].includes(profile.kind));
  const side = (field: 'origin' | 'destination', label: string) => (
    <Field label={label}>
      {(ids) => (
        <Select
          {...ids}
          showSearch={{ optionFilterProp: 'label' }}
          value={typed[field]}
          onChange={(value: string) => set({ [field]: value })}
          options={[
            ...(field === 'origin' ? [{ value: '', label: x.noOrigin }] : []),
            ...sides.map(({ id }) => ({ value: id as string, label: nameOf(id) })),
          ]}
        />
      )}
    </Field>
  );
  const found =
    typed.region === '' ? [] : regions.filter(({ code, name }) => code.startsWith(typed.region) || name.includes(typed.region)).slice(0, SHOWN);
  const ready = typed.name.trim() !== '' && typed.industry !== '' && /^\d{6}$/.test(typed.region) && typed.destination !== '';
  const send = async () => {
    const code = typed.code.trim().toUpperCase();
    const answer = await give('open-project', {
      sides: { destination: organisationId.parse(typed.destination), ...(typed.origin === '' ? {} : { origin: organisationId.parse(typed.origin) }) },
      basics: {
        name: typed.name,
        kind: projectKind.parse(typed.kind),
        industry: typed.industry,
        region: typed.region,
        source: typed.source,
        ...(typed.company.trim() === '' ? {} : { company: { name: typed.company, ...(code === '' ? {} : { code }) } }),
        ...(typed.institute.trim() === '' ? {} : { institute: typed.institute }),
      },
      ...(codeOverridden ? { codeOverridden } : {}),
    });
    if (answer) void navigate(`/projects/${answer.subject}`);
  };
  return (
    <main className="page projects" id="content">
      <PageHead over={<Link to="/projects">{x.title}</Link>} title={x.open} />
      <Card>
        <div className="project-form">
          {text('name', x.name, 120)}
          <Field label={x.kind}>
            {(ids) => (
              <Select
                {...ids}
                value={typed.kind}
                onChange={(kind: string) => set({ kind })}
                options={projectKind.options.map((each) => ({ value: each as string, label: projectKindWords[each][language] }))}
              />
            )}
          </Field>
          {side('origin', x.origin)}
          {side('destination', x.destination)}
          <Field label={x.industry} hint={industrySource.note}>
            {(ids) => (
              <Select
                {...ids}
                showSearch={{ optionFilterProp: 'label' }}
                value={typed.industry === '' ? null : typed.industry}
                onChange={(industry: string) => set({ industry })}
                options={industries
                  .filter(({ code }) => code.length === 2)
                  .map(({ code, name, section }) => ({ value: code, label: `${section}${code} ${name}` }))}
              />
            )}
          </Field>
          <Field label={x.region} hint={regionName(typed.region)}>
            {(ids) => (
              <AutoComplete
                {...ids}
                value={typed.region}
                onChange={(region: string) => set({ region })}
                options={found.map(({ code }) => ({ value: code, label: `${code} ${regionName(code)}` }))}
              />
            )}
          </Field>
          {text('company', x.company, 120)}
          {text('code', x.companyCode, 18)}
          {text('source', x.source, 200)}
          {typed.kind === 'conversion' && text('institute', x.institute, 120)}
        </div>
        {refusal !== undefined && (
          <p role="alert" className="refusal">
            {refusal}
          </p>
        )}
        {typed.code.trim() !== '' && (
          <p>
            <Checkbox checked={codeOverridden} onChange={(event) => setOverridden(event.target.checked)}>
              {x.codeOverridden}
            </Checkbox>
          </p>
        )}
        <Button type="primary" disabled={!ready} loading={busy} onClick={() => void send()}>
          {x.open}
        </Button>
      </Card>
    </main>
  );
}
