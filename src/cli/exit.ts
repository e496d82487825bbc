/** The exit statuses of the contract. */
export const EXIT = { ok: 0, unexpected: 1, usage: 2, failed: 3 } as const;

export type ExitStatus = (typeof EXIT)[keyof typeof EXIT];
