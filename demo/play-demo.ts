import { readFileSync, rmSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { z } from 'zod';
import { startFakeGitHub } from '../test/fakes/github/index.ts';
import { keepOpen } from './page/keep-open.ts';
import type { Scene } from './page/render-page.ts';
import { filesBefore } from './repository/files-before.ts';
import { plantedChange } from './repository/planted-change.ts';
import { type ServerProcess, startServerProcess } from './server-process.ts';
import { acts, cast } from './story/acts.ts';
import type { Conversation } from './story/conversation.ts';
import { expectThat, Stage } from './story/stage.ts';
import {
  type Narrator,
  tellAct,
  tellBehind,
  tellChanges,
  tellEnd,
  tellOpen,
  tellOpening,
} from './terminal/narrator.ts';

/** What the demo works with. */
export type DemoOptions = {
  readonly open: boolean;
  /** Empty; the caller removes it. */
  readonly folder: string;
  readonly webhookSecret: string;
  readonly interrupted: AbortSignal;
  readonly narrator: Narrator;
};

/** Plays the story on a running server and prints it. @throws StoryError when something is not as told. */
export async function playDemo(options: DemoOptions): Promise<void> {
  const { narrator, folder, webhookSecret } = options;
  const github = await startFakeGitHub({ permissions: appPermissions() });
  let server: ServerProcess | undefined;
  try {
    server = await startServerProcess({
      github,
      dataDir: folder,
      webhookSecret,
      interrupted: options.interrupted,
    });
    github.state.webhook = { url: `${server.url}/api/github/webhooks`, secret: webhookSecret };
    narrator.write(
      `Agentic DevOps, played through: the built server (process ${server.pid}, SQLite) against a stand-in for GitHub on this machine.\nNothing leaves it, no model is asked.\n`,
    );
    const repository = github.state.repository({ name: 'parcel-desk', files: filesBefore });
    repository.roles.set(cast.author, 'write').set(cast.maintainer, 'maintain');
    repository.push('carrier-export', plantedChange, 'Export labels, report by carrier');
    const pullRequest = repository.openPullRequest({
      head: 'carrier-export',
      title: 'Export labels of a day and report by carrier',
      body: 'Adds `/export`, a filter for the daily report, and a workflow that labels carrier changes.',
      author: cast.author,
    });
    const stage = new Stage({ github, server, repository, pullRequest });
    const scenes = await playActs(stage, options);
    expectThat((await server.stop()) === 0, 'the server ends by itself when asked to');
    tellEnd(narrator, { acts: acts.length, requests: github.requests.length });
    if (options.open)
      await keepOpen({ scenes, githubUrl: github.url, narrator, interrupted: options.interrupted });
    else tellOpen(narrator);
  } finally {
    await server?.stop();
    await github.close();
    for (const { git } of github.state.repositories.values())
      rmSync(git.folder, { recursive: true, force: true });
  }
}

async function playActs(stage: Stage, { narrator }: DemoOptions): Promise<readonly Scene[]> {
  let before: Conversation = { ...stage.conversation(), timeline: [], check: undefined };
  const scenes: Scene[] = [];
  for (const [index, act] of acts.entries()) {
    tellAct(narrator, index + 1, act);
    if (index === 0) tellOpening(narrator, before);
    const behind = await stage.measure(() => act.play(stage));
    const after = stage.conversation();
    tellChanges(narrator, before, after);
    tellBehind(narrator, behind, stage.github.violations.length);
    expectThat(
      stage.github.violations.length === 0,
      `no request differs from GitHub’s description; these did:\n${stage.github.violations.join('\n')}`,
    );
    scenes.push({ title: act.title, point: act.point, conversation: after, behind });
    before = after;
  }
  return scenes;
}

const manifestSchema = z.object({ default_permissions: z.record(z.string(), z.string()) });

/** What `app.yml` asks for: the stand-in grants exactly that. */
function appPermissions(): Readonly<Record<string, string>> {
  const manifest = fileURLToPath(new URL('../app.yml', import.meta.url));
  return manifestSchema.parse(parse(readFileSync(manifest, 'utf8'))).default_permissions;
}
