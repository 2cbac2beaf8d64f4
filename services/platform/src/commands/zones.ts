import type { OrganisationId } from '@lianyu/domain/kernel';
import type { Failure, Giver } from './definition.ts';

type Looking = Pick<Giver, 'organisation' | 'person' | 'organisationKind'>;

/** What is kept by zone is kept of zones alone. */
export async function noZone(id: OrganisationId, { organisation }: Looking): Promise<Failure | undefined> {
  const { profile } = await organisation(id);
  return profile?.kind === 'zone' ? undefined : { code: 'ORGANISATION_UNKNOWN', data: { organisation: id } };
}

/** The office has no say over another province's zones: it records for those of its own region alone. */
export async function outsideRegion(id: OrganisationId, giver: Looking): Promise<Failure | undefined> {
  const none = await noZone(id, giver);
  if (none || giver.organisationKind !== 'coordination-office') return none;
  const [zone, office] = await Promise.all([giver.organisation(id), giver.organisation(giver.person.organisation)]);
  const same = zone.profile?.regionCode.slice(0, 2) === office.profile?.regionCode.slice(0, 2);
  return same ? undefined : { code: 'QUOTA_OTHER_REGION', data: { zone: id } };
}
