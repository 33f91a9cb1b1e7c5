import { describe, expect, it } from 'vitest';
import type { AuditedControl } from '../../src/contracts/audit.ts';
import { chooseRemedy } from '../../src/controls/choose-remedy.ts';
import { controls } from '../../src/controls/index.ts';
import { planRemedies } from '../../src/controls/plan-remedies.ts';
import { awsTools } from '../../src/tools/aws/index.ts';

/** A resource as the control names it, and what only a person can give. */
const resources: Readonly<Record<string, string>> = {
  '3.6': 'arn:aws:kms:eu-central-1:111122223333:key/1234abcd-12ab-34cd-56ef-1234567890ab',
  '3.7': 'vpc-0123456789abcdef0',
  '5.1.2': 'sg-0123456789abcdef0',
  '5.3': 'sg-0123456789abcdef0',
  '5.4': 'sg-0123456789abcdef0',
  '5.5': 'sg-0123456789abcdef0',
  '5.7': 'i-0123456789abcdef0',
};
const answers: Readonly<Record<string, string>> = { key: 'ABCD', bucketArn: 'arn:aws:s3:::flow-logs' };

function failing(id: string, names: readonly string[], region: string | null = 'eu-central-1') {
  const outcomes = names.map(resource => ({ verdict: 'FAIL' as const, resource, region, reason: 'bad' }));
  const control = controls.find(other => other.id === id);
  if (control === undefined) throw new Error(`no control ${id}`);
  const audited: AuditedControl = { ...control, verdict: 'FAIL', outcomes };
  return { controls: [audited], remediation: planRemedies(controls, [audited], '111122223333') };
}

const withTool = controls.filter(({ remedy }) => remedy.tool !== undefined);

describe('a remedy that a tool carries out', () => {
  it.each(withTool.map(control => [control.id, control] as const))(
    '%s names a changing tool and parameters that it takes',
    (id, { remedy }) => {
      const tool = awsTools.find(({ name }) => name === remedy.tool?.name);
      expect(tool?.risk).toMatch(/write|destructive/);
      const given = Object.fromEntries((remedy.tool?.asks ?? []).map(name => [name, answers[name] ?? '']));
      const report = failing(id, [resources[id] ?? 'orders']);
      const chosen = chooseRemedy(report, { control: id, resource: undefined, given });
      expect(chosen).toMatchObject({ kind: 'call', tool: tool?.name });
      const input = chosen.kind === 'call' ? chosen.input : {};
      expect(tool?.parameters.strict().safeParse(input)).toMatchObject({ success: true });
    },
  );

  it('asks which resource is meant where several fail', () => {
    const report = failing('2.1.4', ['one', 'two'], null);
    expect(chooseRemedy(report, { control: '2.1.4', resource: undefined, given: {} })).toMatchObject({
      kind: 'nothing',
      holds: false,
      resources: ['one', 'two'],
    });
    expect(chooseRemedy(report, { control: '2.1.4', resource: 'two', given: {} })).toMatchObject({
      kind: 'call',
      input: { bucket: 'two' },
    });
    expect(chooseRemedy(report, { control: '2.1.4', resource: 'three', given: {} })).toMatchObject({
      kind: 'nothing',
      resources: ['one', 'two'],
    });
  });

  it('takes only parameters that the remedy asks for', () => {
    const report = failing('5.3', ['sg-0123456789abcdef0']);
    const given = { securityGroupId: 'sg-99999999' };
    expect(chooseRemedy(report, { control: '5.3', resource: undefined, given }).kind).toBe('nothing');
    expect(
      chooseRemedy(failing('3.7', ['vpc-0123456789abcdef0']), {
        control: '3.7',
        resource: undefined,
        given: {},
      }),
    ).toMatchObject({ kind: 'nothing', message: expect.stringContaining('--set bucketArn=<value>') });
  });

  it('leaves to people what no tool does, and says when nothing fails', () => {
    const byHand = failing('1.2', ['account'], null);
    expect(chooseRemedy(byHand, { control: '1.2', resource: undefined, given: {} }).kind).toBe('by-hand');
    const passing = { controls: [], remediation: [] };
    expect(chooseRemedy(passing, { control: '1.7', resource: undefined, given: {} })).toMatchObject({
      kind: 'nothing',
      holds: true,
    });
  });
});
