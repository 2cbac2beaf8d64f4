export const disputeTone = { open: 'fail', resolved: 'ok', withdrawn: 'neutral', void: 'neutral' } as const;
