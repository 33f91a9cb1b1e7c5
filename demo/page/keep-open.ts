import { spawn } from 'node:child_process';
import { once } from 'node:events';
import process from 'node:process';
import { type Narrator, tellPage } from '../terminal/narrator.ts';
import { servePage } from './page-server.ts';
import type { Scene } from './render-page.ts';

/** Serves the page, prints its address, opens a browser where there is one, and ends when interrupted. */
export async function keepOpen(options: {
  readonly scenes: readonly Scene[];
  readonly githubUrl: string;
  readonly narrator: Narrator;
  readonly interrupted: AbortSignal;
}): Promise<void> {
  const page = await servePage(options);
  tellPage(options.narrator, page.url);
  if (process.stdout.isTTY) openBrowser(page.url);
  try {
    if (!options.interrupted.aborted) await once(options.interrupted, 'abort');
  } finally {
    await page.close();
  }
}

/** Asks the desktop to show the address; without one nothing happens. */
function openBrowser(url: string): void {
  const hasDesktop =
    process.platform !== 'linux' ||
    process.env['DISPLAY'] !== undefined ||
    process.env['WAYLAND_DISPLAY'] !== undefined;
  if (!hasDesktop) return;
  const [command, ...args] = { darwin: ['open'], win32: ['cmd', '/c', 'start', ''] }[
    process.platform as string
  ] ?? ['xdg-open'];
  if (command === undefined) return;
  const child = spawn(command, [...args, url], { stdio: 'ignore', detached: true });
  // No such program: the printed address is enough.
  child.on('error', () => undefined);
  child.unref();
}
