import { describe, expect, it } from 'vitest';
import { createSourceFile } from '../../../src/analysis/source-file.ts';
import { resourcesOf } from '../../../src/detectors/infrastructure/model/resources-of.ts';
import { analyseText } from '../analyse-text.ts';

async function rulesOf(path: string, text: string): Promise<readonly string[]> {
  return (await analyseText(path, text)).map(({ rule, line }) => `${rule}:${line}`);
}

const deployment = (extra: string): string => `apiVersion: apps/v1
kind: Deployment
metadata:
  name: {{ include "app.name" . }}
spec:
  template:
    spec:
      {{- with .Values.nodeSelector }}
      nodeSelector:
        {{- toYaml . | nindent 8 }}
      {{- end }}
      containers:
        - name: {{ .Chart.Name }}
          image: "{{ .Values.image.repository }}:{{ .Values.image.tag }}"
${extra}`;

describe('a template of a chart', () => {
  it('is judged by what it says itself, at its own line', async () => {
    const text = deployment('          securityContext:\n            privileged: true\n');
    expect(await rulesOf('chart/templates/app.yaml', text)).toContain('kubernetes-privileged:16');
  });

  it('lacks nothing, as its values may say it', async () => {
    expect(await rulesOf('chart/templates/app.yaml', deployment(''))).toEqual([]);
    const values = '          securityContext: {{- toYaml .Values.securityContext | nindent 12 }}\n';
    expect(await rulesOf('chart/templates/app.yaml', deployment(values))).toEqual([]);
  });

  it.each([
    ['an action that does not end', `${deployment('')}{{ if`],
    ['many of them', '{{\n'.repeat(20_000)],
    ['many on one line', `auth: ${'{{'.repeat(100_000)}`],
    ['something that is not YAML', deployment('  - a: [')],
  ])('with %s is left alone', (_, text) => {
    const file = createSourceFile({ path: 'chart/templates/a.yaml', text, parseTree: () => undefined });
    expect([...resourcesOf(file).values()]).toEqual([]);
  });
});

describe('a kustomization', () => {
  it('is judged by the patches in it, which lack nothing', async () => {
    const text = (value: boolean): string => `apiVersion: kustomize.config.k8s.io/v1beta1
kind: Kustomization
patches:
  - patch: |-
      apiVersion: apps/v1
      kind: Deployment
      metadata:
        name: app
      spec:
        template:
          spec:
            hostNetwork: ${value}
            containers:
              - name: app
`;
    expect(await rulesOf('kustomization.yaml', text(true))).toEqual(['kubernetes-host-network:4']);
    expect(await rulesOf('kustomization.yaml', text(false))).toEqual([]);
  });
});

describe('keys with a pattern', () => {
  it('are found whatever stands before and after', async () => {
    const text =
      'services:\n  app:\n    image: app:1\n    environment:\n      BILLING_API_TOKEN: s3cure-Value\n';
    expect(await rulesOf('compose.yaml', text)).toContain('compose-plain-secret:5');
  });
});
