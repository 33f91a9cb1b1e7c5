import { existsSync } from 'node:fs';
import { UsageError } from '../cli-error.ts';

/** The built demo's own entry: runs it and resolves with the exit code. */
type Demo = { readonly runDemo: (options: { readonly open: boolean }) => Promise<number> };

/** `devops demo`: the real server against a stand-in for GitHub, on this machine. */
export async function demo(options: { readonly open?: boolean }): Promise<number> {
  const url = new URL('./demo.js', import.meta.url);
  if (!existsSync(url)) throw new UsageError('The demo was not built; run `npm run build` first.');
  const { runDemo } = (await import(url.href)) as Demo;
  return await runDemo({ open: options.open === true });
}
