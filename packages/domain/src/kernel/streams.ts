import type { CommandId, MemberId, NegotiationId, OrganisationId, ProjectId } from './ids.ts';

/** The categories whose streams are the ledger: never deleted, never truncated (EV-5). */
export const ledgerCategories = [
  'organisation',
  'procedure',
  'comments',
  'negotiation',
  'clearance',
  'agreement',
  'registration',
  'intake',
  'figures',
  'settlement',
  'appraisal',
  'quota',
  'coordination',
  'project',
  'reservation',
] as const;

/** One stream per aggregate instance, one readership per stream (EV-2). */
export const streamOf = {
  organisation: (id: OrganisationId) => `organisation-${id}`,
  /** How an organisation clears a text inside itself: its own people alone read it. */
  procedure: (id: OrganisationId) => `procedure-${id}`,
  negotiation: (id: NegotiationId) => `negotiation-${id}`,
  /** What is said about clauses: by all parties to each other, or inside one of them. */
  comments: (id: NegotiationId, only?: OrganisationId) => `comments-${id}${only === undefined ? '' : `-${only}`}`,
  clearance: (id: NegotiationId, party: OrganisationId) => `clearance-${id}-${party}`,
  agreement: (id: NegotiationId) => `agreement-${id}`,
  /** A paper agreement on its way to being one here; the agreement that it founds has the same id. */
  registration: (id: NegotiationId) => `registration-${id}`,
  /** What one import brought in, all or none; each paper goes on to a registration of its own. */
  intake: (id: CommandId) => `intake-${id}`,
  /** What the parties report to each other: figures and milestones. */
  figures: (agreement: NegotiationId) => `figures-${agreement}`,
  /** Statements and their settlement, by clause. Appraisal has streams of its own: not everybody in a party may read it. */
  settlement: (ledger: 'official' | 'appraisal', agreement: NegotiationId, clause: string) =>
    `${ledger === 'official' ? 'settlement' : 'appraisal'}-${agreement}-${clause}`,
  /** One zone's quota of one resource in one year: `<zone>.<year>.<resource>`. */
  quota: (ledger: string) => `quota-${ledger}`,
  /** What the office says to parties of an agreement, and what they answer; named by the command that began it. */
  coordination: (id: CommandId) => `coordination-${id}`,
  /** What the parties of a project report to each other. */
  project: (id: ProjectId) => `project-${id}`,
  /** Uniqueness across streams: appended once with "no stream" (EV-7). */
  reservation: (what: string, value: string) => `reservation-${what}-${value}`,
  /** For whom and in which capacities a natural person acts in a negotiation and its agreement (AZ-3). */
  duties: (matter: string, member: MemberId) => `reservation-duties-${matter}-${member}`,
};

/** What comes before the first hyphen, as EventStoreDB counts categories. */
export function categoryOf(stream: string): string {
  const hyphen = stream.indexOf('-');
  return hyphen < 0 ? stream : stream.slice(0, hyphen);
}
