export { type QuotaField, type QuotaHeader, type QuotaProblem, type ReadQuota, readQuotas } from './read-quotas.ts';
export { quotaEntriesSheet, quotaSheet } from './sheets.ts';
