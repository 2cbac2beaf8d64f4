/** A file to begin with: the columns that are understood, and one invented row. */
export const sample = [
  '税种,级次,期间,金额,单位,入库日期,企业名称,统一社会信用代码,备注',
  '增值税,地方留成部分,2025Q4,"1,234,567.89",元,2025-12-31,,,示例',
].join('\r\n');

export const sampleAddress = `data:text/csv;charset=utf-8,${encodeURIComponent(`\uFEFF${sample}`)}`;
