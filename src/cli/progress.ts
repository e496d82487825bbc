/** How far a run is: a bar on a terminal, now and then a plain line elsewhere. */
import { MultiBar, Presets, type SingleBar } from 'cli-progress';
import type { Terminal } from './terminal.js';

export interface Progress {
  /** Begins a part of the run: fetching, then reading. */
  start(total: number): void;
  advance(): void;
  /** A message to the person while the run goes on. */
  say(line: string): void;
  stop(): void;
}

const FORMAT = '{bar} {value}/{total} documents, {rate}/s, {left} left';
/** Milliseconds between two plain lines. */
const EVERY = 10_000;

/** Whole seconds and minutes: 95 → 1m35s. */
function duration(seconds: number): string {
  const whole = Math.ceil(seconds);
  return whole < 60 ? `${whole}s` : `${Math.floor(whole / 60)}m${String(whole % 60).padStart(2, '0')}s`;
}

interface Pace {
  rate: string;
  left: string;
}

function paceOf(done: number, total: number, since: number): Pace {
  const seconds = Math.max((performance.now() - since) / 1000, 0.001);
  const rate = done / seconds;
  return { rate: rate.toFixed(rate < 10 ? 1 : 0), left: done === 0 ? '?' : duration((total - done) / rate) };
}

/** @param isQuiet only failures are said */
export function progressOn(terminal: Terminal, isQuiet: boolean): Progress {
  if (isQuiet) return { start() {}, advance() {}, say: terminal.err, stop() {} };
  return terminal.progress ? bar(terminal.progress, terminal) : lines(terminal);
}

function bar(stream: NodeJS.WriteStream, terminal: Terminal): Progress {
  let bars: MultiBar | null = null;
  let one: SingleBar | null = null;
  let since = 0;
  let done = 0;
  return {
    start(total) {
      bars?.stop();
      bars = null;
      one = null;
      done = 0;
      if (total === 0) return;
      since = performance.now();
      bars = new MultiBar({ stream, format: FORMAT, clearOnComplete: true, hideCursor: true }, Presets.shades_classic);
      one = bars.create(total, 0, paceOf(0, total, since));
    },
    advance() {
      done += 1;
      one?.update(done, paceOf(done, one.getTotal(), since));
    },
    say(line) {
      if (bars) bars.log(line);
      else terminal.err(line);
    },
    stop() {
      bars?.stop();
      bars = null;
    },
  };
}

function lines(terminal: Terminal): Progress {
  let total = 0;
  let done = 0;
  let since = 0;
  let said = 0;
  return {
    start(documents) {
      total = documents;
      done = 0;
      since = performance.now();
      said = since;
    },
    advance() {
      done += 1;
      if (performance.now() - said < EVERY) return;
      said = performance.now();
      const { rate, left } = paceOf(done, total, since);
      terminal.err(`${done}/${total} documents, ${rate}/s, ${left} left\n`);
    },
    say: terminal.err,
    stop() {},
  };
}
