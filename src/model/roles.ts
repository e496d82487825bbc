/** 牵头、责任、配合、责任领导. */
export const ROLES = ['lead', 'responsible', 'support', 'chief'] as const;
