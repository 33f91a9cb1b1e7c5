import process from 'node:process';

/** Where a command prints, and what the place can show. */
export type Terminal = {
  /** Data, on standard output. */
  write(text: string): void;
  /** Messages for people, on standard error. */
  note(text: string): void;
  /** Replaces the one line of progress on standard error; nothing when that is not a terminal. `''` removes it. */
  progress(text: string): void;
  readonly colour: boolean;
  /** Folder that relative paths start from. */
  readonly folder: string;
  /** The environment, with the credentials that commands may use. */
  readonly environment: Readonly<Record<string, string | undefined>>;
};

/** Environment variables that decide about colour (no-color.org, force-color.org). */
export type ColourSettings = {
  readonly NO_COLOR?: string | undefined;
  readonly FORCE_COLOR?: string | undefined;
  readonly TERM?: string | undefined;
};

/** The process's own terminal. A reader that goes away (`devops scan | head`) ends the process quietly. */
export function createTerminal(environment: Terminal['environment'] & ColourSettings): Terminal {
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    process.exit(error.code === 'EPIPE' ? 0 : 2);
  });
  const showsProgress = process.stderr.isTTY && environment.TERM !== 'dumb';
  let hasProgress = false;
  const clear = (): void => {
    if (hasProgress) process.stderr.write('\r\x1b[2K');
    hasProgress = false;
  };
  return {
    colour: wantsColour(environment, process.stdout.isTTY),
    folder: process.cwd(),
    environment,
    write(text) {
      clear();
      process.stdout.write(text);
    },
    note(text) {
      clear();
      process.stderr.write(text);
    },
    progress(text) {
      if (!showsProgress) return;
      clear();
      if (text === '') return;
      process.stderr.write(text);
      hasProgress = true;
    },
  };
}

/** NO_COLOR (not empty) wins over FORCE_COLOR (not empty, not 0), which wins over what the output is. */
export function wantsColour(settings: ColourSettings, isTerminal: boolean): boolean {
  if ((settings.NO_COLOR ?? '') !== '') return false;
  if ((settings.FORCE_COLOR ?? '') !== '') return settings.FORCE_COLOR !== '0';
  return isTerminal && settings.TERM !== 'dumb';
}
