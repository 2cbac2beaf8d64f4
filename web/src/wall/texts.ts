export const wallZh = { title: 'wall' } as const;
export const wallEn = { title: 'wall' };
