import { Button } from 'antd';
import { useEffect, useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ClauseEditor } from './clause-editor.tsx';
import type { DraftClause, DraftParty } from './model.ts';
import { freshClause } from './starter.ts';

const MOST = 200;

interface Props {
  readonly clauses: readonly DraftClause[];
  readonly parties: readonly DraftParty[];
  readonly onChange: (change: (before: readonly DraftClause[]) => DraftClause[]) => void;
  /** Opens the form of a sharing clause. */
  readonly onEdit: (clause: string) => void;
}

interface Removed {
  readonly clause: DraftClause;
  readonly index: number;
}

/** The clauses in their order: added, removed (and put back), moved by buttons or Alt with the arrow keys. */
export function ClausesEditor({ clauses, parties, onChange, onEdit }: Props) {
  const { t } = useTranslation();
  const [said, setSaid] = useState('');
  const [removed, setRemoved] = useState<Removed>();
  const list = useRef<HTMLDivElement>(null);
  const [focus, setFocus] = useState<{ id: string; by: number }>();

  // Moving a clause takes it out of the document for a moment: the focus is put back where it was.
  useEffect(() => {
    if (!focus) return;
    const card = list.current?.querySelector<HTMLElement>(`[data-clause="${focus.id}"]`);
    const wanted =
      card?.querySelector<HTMLElement>(focus.by === 0 ? 'input' : `[data-move="${focus.by}"]:not([disabled])`) ??
      card?.querySelector<HTMLElement>('[data-move]:not([disabled])');
    wanted?.focus();
    card?.scrollIntoView({ block: 'nearest' });
    setFocus(undefined);
  }, [focus]);

  const move = (id: string, by: number) => {
    const from = clauses.findIndex((clause) => clause.id === id);
    const to = from + by;
    if (from < 0 || to < 0 || to >= clauses.length) return;
    onChange((before) => movedTo(before, id, to));
    setSaid(t('agreements.draft.movedTo', { number: to + 1 }));
    setFocus({ id, by });
  };
  const add = (clause: DraftClause) => {
    onChange((before) => [...before, clause]);
    setFocus({ id: clause.id, by: 0 });
  };
  const remove = (clause: DraftClause, index: number) => {
    onChange((before) => before.filter(({ id }) => id !== clause.id));
    setRemoved({ clause, index });
  };
  const putBack = ({ clause, index }: Removed) => {
    onChange((before) => (before.some(({ id }) => id === clause.id) ? [...before] : [...before.slice(0, index), clause, ...before.slice(index)]));
    setRemoved(undefined);
    setFocus({ id: clause.id, by: 0 });
  };
  return (
    <div className="clauses-editor" ref={list}>
      <h2>{t('agreements.draft.clauses')}</h2>
      <div className="hidden-text" role="status">
        {said}
      </div>
      {clauses.map((clause, index) => (
        <ClauseEditor
          key={clause.id}
          clause={clause}
          index={index}
          count={clauses.length}
          parties={parties}
          onChange={(next) => onChange((before) => before.map((each) => (each.id === clause.id ? next : each)))}
          onEdit={() => onEdit(clause.id)}
          onMove={(by) => move(clause.id, by)}
          onRemove={() => remove(clause, index)}
        />
      ))}
      {removed && (
        <div className="removed" role="status">
          {t('agreements.draft.removed', { heading: removed.clause.heading.zh })}{' '}
          <Button size="small" onClick={() => putBack(removed)}>
            {t('agreements.draft.putBack')}
          </Button>
        </div>
      )}
      {clauses.length < MOST && (
        <div className="row">
          <Button onClick={() => add(freshClause())}>{t('agreements.draft.addClause')}</Button>
          <Button onClick={() => add(freshClause({}))}>{t('agreements.draft.addSharing')}</Button>
        </div>
      )}
    </div>
  );
}

function movedTo(clauses: readonly DraftClause[], id: string, to: number): DraftClause[] {
  const one = clauses.find((clause) => clause.id === id);
  const others = clauses.filter((clause) => clause.id !== id);
  return one ? [...others.slice(0, to), one, ...others.slice(to)] : others;
}
