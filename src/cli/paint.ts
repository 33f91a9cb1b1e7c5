import type { Severity } from '../contracts/severity.ts';

/** Colours a text, or leaves it as it is. */
export type Paint = {
  bold(text: string): string;
  faint(text: string): string;
  green(text: string): string;
  red(text: string): string;
  yellow(text: string): string;
  severity(severity: Severity, text: string): string;
};

/** SGR parameters (ECMA-48 §8.3.117). */
const severityColours: Readonly<Record<Severity, string>> = {
  critical: '1;31',
  high: '31',
  medium: '33',
  low: '36',
  info: '34',
};

/** Paints with SGR sequences when `colour` is set. */
export function createPaint(colour: boolean): Paint {
  const wrap = (code: string, text: string): string => (colour ? `\x1b[${code}m${text}\x1b[0m` : text);
  return {
    bold: text => wrap('1', text),
    faint: text => wrap('2', text),
    green: text => wrap('32', text),
    red: text => wrap('31', text),
    yellow: text => wrap('33', text),
    severity: (severity, text) => wrap(severityColours[severity], text),
  };
}
