/** How much one project may hold (ER-3). */
export const projectLimits = { milestones: 300, commitments: 100, tasks: 200, corrections: 100 } as const;
