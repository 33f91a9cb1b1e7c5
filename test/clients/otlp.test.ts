import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { exportTrace, otlpCollector } from '../../src/clients/otlp.ts';
import type { Trace } from '../../src/contracts/trace.ts';

const step = {
  agent: 'helper',
  startedMs: 1.5,
  durationMs: 10,
  replayed: false,
  outcome: 'ok',
  detail: 'a secret excerpt',
};
const trace: Trace = {
  traceId: 'a1'.repeat(16),
  runId: 'r1',
  step: null,
  agent: 'helper',
  repository: 'octo/shop',
  actor: 'ada',
  entry: 'app',
  startedAt: '2026-11-21T05:00:00.000Z',
  durationMs: 40,
  outcome: 'completed',
  reason: null,
  gaps: [],
  usage: [],
  steps: [
    {
      ...step,
      step: 1,
      parent: undefined,
      kind: 'model',
      name: 'openai/gpt',
      usage: { model: 'openai/gpt', requests: 1, inputTokens: 100, outputTokens: 7, costUsd: 0.5 },
    },
    { ...step, step: 2, parent: undefined, kind: 'tool', name: 'look', usage: undefined },
    { ...step, step: 3, parent: 2, kind: 'guardrail', name: 'tool-input', outcome: 'stop', usage: undefined },
  ],
};

type Span = {
  readonly traceId: string;
  readonly spanId: string;
  readonly parentSpanId?: string;
  readonly name: string;
  readonly startTimeUnixNano: string;
  readonly endTimeUnixNano: string;
  readonly status: { readonly code: number };
  readonly attributes: readonly { readonly key: string; readonly value: unknown }[];
};

describe('the export to OpenTelemetry', () => {
  const server = createServer();
  afterEach(() => server.close());

  it('is off unless a collector is set', () => {
    expect(otlpCollector({})).toBeUndefined();
    expect(otlpCollector({ OTEL_EXPORTER_OTLP_ENDPOINT: '' })).toBeUndefined();
    expect(otlpCollector({ OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: 'http://c/x' })).toEqual({
      url: 'http://c/x',
      headers: {},
    });
  });

  it('sends a tree of spans with times and usage, and no text', async () => {
    const received: { readonly url: string; readonly headers: IncomingHttpHeaders; readonly body: string }[] =
      [];
    server.on('request', (request, response) => {
      let body = '';
      request.on('data', chunk => {
        body += String(chunk);
      });
      request.on('end', () => {
        received.push({ url: request.url ?? '', headers: request.headers, body });
        response.writeHead(received.length === 1 ? 200 : 503).end('{}');
      });
    });
    await new Promise<void>(done => {
      server.listen(0, '127.0.0.1', done);
    });
    const collector = otlpCollector({
      OTEL_EXPORTER_OTLP_ENDPOINT: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
      OTEL_EXPORTER_OTLP_HEADERS: 'x-team=devops,authorization=Basic%20abc',
    });
    if (collector === undefined) throw new Error('no collector');
    await exportTrace(trace, collector);
    await expect(exportTrace(trace, collector)).rejects.toThrow('503');
    const [first] = received;
    expect(first).toMatchObject({
      url: '/v1/traces',
      headers: { 'x-team': 'devops', authorization: 'Basic abc', 'content-type': 'application/json' },
    });
    expect(first?.body).not.toContain('secret');
    const { resourceSpans } = JSON.parse(first?.body ?? '{}') as {
      readonly resourceSpans: readonly {
        readonly scopeSpans: readonly { readonly spans: readonly Span[] }[];
      }[];
    };
    const spans = resourceSpans[0]?.scopeSpans[0]?.spans ?? [];
    const [root, model, look, guardrail] = spans;
    expect(spans.map(({ name }) => name)).toEqual([
      'invoke_agent helper',
      'model openai/gpt',
      'tool look',
      'guardrail tool-input',
    ]);
    expect(model?.parentSpanId).toBe(root?.spanId);
    expect(guardrail?.parentSpanId).toBe(look?.spanId);
    expect(root?.spanId).toMatch(/^[0-9a-f]{16}$/);
    expect(model?.startTimeUnixNano).toBe('1795237200001500000');
    expect(model?.attributes).toContainEqual({
      key: 'gen_ai.usage.input_tokens',
      value: { intValue: '100' },
    });
    expect(guardrail?.status.code).toBe(2);
  });
});
