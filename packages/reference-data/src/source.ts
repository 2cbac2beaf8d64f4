/** How far a fact was checked: read in the document it cites (or a copy of it), read in part or second-hand, or not read. */
export type Verification = 'verified' | 'partly' | 'unverified';

/** Where a fact comes from. A fact that is not verified says so wherever it is used. */
export interface Source {
  /** The document, by its number where it has one: `国发〔2016〕26号`; else what was read, and of when. */
  readonly citation: string;
  /** Where the copy was read. Most are reprints: good enough to begin with, not to be quoted as official. */
  readonly copies?: readonly string[];
  readonly verification: Verification;
  /** What could not be read, or what the fact leaves out. */
  readonly note?: string;
}
