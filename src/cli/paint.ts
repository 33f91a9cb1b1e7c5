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

/** SGR parameters (ECMA-48 §8.3.117) that switch on, and those that switch just that off again. */
type Code = { readonly on: string; readonly off: string };

const severityCodes: Readonly<Record<Severity, Code>> = {
  critical: { on: '1;31', off: '22;39' },
  high: { on: '31', off: '39' },
  medium: { on: '33', off: '39' },
  low: { on: '36', off: '39' },
  info: { on: '34', off: '39' },
};

/** Paints with SGR sequences when `colour` is set; a colour inside bold text leaves it bold. */
export function createPaint(colour: boolean): Paint {
  const wrap = ({ on, off }: Code, text: string): string =>
    colour ? `\x1b[${on}m${text}\x1b[${off}m` : text;
  return {
    bold: text => wrap({ on: '1', off: '22' }, text),
    faint: text => wrap({ on: '2', off: '22' }, text),
    green: text => wrap({ on: '32', off: '39' }, text),
    red: text => wrap({ on: '31', off: '39' }, text),
    yellow: text => wrap({ on: '33', off: '39' }, text),
    severity: (severity, text) => wrap(severityCodes[severity], text),
  };
}
