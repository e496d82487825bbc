/** Axis steps that people can read. */

/** Round numbers from 0 to at least `max`, about `steps` of them. */
export function ticks(max: number, steps = 5): number[] {
  if (max <= 0) return [0];
  const rough = max / steps;
  const power = 10 ** Math.floor(Math.log10(rough));
  const step = [1, 2, 5, 10].map((factor) => factor * power).find((one) => one >= rough) ?? rough;
  // Counts are whole.
  const whole = Math.max(1, step);
  const last = Math.ceil(max / whole);
  return Array.from({ length: last + 1 }, (_, i) => i * whole);
}
