import { z } from 'zod';
import { organisationId } from '../kernel/index.ts';
import type { Unit } from '../money/index.ts';

/** The resources whose quotas are kept (内政办发〔2024〕5号 items 3, 17, 19), each in one unit at its fixed scale (MN-4). */
export const resourceUnits = {
  land: 'mu', // 用地，亩
  energy: 'tce', // 用能，吨标准煤
  water: 'm3', // 用水，立方米
  carbon: 'tco2', // 碳排放，吨二氧化碳
} as const satisfies Record<string, Unit>;
export const resource = z.enum(Object.keys(resourceUnits) as [Resource, ...Resource[]]);
export type Resource = keyof typeof resourceUnits;

/** Of which allotment: the ordinary one, or the one that is listed separately and moved as the year goes (指标单列动态管理, item 3). */
export const pool = z.enum(['ordinary', 'listed']);
export type Pool = z.infer<typeof pool>;

/** Whose quota of what in which year: one ledger. */
export const ledgerId = z.strictObject({ zone: organisationId, year: z.number().int().min(2000).max(2100), resource });
export type LedgerId = z.infer<typeof ledgerId>;

export const ledgerKey = ({ zone, year, resource: what }: LedgerId) => `${zone}.${year}.${what}`;

/** The paper by which a quota is given, moved or taken back. */
export const basis = z.strictObject({
  issuedBy: z.string().trim().min(1).max(120),
  documentNumber: z.string().trim().min(1).max(80),
  /** The file, where it is kept here, by its SHA-256. */
  file: z.strictObject({ digest: z.string().regex(/^[0-9a-f]{64}$/), name: z.string().trim().min(1).max(200) }).optional(),
});
export type Basis = z.infer<typeof basis>;

/** How much one ledger may hold open at once (ER-3). */
export const quotaLimits = { reservations: 500, transfers: 500, entries: 5_000 } as const;
