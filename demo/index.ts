import { randomBytes } from 'node:crypto';
import { mkdtempSync, realpathSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import process from 'node:process';
import { createPaint } from '../src/cli/paint.ts';
import { type ColourSettings, wantsColour } from '../src/cli/terminal.ts';
import { playDemo } from './play-demo.ts';
import { StoryError } from './wait.ts';

/** Widest output, columns; also that of what is not a terminal. */
const maxWidth = 100;

/**
 * Plays the demo and resolves with the exit code: 0 when everything happened as told, 1 when it did not. With
 * `open` it then serves the conversation as a page until it is interrupted.
 */
export async function runDemo(options: { readonly open: boolean }): Promise<number> {
  const folder = mkdtempSync(join(tmpdir(), 'devops-demo-'));
  const interrupted = interruption();
  try {
    await playDemo({
      open: options.open,
      folder,
      webhookSecret: randomBytes(32).toString('hex'),
      interrupted,
      narrator: {
        write: text => process.stdout.write(text),
        paint: createPaint(wantsColour(colourSettings(), process.stdout.isTTY)),
        width: Math.max(60, Math.min(maxWidth, process.stdout.columns ?? maxWidth)),
      },
    });
    return 0;
  } catch (error) {
    if (!(error instanceof StoryError)) throw error;
    process.stderr.write(`\nThe demo did not go as told: ${error.message}\n`);
    return 1;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function colourSettings(): ColourSettings {
  const { NO_COLOR, FORCE_COLOR, TERM } = process.env;
  return { NO_COLOR, FORCE_COLOR, TERM };
}

/** Aborts when the process is asked to end. */
function interruption(): AbortSignal {
  const controller = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => controller.abort());
  return controller.signal;
}

const started = process.argv[1];
if (started !== undefined && realpathSync(started) === import.meta.filename) {
  process.exitCode = await runDemo({ open: process.argv.includes('--open') });
}
