import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const temporary = mkdtempSync(join(tmpdir(), 'demo-page-'));
let child: ChildProcess;
let url = '';
let exit: Promise<unknown>;

beforeAll(async () => {
  child = spawn(process.execPath, ['dist/demo.js', '--open'], {
    env: { PATH: process.env['PATH'] ?? '', TMPDIR: temporary },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  exit = once(child, 'exit');
  let output = '';
  url = await new Promise<string>((resolve, reject) => {
    child.once('exit', code => reject(new Error(`the demo ended with ${code}:\n${output}`)));
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const found = /(?<url>http:\/\/127\.0\.0\.1:\d+\/)\n/.exec(output)?.groups?.['url'];
      if (found !== undefined) resolve(found);
    });
  });
});
afterAll(() => {
  child.kill('SIGKILL');
  rmSync(temporary, { recursive: true, force: true });
});

describe('the page of the demo', () => {
  it('forbids every script, form and foreign address', async () => {
    const { headers } = await fetch(url);
    expect(headers.get('content-security-policy')).toBe(
      "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; form-action 'none'; frame-ancestors 'none'",
    );
    expect(headers.get('x-content-type-options')).toBe('nosniff');
  });

  it('loads nothing from elsewhere', async () => {
    const page = await (await fetch(url)).text();
    const loaded = [...page.matchAll(/<(?:link|img|script|iframe|source|object)\b[^>]*>/g)].map(
      ([tag]) => tag,
    );
    expect(loaded).toEqual(['<link rel="icon" href="data:,">', '<link rel="stylesheet" href="/style.css">']);
    const style = await (await fetch(`${url}style.css`)).text();
    expect(style).not.toMatch(/url\(|@import/);
  });

  it('shows markup of a stranger’s comment as the text it is', async () => {
    const page = await (await fetch(url)).text();
    expect(page).toContain('&#60;img src=&#34;x&#34; onerror=');
    expect(page).toContain('&#60;script&#62;');
    expect(page).not.toMatch(/<script|<img/i);
  });

  it.each([
    [1, /7 findings to fix before merging/, /github-token/],
    [2, /xavier/, /👎/],
    [3, /6 fixed since the last review/, /edited once/],
    [4, /only labels, nothing of the pull request/, /All checks have passed/],
    [5, /no such column: carrier/, /Some checks were not successful/],
    [6, /Add the carrier to the totals/, /All checks have passed/],
    [7, /deploys it to staging/, /Deployed to staging/],
    [8, /merge queue/, /Queued to merge/],
  ])('has the pull request as it was after act %i', async (number, one, other) => {
    const page = await (await fetch(`${url}scene/${number}`)).text();
    expect(page).toMatch(one);
    expect(page).toMatch(other);
  });

  it('leads from a finding in the comment to its line in the diff', async () => {
    const page = await (await fetch(`${url}scene/1`)).text();
    expect(page).toContain(`href="#${encodeURIComponent('src/export.ts:L4')}"`);
    expect(page).toContain('id="src/export.ts:L4"');
  });

  it.each([
    ['/scene/0', 404],
    ['/scene/9', 404],
    ['/scene/../../etc/passwd', 404],
    ['/favicon.ico', 404],
  ])('has nothing at %s', async (path, status) => {
    expect(await statusOf({ path })).toBe(status);
  });

  it('refuses other methods and foreign host names', async () => {
    expect(await statusOf({ path: '/', method: 'POST' })).toBe(405);
    expect(await statusOf({ path: '/', headers: { host: 'attacker.example' } })).toBe(421);
  });

  it('ends with 0 when interrupted, and leaves nothing behind', async () => {
    child.kill('SIGINT');
    expect(await exit).toEqual([0, null]);
    expect(readdirSync(temporary)).toEqual([]);
  });
});

/** The status of a request as it stands: `fetch` would tidy its path and refuse the header. */
async function statusOf(options: {
  readonly path: string;
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}): Promise<number | undefined> {
  const { port } = new URL(url);
  return await new Promise((resolve, reject) => {
    request({ host: '127.0.0.1', port, ...options }, response => {
      response.resume();
      resolve(response.statusCode);
    })
      .on('error', reject)
      .end();
  });
}
