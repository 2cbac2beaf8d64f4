/** What the server of the benchmark says once its agreements stand. */
export interface Standing {
  readonly url: string;
  /** The file that the questions are answered from. */
  readonly readModel: string;
  readonly agreements: number;
  /** Of one agreement: of its negotiation, its internal procedures and its life in force. */
  readonly events: number;
  /** One of them, for its page. */
  readonly agreement: string;
  readonly accounts: Readonly<Record<'party' | 'office', { readonly signInName: string; readonly password: string }>>;
  /** How long it took to fold them, in ms. */
  readonly foldedMs: number;
}
