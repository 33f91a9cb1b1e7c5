import { mkdtempSync, readdirSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { deliverPullRequest, type FakeGitHub, startFakeGitHub } from '../fakes/github/index.ts';
import { botComments, dangerousWorkflow, openPullRequest, reviewed } from './scenario.ts';
import { appPermissions, type ServerProcess, spawnServer, waitFor } from './start-product.ts';

const closing: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0)) await close();
});

/** A server without credentials beside a stand-in; `restart` starts it again on the same data and port. */
async function startWithoutApp() {
  const github = await startFakeGitHub({ permissions: appPermissions });
  const dataDir = mkdtempSync(join(tmpdir(), 'devops-setup-'));
  const start = (port: string): ServerProcess => {
    const server = spawnServer({
      GITHUB_API_URL: github.apiUrl,
      DATA_DIR: dataDir,
      HOST: '127.0.0.1',
      PORT: port,
    });
    closing.push(async () => {
      server.child.kill('SIGKILL');
      await server.exited;
    });
    return server;
  };
  const first = start('0');
  await waitFor(() => first.output().includes('/setup?token='), 'the setup address');
  const address = /http:\S+/.exec(first.output())?.[0] ?? '';
  closing.push(() => github.close());
  return { github, dataDir, first, address: new URL(address), start };
}

const unescape = (html: string): string =>
  html.replace(/&#(\d+);/g, (_whole, code: string) => String.fromCharCode(Number(code)));

/** What the page's form sends to GitHub. */
async function formOf(address: URL) {
  const html = await (await fetch(address)).text();
  const manifest = JSON.parse(unescape(/name="manifest" value="([^"]*)"/.exec(html)?.[1] ?? '')) as {
    readonly public: boolean;
    readonly hook_attributes: { readonly url: string };
    readonly redirect_url: string;
    readonly default_permissions: unknown;
  };
  const action = new URL(unescape(/action="([^"]*)"/.exec(html)?.[1] ?? ''));
  return { manifest, action };
}

/** The browser's way back from GitHub with its code. */
function returnAddress(github: FakeGitHub, form: Awaited<ReturnType<typeof formOf>>): URL {
  const back = new URL(form.manifest.redirect_url);
  back.searchParams.set('code', github.state.manifestCode);
  back.searchParams.set('state', form.action.searchParams.get('state') ?? '');
  return back;
}

describe('a server without credentials', () => {
  it('becomes a private App with the right webhook, keeps its key for itself, and reviews after a restart', async () => {
    const { github, dataDir, first, address, start } = await startWithoutApp();
    const form = await formOf(address);
    expect(form.action.origin).toBe(github.url);
    expect(form.manifest).toMatchObject({
      public: false,
      default_permissions: appPermissions,
      hook_attributes: { url: `${address.origin}/api/github/webhooks` },
    });

    const done = await fetch(returnAddress(github, form));
    expect(done.status).toBe(200);
    expect(await done.text()).toContain(`${github.url}/apps/${github.state.appSlug}/installations/new`);
    const files = readdirSync(dataDir);
    expect(files.map(file => [file, statSync(join(dataDir, file)).mode & 0o777])).toEqual([
      ['github-app.json', 0o600],
    ]);
    for (const secret of ['webhook-secret-of-the-stand-in', 'client-secret', 'BEGIN RSA'])
      expect(first.output()).not.toContain(secret);

    first.child.kill('SIGTERM');
    expect(await first.exited).toBe(0);
    const second = start(address.port);
    await waitFor(() => second.output().includes('"Listening"'), 'the restarted server');
    // Where the manifest said, signed with what GitHub gave: nothing else is configured.
    github.state.webhook = {
      url: form.manifest.hook_attributes.url,
      secret: 'webhook-secret-of-the-stand-in',
    };
    const { repository, pullRequest } = openPullRequest(
      { github },
      {
        files: { '.github/workflows/build.yml': dangerousWorkflow },
      },
    );
    await deliverPullRequest(github.state, repository, pullRequest, 'opened');
    expect((await reviewed(repository, pullRequest.headSha)).fields.conclusion).toBe('failure');
    expect(botComments(repository)).toHaveLength(1);
    expect((await fetch(address)).status).toBe(404);
  });

  it('takes no code from somebody who does not know the address, and no webhook', async () => {
    const { github, dataDir, address } = await startWithoutApp();
    const back = returnAddress(github, await formOf(address));
    back.searchParams.set('state', 'a guess');
    expect((await fetch(back)).status).toBe(403);
    expect((await fetch(new URL('/setup', address))).status).toBe(403);
    expect((await fetch(new URL('/api/github/webhooks', address), { method: 'POST' })).status).toBe(404);
    expect(readdirSync(dataDir)).toEqual([]);
    expect(github.requests).toEqual([]);
  });

  it('says nothing of the reason when GitHub does not know the code', async () => {
    const { github, dataDir, address } = await startWithoutApp();
    github.state.manifestCode = 'another';
    const form = await formOf(address);
    const back = returnAddress(github, form);
    back.searchParams.set('code', 'expired');
    const answer = await fetch(back);
    expect(answer.status).toBe(500);
    expect(await answer.text()).not.toMatch(/Not Found|HttpError|expired/);
    expect(readdirSync(dataDir)).toEqual([]);
  });
});
