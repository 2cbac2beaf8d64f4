export const accountZh = { title: 'account' } as const;
export const accountEn = { title: 'account' };
