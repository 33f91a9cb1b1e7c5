import { describe, expect, it } from 'vitest';
import type { RunnerJob, WorkflowSettings } from '../../../../src/contracts/deploy-runner.ts';
import { readWorkflowFile } from '../../../../src/runs/deploy/runners/workflow-file.ts';
import { dispatchInputs } from '../../../../src/runs/deploy/runners/workflow-inputs.ts';
import { workflowSettings } from './workflow-scene.ts';

const path = '.github/workflows/deploy.yml';

const job: RunnerJob = {
  key: 'a1b2c3d4e5f6',
  installationId: 1,
  repository: { owner: 'octo', name: 'shop', defaultBranch: 'main' },
  environment: 'staging',
  sha: 'c0ffee'.repeat(6).padEnd(40, '0'),
  ref: 'feature',
  deploymentId: 77,
  actor: 'mona',
  parameters: {},
  startedAt: '2026-11-21T00:00:00.000Z',
  isRollBack: false,
};

/** What a workflow with these inputs (YAML flow) would be dispatched with. */
function inputsOf(
  inputs: string,
  options: {
    readonly settings?: Partial<WorkflowSettings>;
    readonly parameters?: RunnerJob['parameters'];
  } = {},
): Readonly<Record<string, string>> | readonly string[] {
  const text = `name: Deploy\non:\n  workflow_dispatch:\n    inputs: ${inputs}\njobs: {}\n`;
  const workflow = readWorkflowFile(text);
  if (workflow.kind !== 'dispatchable') throw new Error(workflow.kind);
  const filled = dispatchInputs({
    workflow,
    path,
    settings: { ...workflowSettings, ...options.settings },
    job: { ...job, parameters: options.parameters ?? {} },
  });
  return filled.kind === 'inputs' ? filled.inputs : filled.problems.map(({ message }) => message);
}

describe('reading a workflow', () => {
  it.each([
    ['on: workflow_dispatch', 'dispatchable', 1],
    ['on: [push, workflow_dispatch]', 'dispatchable', 1],
    ['name: x\non:\n  push:\n  workflow_dispatch:\n', 'dispatchable', 4],
    ['name: x\non: push', 'not-dispatchable', 2],
    ['name: x\non:\n  push:\n    branches: [workflow_dispatch]', 'not-dispatchable', 2],
    ['name: x\njobs: {}', 'not-a-workflow', 1],
    ['on: [push', 'not-a-workflow', 1],
    ['', 'not-a-workflow', 1],
  ] as const)('%j is %s (line %i)', (text, kind, line) => {
    expect(readWorkflowFile(text)).toMatchObject({ kind, line });
  });

  it.each([
    ['Deploy ${{ inputs.devops_run }}', true],
    ['Deploy ${{ github.event.inputs.devops_run || github.sha }}', true],
    ['Deploy inputs.devops_run', false],
    ['Deploy ${{ inputs.devops_runner }}', false],
  ])('sees whether the title %j shows the key', (title, shows) => {
    const file = readWorkflowFile(`run-name: "${title}"\non: workflow_dispatch\n`);
    expect(file.kind === 'dispatchable' && file.titleShows('devops_run')).toBe(shows);
  });
});

describe('the inputs of a dispatch', () => {
  it('are filled in by their names', () => {
    const names = '{ sha: {}, ref: {}, environment: {}, deployment_id: {}, actor: {}, devops_run: {} }';
    expect(inputsOf(names)).toEqual({
      sha: job.sha,
      ref: 'feature',
      environment: 'staging',
      deployment_id: '77',
      actor: 'mona',
      devops_run: job.key,
    });
  });

  it('come from the configuration first, then from parameters, and keep their defaults otherwise', () => {
    expect(
      inputsOf('{ commit: {}, replicas: { type: number }, debug: { type: boolean, default: false } }', {
        settings: { inputs: { commit: '$sha' } },
        parameters: { replicas: 3 },
      }),
    ).toEqual({ commit: job.sha, replicas: '3' });
  });

  it.each([
    [
      'an input nobody fills in',
      inputsOf('{ sha: {}, region: { required: true } }'),
      '`.github/workflows/deploy.yml` requires the input `region` (line 4), and nothing fills it in.',
    ],
    [
      'a configured input that is not declared, with a suggestion',
      inputsOf('{ sha: {}, region: {} }', { settings: { inputs: { regoin: 'eu' } } }),
      'The configuration passes the input `regoin`, which `.github/workflows/deploy.yml` does not declare (line 3). Did you mean "region"?',
    ],
    [
      'a parameter that would be lost',
      inputsOf('{ sha: {} }', { parameters: { version: 'v2' } }),
      'The parameter `version` would be lost: `.github/workflows/deploy.yml` declares no input of that name (line 3).',
    ],
    [
      'a workflow that is not told the commit',
      inputsOf('{ environment: {} }'),
      '`.github/workflows/deploy.yml` takes no input for the commit (line 3), so it would deploy the default branch instead.',
    ],
    [
      'a value outside a choice',
      inputsOf('{ sha: {}, size: { type: choice, options: [small, large] } }', {
        parameters: { size: 'huge' },
      }),
      'The input `size` of `.github/workflows/deploy.yml` (line 4) takes one of `small`, `large`.',
    ],
    [
      'a value of another type',
      inputsOf('{ sha: {}, dry: { type: boolean } }', { parameters: { dry: 'yes' } }),
      'The input `dry` of `.github/workflows/deploy.yml` (line 4) takes `true` or `false`.',
    ],
    [
      'a source that does not exist',
      inputsOf('{ sha: {}, who: {} }', { settings: { inputs: { who: '$acter' } } }),
      'The input `who` of `.github/workflows/deploy.yml` is to be filled from `$acter`, which does not exist. Did you mean "$actor"?',
    ],
    [
      'more than GitHub takes',
      inputsOf('{ sha: {}, text: {} }', { parameters: { text: 'x'.repeat(65_536) } }),
      '`.github/workflows/deploy.yml` would be given 2 inputs of 65576 characters; GitHub takes 25 and 65535.',
    ],
  ])('name the problem of %s', (_, problems, expected) => {
    expect(problems).toEqual([expected]);
  });

  it.each(['a$(reboot)', 'a;b', '-x', "it's", 'a`id`', 'ä'])('never hold the branch name %j', ref => {
    const text = 'on: { workflow_dispatch: { inputs: { sha: {}, ref: {} } } }';
    const workflow = readWorkflowFile(text);
    if (workflow.kind !== 'dispatchable') throw new Error(workflow.kind);
    const filled = dispatchInputs({ workflow, path, settings: workflowSettings, job: { ...job, ref } });
    expect(filled.kind === 'problems' && filled.problems.map(({ code }) => code)).toEqual(['ref-not-plain']);
  });

  it('need no commit when the branch’s own workflow runs', () => {
    expect(inputsOf('{ environment: {} }', { settings: { ref: 'head' } })).toEqual({
      environment: 'staging',
    });
  });
});
