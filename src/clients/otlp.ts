import { createHash } from 'node:crypto';
import type { AgentStep } from '../contracts/agent.ts';
import type { Trace } from '../contracts/trace.ts';

/** Longest an export may take, milliseconds. */
const timeoutMs = 5_000;

/** A collector that speaks OTLP over HTTP with JSON. */
export type OtlpCollector = {
  /** The whole address, ending in `/v1/traces`. */
  readonly url: string;
  readonly headers: Readonly<Record<string, string>>;
};

/**
 * The collector of OpenTelemetry's own variables (opentelemetry.io/docs/specs/otel/protocol/exporter); undefined when
 * none is set: nothing is exported by default.
 */
export function otlpCollector(
  variables: Readonly<Record<string, string | undefined>>,
): OtlpCollector | undefined {
  const { OTEL_EXPORTER_OTLP_ENDPOINT: base, OTEL_EXPORTER_OTLP_TRACES_ENDPOINT: exact } = variables;
  const url = exact || (base ? `${base.replace(/\/+$/, '')}/v1/traces` : '');
  if (url === '') return undefined;
  const pairs = (variables['OTEL_EXPORTER_OTLP_HEADERS'] ?? '').split(',').flatMap(pair => {
    const [name, ...value] = pair.split('=');
    return name === undefined || name.trim() === '' || value.length === 0
      ? []
      : [[name.trim(), decodeURIComponent(value.join('=').trim())] as const];
  });
  return { url, headers: Object.fromEntries(pairs) };
}

/**
 * Sends a trace to a collector, without any text of prompts, answers, tools or guardrails.
 * @throws Error when the collector does not take it.
 */
export async function exportTrace(trace: Trace, { url, headers }: OtlpCollector): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(toOtlp(trace)),
    redirect: 'error',
    signal: AbortSignal.timeout(timeoutMs),
  });
  await response.body?.cancel();
  if (!response.ok) throw new Error(`the collector answered ${response.status}`);
}

type Attributes = Readonly<Record<string, string | number | boolean | null | undefined>>;

function toOtlp(trace: Trace): object {
  const begin = Date.parse(trace.startedAt);
  const span = (
    step: number,
    parent: number | undefined,
    fields: {
      readonly name: string;
      readonly startedMs: number;
      readonly durationMs: number;
      readonly failed: boolean;
      readonly attributes: Attributes;
    },
  ): object => ({
    traceId: trace.traceId,
    spanId: spanId(trace, step),
    ...(parent === undefined ? {} : { parentSpanId: spanId(trace, parent) }),
    name: fields.name,
    kind: 1,
    startTimeUnixNano: nanoseconds(begin + fields.startedMs),
    endTimeUnixNano: nanoseconds(begin + fields.startedMs + fields.durationMs),
    attributes: attributesOf(fields.attributes),
    status: { code: fields.failed ? 2 : 1 },
  });
  const root = span(0, undefined, {
    name: `invoke_agent ${trace.agent}`,
    startedMs: 0,
    durationMs: trace.durationMs,
    failed: trace.outcome !== 'completed',
    attributes: {
      'gen_ai.operation.name': 'invoke_agent',
      'gen_ai.agent.name': trace.agent,
      'devops.run.id': trace.runId,
      'devops.outcome': trace.outcome,
      'devops.repository': trace.repository,
    },
  });
  const spans = trace.steps.map(step =>
    span(step.step, step.parent ?? 0, {
      name: `${step.kind} ${step.name}`,
      startedMs: step.startedMs,
      durationMs: step.durationMs,
      failed: ['failed', 'stop', 'stopped'].includes(step.outcome),
      attributes: stepAttributes(step),
    }),
  );
  return {
    resourceSpans: [
      {
        resource: { attributes: attributesOf({ 'service.name': 'agentic-devops' }) },
        scopeSpans: [{ scope: { name: 'agentic-devops' }, spans: [root, ...spans] }],
      },
    ],
  };
}

/** Names as in OpenTelemetry's conventions for generative AI where there are some. */
function stepAttributes({ agent, kind, name, outcome, replayed, usage }: AgentStep): Attributes {
  return {
    'gen_ai.agent.name': agent,
    'devops.outcome': outcome,
    'devops.replayed': replayed,
    ...(kind === 'model' ? { 'gen_ai.operation.name': 'chat', 'gen_ai.request.model': name } : {}),
    ...(kind === 'tool' ? { 'gen_ai.operation.name': 'execute_tool', 'gen_ai.tool.name': name } : {}),
    'gen_ai.usage.input_tokens': usage?.inputTokens,
    'gen_ai.usage.output_tokens': usage?.outputTokens,
    'devops.cost_usd': usage?.costUsd,
  };
}

function spanId({ traceId }: Trace, step: number): string {
  return createHash('sha256').update(`${traceId}/${step}`).digest('hex').slice(0, 16);
}

/** As text, because JSON's numbers do not hold 64 bits. */
function nanoseconds(ms: number): string {
  return (BigInt(Math.round(ms * 1000)) * 1000n).toString();
}

function attributesOf(attributes: Attributes): readonly object[] {
  return Object.entries(attributes).flatMap(([key, value]): readonly object[] => {
    if (value === undefined || value === null) return [];
    if (typeof value === 'string') return [{ key, value: { stringValue: value } }];
    if (typeof value === 'boolean') return [{ key, value: { boolValue: value } }];
    return [{ key, value: Number.isInteger(value) ? { intValue: String(value) } : { doubleValue: value } }];
  });
}
