import { describe, expect, it } from 'vitest';
import type { WorkflowInput } from '../../src/contracts/workflow.ts';
import { readInputs } from '../../src/workflows/read-inputs.ts';

const input = (name: string, part: Partial<WorkflowInput> = {}): WorkflowInput => ({
  name,
  description: '',
  type: 'text',
  required: false,
  standard: undefined,
  choices: undefined,
  ...part,
});
const declared = [
  input('service', { required: true }),
  input('count', { type: 'number', standard: 3 }),
  input('dry', { type: 'boolean' }),
  input('environment', { choices: ['staging', 'production'] }),
];

describe('the inputs of a workflow', () => {
  it('become what they are declared as', () => {
    expect(readInputs(declared, { service: '7', dry: 'TRUE', environment: 'staging' })).toEqual({
      kind: 'inputs',
      values: { service: '7', count: 3, dry: true, environment: 'staging' },
    });
    expect(readInputs(declared, { service: '', count: '-2.5' })).toMatchObject({
      values: { service: '', count: -2.5, dry: null, environment: null },
    });
  });

  it('are refused with everything that is wrong', () => {
    const given = { count: 'many', dry: 'yes', environment: 'prod', servce: 'x' };
    expect(readInputs(declared, given)).toEqual({
      kind: 'problems',
      problems: [
        'There is no input "servce". Did you mean "service"?',
        'The input "service" is required: service=<text>.',
        'The input "count" must be a number.',
        'The input "dry" must be a boolean.',
        'The input "environment" must be one of staging, production.',
      ],
    });
  });

  it('that are not declared are not found on the prototype either', () => {
    const [service = input('x')] = declared;
    expect(readInputs([{ ...service, name: 'constructor' }], {})).toMatchObject({ kind: 'problems' });
  });
});
