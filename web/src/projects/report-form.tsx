import { calendarDate, negotiationId, organisationId } from '@lianyu/domain/kernel';
import {
  type Indicator,
  indicator,
  indicators,
  indicatorWords,
  type ProjectMilestoneKind,
  projectMilestone,
  projectMilestoneKind,
  projectMilestoneWords,
} from '@lianyu/domain/projects';
import type { ProjectPage } from '@lianyu/projections/folds';
import { Button, Input, Select } from 'antd';
import { useState } from 'react';
import { useAgreementsInForce } from '../figures/use-agreements-in-force.ts';
import { FileField } from '../files/file-field.tsx';
import type { KeptFile } from '../files/upload.ts';
import { amountFrom, Card, Field, useCommand, useNames, useOrganisations } from '../ui/index.ts';
import { useProjectTexts } from './texts.ts';

const empty = {
  kind: '',
  on: '',
  note: '',
  code: '',
  to: '',
  agreement: '',
  documents: [] as readonly KeptFile[],
  figures: [] as readonly { indicator: Indicator; typed: string }[],
};

/** Reporting that a milestone has come, with its evidence and the figures of that stage. */
export function ReportForm({ project }: { project: ProjectPage }) {
  const { x, language } = useProjectTexts();
  const nameOf = useNames();
  const organisations = useOrganisations();
  const agreements = useAgreementsInForce();
  const { give, busy, refusal } = useCommand();
  const [typed, setTyped] = useState(empty);
  const [open, setOpen] = useState(false);
  const set = (change: Partial<typeof empty>) => setTyped((before) => ({ ...before, ...change }));
  const kind = typed.kind as ProjectMilestoneKind | '';
  const figures = typed.figures.map(({ indicator: each, typed: amount }) => ({
    indicator: each,
    amount: amountFrom(amount, indicators[each]) ?? '',
  }));
  const on = calendarDate.safeParse(typed.on);
  const parsed = projectMilestone.safeParse({
    kind,
    on: on.data,
    documents: [...typed.documents],
    figures,
    note: typed.note,
    ...(kind === 'code-assigned' ? { code: typed.code } : {}),
    ...(kind === 'transferred' ? { to: organisationId.safeParse(typed.to).data } : {}),
    ...(kind === 'under-agreement' ? { agreement: negotiationId.safeParse(typed.agreement).data } : {}),
  });
  const whole = parsed.success && (kind !== 'transferred' || typed.to !== '') && (kind !== 'under-agreement' || typed.agreement !== '');
  const send = async () => {
    if (!parsed.success) return;
    if (await give('report-project-milestone', { project: project.id, milestone: parsed.data })) {
      setTyped(empty);
      setOpen(false);
    }
  };
  if (!open)
    return (
      <Button type="primary" onClick={() => setOpen(true)}>
        {x.report}
      </Button>
    );
  const left = indicator.options.filter((each) => !typed.figures.some((figure) => figure.indicator === each));
  return (
    <Card title={x.report}>
      <div className="project-form">
        <Field label={x.step}>
          {(ids) => (
            <Select
              {...ids}
              value={kind === '' ? null : (kind as string)}
              onChange={(value: string) => set({ kind: value })}
              options={projectMilestoneKind.options.map((each) => ({ value: each as string, label: projectMilestoneWords[each][language] }))}
            />
          )}
        </Field>
        <Field label={x.on}>{(ids) => <Input {...ids} type="date" value={typed.on} onChange={(event) => set({ on: event.target.value })} />}</Field>
        {kind === 'code-assigned' && (
          <Field label={x.code} hint={x.codeHint}>
            {(ids) => <Input {...ids} maxLength={24} value={typed.code} onChange={(event) => set({ code: event.target.value.trim() })} />}
          </Field>
        )}
        {kind === 'transferred' && (
          <Field label={x.to}>
            {(ids) => (
              <Select
                {...ids}
                showSearch={{ optionFilterProp: 'label' }}
                value={typed.to}
                onChange={(to: string) => set({ to })}
                options={[...organisations.values()]
                  .filter(({ profile }) => profile.kind === 'zone')
                  .map(({ id }) => ({ value: id as string, label: nameOf(id) }))}
              />
            )}
          </Field>
        )}
        {kind === 'under-agreement' && (
          <Field label={x.agreement}>
            {(ids) => (
              <Select
                {...ids}
                value={typed.agreement}
                onChange={(agreement: string) => set({ agreement })}
                options={agreements.rows.map(({ id, title, number }) => ({
                  value: id as string,
                  label: `${number ?? ''} ${title?.[language] || title?.zh || ''}`,
                }))}
              />
            )}
          </Field>
        )}
        <div className="whole">
          <FileField label={x.documents} files={typed.documents} most={10} onChange={(documents) => set({ documents })} />
        </div>
        {typed.figures.map((figure, index) => (
          <Field key={figure.indicator} label={indicatorWords[figure.indicator][language]}>
            {(ids) => (
              <Input
                {...ids}
                value={figure.typed}
                onChange={(event) =>
                  set({ figures: typed.figures.map((each, at) => (at === index ? { ...each, typed: event.target.value } : each)) })
                }
              />
            )}
          </Field>
        ))}
        <Select
          aria-label={x.addFigure}
          value={null}
          placeholder={x.addFigure}
          onChange={(each: Indicator) => set({ figures: [...typed.figures, { indicator: each, typed: '' }] })}
          options={left.map((each) => ({ value: each, label: indicatorWords[each][language] }))}
        />
        <div className="whole">
          <Field label={x.note}>
            {(ids) => <Input {...ids} maxLength={500} value={typed.note} onChange={(event) => set({ note: event.target.value })} />}
          </Field>
        </div>
      </div>
      {refusal !== undefined && (
        <p role="alert" className="refusal">
          {refusal}
        </p>
      )}
      <Button type="primary" disabled={!whole} loading={busy} onClick={() => void send()}>
        {x.send}
      </Button>{' '}
      <Button onClick={() => setOpen(false)}>{x.cancel}</Button>
    </Card>
  );
}
