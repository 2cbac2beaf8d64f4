import { people } from '@lianyu/contract';
import type { OrganisationDocument } from '@lianyu/projections/folds';
import { useCallback, useEffect, useMemo, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { NameOf } from '../i18n/explain.ts';
import { get, useRows } from '../live/index.ts';

/** All organisations by id, kept current. */
export function useOrganisations(): ReadonlyMap<string, OrganisationDocument> {
  const { rows } = useRows<OrganisationDocument>('organisations', 'organisation');
  return useMemo(() => new Map(rows.map(({ body }) => [body.id as string, body])), [rows]);
}

/** Short names for sentences and lists, in the language of the page. */
export function useNames(): NameOf {
  const organisations = useOrganisations();
  const { i18n } = useTranslation();
  const language = i18n.language === 'en' ? 'en' : 'zh';
  return (id) => organisations.get(id)?.profile.shortName[language] ?? id;
}

interface Person {
  readonly name: string;
  readonly office: string;
  /** Who seconded them to the viewer's own organisation. */
  readonly secondedFrom?: string | undefined;
}

const known = new Map<string, Person | null>();
const waiting = new Set<string>();
const listeners = new Set<() => void>();
let asking: ReturnType<typeof setTimeout> | undefined;

/** Names of persons by member id, asked for together and kept for this visit; who may not be named stays without a name (EV-5). */
export function usePeople(members: readonly string[]): (member: string) => string | undefined {
  const [, again] = useState(0);
  const wanted = members.join();
  useEffect(() => {
    const listener = () => again((count) => count + 1);
    listeners.add(listener);
    for (const member of wanted.split(',')) if (member !== '' && !known.has(member)) waiting.add(member);
    if (waiting.size > 0 && asking === undefined) asking = setTimeout(ask, 20);
    return () => {
      listeners.delete(listener);
    };
  }, [wanted]);
  const { t } = useTranslation();
  const organisationOf = useNames();
  return useCallback(
    (member) => {
      const person = known.get(member);
      if (person?.secondedFrom === undefined) return person?.name;
      return t('common.seconded', { name: person.name, organisation: organisationOf(person.secondedFrom) });
    },
    [t, organisationOf],
  );
}

function ask(): void {
  asking = undefined;
  const ids = [...waiting].slice(0, 100);
  for (const id of ids) waiting.delete(id);
  get(`/api/members?ids=${ids.join(',')}`, people).then(
    (answer) => {
      for (const id of ids) known.set(id, null);
      for (const { member, name, office, secondedFrom } of answer.people) known.set(member, { name, office, secondedFrom });
      for (const listener of listeners) listener();
    },
    () => {
      // Names are a courtesy: without them the page still stands.
    },
  );
}
