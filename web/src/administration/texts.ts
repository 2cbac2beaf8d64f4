export const administrationZh = { title: 'administration' } as const;
export const administrationEn = { title: 'administration' };
