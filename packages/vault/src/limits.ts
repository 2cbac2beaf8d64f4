/** How much the vault takes (ER-3). */
export const vaultLimits = {
  sessionsPerMember: 20,
  userAgentCharacters: 300,
  draftsPerOrganisation: 500,
  draftBytes: 512 << 10,
  fileBytes: 20 << 20,
  filesPerOrganisation: 100_000,
  fileBytesPerOrganisation: 20 * 2 ** 30,
  noteCharacters: 4096,
  /** How many passwords are hashed at once (each takes 19 MiB), and how many wait. */
  hashing: 2,
  hashingQueue: 64,
  /** For how many names failed attempts are remembered. */
  throttled: 50_000,
  revocationsPerAsking: 1000,
  /** Days after which what people were told is forgotten. */
  noticeDays: 400,
  noticeCharacters: 2_000,
  noticesPerAsking: 1000,
  webhooksPerOrganisation: 10,
  webhookHosts: 100,
  /** What is kept of the log of one webhook. */
  deliveriesPerWebhook: 1_000,
} as const;
