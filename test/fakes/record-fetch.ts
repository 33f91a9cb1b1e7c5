import { existsSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Requests that a child process made to the outside. */
export type FetchRecord = {
  /** For the child's environment: makes Node load the recorder first. */
  readonly environment: { readonly NODE_OPTIONS: string };
  /** `GET https://…` and the authorization header, one for each request. */
  readonly requests: () => readonly string[];
};

/** Answers a child process's requests with a status, without a network; those to this machine go through. */
export function recordFetch(status: number): FetchRecord {
  const folder = mkdtempSync(join(tmpdir(), 'devops-fetch-'));
  const log = join(folder, 'requests');
  const recorder = join(folder, 'recorder.mjs');
  writeFileSync(
    recorder,
    `import { appendFileSync } from 'node:fs';
const real = globalThis.fetch;
globalThis.fetch = async (input, init = {}) => {
  const url = new URL(typeof input === 'object' && 'url' in input ? input.url : input);
  if (url.hostname === '127.0.0.1' || url.hostname === 'localhost') return await real(input, init);
  const authorization = new Headers(init.headers).get('authorization');
  appendFileSync(${JSON.stringify(log)}, \`\${init.method ?? 'GET'} \${url} \${authorization}\\n\`);
  return new Response(null, { status: ${status} });
};
`,
  );
  return {
    environment: { NODE_OPTIONS: `--import=${pathToFileURL(recorder).href}` },
    requests: () => (existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : []),
  };
}
