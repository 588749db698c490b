import { cpus, loadavg } from 'node:os';
import { readFileSync } from 'node:fs';

/** The middle of an odd number of values, the mean of the two middle ones of an even number; NaN of none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1] ?? NaN, sorted[Math.floor(middle)] ?? NaN];
  return (low + high) / 2;
}

/** A median with its smallest and largest value, in milliseconds. */
export function milliseconds(values: readonly number[]): string {
  const rounded = [median(values), Math.min(...values), Math.max(...values)].map((value) => value.toFixed(1));
  return `${rounded[0]} ms (${rounded[1]} to ${rounded[2]}, ${values.length} runs)`;
}

/** A median with its smallest and largest value, in milliseconds, of differences that may be negative. */
export function spread(values: readonly number[]): string {
  const known = values.filter((value) => !Number.isNaN(value));
  const [middle, least, most] = [median(known), Math.min(...known), Math.max(...known)].map((value) =>
    value.toFixed(1),
  );
  return `median ${middle} ms (${least} to ${most}, ${known.length} of them)`;
}

/** What the figures were measured on. */
export function machine(): string {
  const { model = 'unknown processor' } = cpus()[0] ?? {};
  const system = /^PRETTY_NAME="(.*)"$/m.exec(readFileSync('/etc/os-release', 'utf8'))?.[1] ?? process.platform;
  return `${cpus().length} cores of ${model.trim()}, ${system}, Node ${process.versions.node}`;
}

/** Processes that wanted a core, on average over the last minute: above the number of cores, others work here too. */
export function load(): string {
  return (loadavg()[0] ?? NaN).toFixed(1);
}
