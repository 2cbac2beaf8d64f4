import { isOrganisationEvent, UnreadableEventError } from '@lianyu/domain/events';
import { fold } from '@lianyu/domain/kernel';
import { organisationDecider } from '@lianyu/domain/organisations';
import type { Log } from './log.ts';

/**
 * Short names of the organisations in the log. Whoever has none, such as a finance office, keeps its id, and so does one whose
 * stream cannot be read: what is being explained does not hang on a name.
 */
export async function namesIn(log: Log): Promise<(organisation: string) => string> {
  const names = new Map<string, string>();
  for (const stream of await log.streamsOf(['organisation'])) {
    try {
      const { id, profile } = fold(organisationDecider, (await log.whole(stream)).filter(isOrganisationEvent));
      if (id !== undefined && profile) names.set(id, profile.shortName.zh);
    } catch (error) {
      if (!(error instanceof UnreadableEventError)) throw error;
    }
  }
  return (organisation) => names.get(organisation) ?? organisation;
}
