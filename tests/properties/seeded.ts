/** Seeded choice: the same dress for the same document in every run. */
export function seeded(text: string): () => number {
  let state = 2166136261;
  for (let at = 0; at < text.length; at++) state = Math.imul(state ^ text.charCodeAt(at), 16777619);
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    // The low bits of a linear congruential generator repeat soon: use the high ones.
    return (state >>> 8) / 0x1000000;
  };
}

export function pick<T>(random: () => number, among: readonly T[]): T {
  const chosen = among[Math.floor(random() * among.length)];
  if (chosen === undefined) throw new Error('nothing to choose from');
  return chosen;
}
