import { createGitHubApp } from '../../../../src/clients/github/github-app.ts';
import type {
  DeployRunner,
  EventSettings,
  RunnerJob,
  WorkflowSettings,
} from '../../../../src/contracts/deploy-runner.ts';
import { createPinoLogger } from '../../../../src/observability/pino-logger.ts';
import { endOnRefusal } from '../../../../src/runs/deploy/runners/end-on-refusal.ts';
import { createEventRunner } from '../../../../src/runs/deploy/runners/event.ts';
import {
  createWorkflowRunner,
  type WorkflowRunnerParts,
} from '../../../../src/runs/deploy/runners/workflow.ts';
import type { FakeRepository } from '../../../fakes/github/index.ts';
import type { TestGitHub } from '../../../fakes/start-github.ts';

/** A workflow that takes what deployments pass by themselves. */
export const deployWorkflow = `name: Deploy
run-name: Deploy \${{ inputs.environment }} \${{ inputs.devops_run }}
on:
  workflow_dispatch:
    inputs:
      sha: { required: true }
      environment: { required: true }
      devops_run: {}
jobs:
  deploy:
    runs-on: ubuntu-latest
    steps: [{ run: make deploy }]
`;

export const workflowSettings: WorkflowSettings = {
  type: 'workflow',
  file: 'deploy.yml',
  ref: 'default-branch',
  inputs: {},
  timeoutMinutes: 30,
};

/** The stand-in with one repository, and the runner on a real client, with a clock that tests move. */
export type Scene = {
  readonly test: TestGitHub;
  readonly repository: FakeRepository;
  readonly runner: DeployRunner<WorkflowSettings>;
  readonly eventRunner: DeployRunner<EventSettings>;
  readonly job: RunnerJob;
  /** Moves the runner's clock, milliseconds from the job's start. */
  readonly elapse: (ms: number) => void;
};

/** A new repository. @param workflow Text of `.github/workflows/deploy.yml`; undefined: there is none. */
export function openScene(test: TestGitHub, workflow: string | undefined): Scene {
  const { github } = test;
  github.requests.length = 0;
  github.faults.length = 0;
  github.intercept = undefined;
  github.state.dispatchTellsRun = true;
  const name = `shop-${github.state.nextId()}`;
  const repository = github.state.repository({
    name,
    files: {
      'README.md': '# Shop\n',
      ...(workflow === undefined ? {} : { '.github/workflows/deploy.yml': workflow }),
    },
  });
  const sha = repository.push('feature', { 'app.txt': 'new\n' });
  const app = createGitHubApp({
    appId: String(github.state.appId),
    privateKey: github.privateKey,
    webhookSecret: 'unused',
    apiUrl: github.apiUrl,
    pino: createPinoLogger('silent').pino,
  });
  const started = Date.now();
  let elapsed = 0;
  const parts: WorkflowRunnerParts = {
    clientFor: (installationId, ref) => app.runnerClientFor(installationId, ref),
    redact: text => text.replaceAll('hunter2', '***'),
    now: () => new Date(started + elapsed),
  };
  return {
    test,
    repository,
    runner: endOnRefusal(createWorkflowRunner(parts)),
    eventRunner: endOnRefusal(createEventRunner(parts)),
    job: {
      key: 'a1b2c3d4e5f6',
      installationId: github.state.installationId,
      repository: { owner: 'octo', name, defaultBranch: 'main' },
      environment: 'staging',
      sha,
      ref: 'feature',
      deploymentId: 77,
      actor: 'mona',
      parameters: {},
      isRollBack: false,
      startedAt: new Date(started).toISOString(),
    },
    elapse: ms => {
      elapsed = ms;
    },
  };
}
