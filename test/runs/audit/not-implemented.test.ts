import { describe, expect, it } from 'vitest';
import { type AwsRequestHandler, createAwsConnector } from '../../../src/clients/aws/aws-connector.ts';
import { createAwsToolAccess } from '../../../src/clients/aws/tool-access.ts';
import { controls } from '../../../src/controls/index.ts';
import { auditAws } from '../../../src/runs/audit/audit-aws.ts';
import { noLimits } from '../../tools/aws/call-aws-tool.ts';

/** Answers everything alike. */
function answering(statusCode: number, type: string, body: string): AwsRequestHandler {
  const headers = { 'content-type': type };
  const handle = () =>
    Promise.resolve({ response: { statusCode, headers, body: new TextEncoder().encode(body) } });
  return { handle } as unknown as AwsRequestHandler;
}

const html =
  '<!doctype html><html><head><title>Not Found</title></head><body><p>Not found.</p></body></html>';

const shapes: readonly (readonly [string, number, string, string])[] = [
  ['a page with 404', 404, 'text/html', html],
  ['a page with 500', 500, 'text/html', html],
  ['JSON with 501', 501, 'application/json', '{"__type":"InternalFailure","message":"not yet implemented"}'],
  [
    'XML with 501',
    501,
    'text/xml',
    '<ErrorResponse><Error><Code>InternalFailure</Code><Message>API action not yet implemented</Message></Error></ErrorResponse>',
  ],
  ['an unknown operation', 404, 'application/x-amz-json-1.1', '{"__type":"UnknownOperationException"}'],
  [
    'an invalid action',
    400,
    'text/xml',
    '<ErrorResponse><Error><Type>Sender</Type><Code>InvalidAction</Code></Error></ErrorResponse>',
  ],
  ['JSON with 404 and no name', 404, 'application/json', '{"message":"Not Found"}'],
  ['nothing with 405', 405, 'text/plain', ''],
];

describe('an audit of something that does not know the calls', () => {
  it.each(shapes)('tells of %s that nothing could be looked at', async (_, status, type, body) => {
    const connector = createAwsConnector({
      endpointUrl: 'http://127.0.0.1:1',
      now: () => new Date(),
      credentials: () => Promise.resolve({ accessKeyId: 'key', secretAccessKey: 'secret' }),
      requestHandler: answering(status, type, body),
    });
    const report = await auditAws({
      access: createAwsToolAccess(connector, {
        region: 'eu-central-1',
        reader: undefined,
        actor: undefined,
        limits: noLimits,
      }),
      homeRegion: 'eu-central-1',
      regions: ['eu-central-1'],
      controls,
      controlsInAll: controls.length,
      actor: 'mona',
      runId: 'run-1',
      now: () => new Date('2026-06-01T00:00:00Z'),
      wait: () => Promise.resolve(),
    });
    const told = report.controls.filter(({ verdict }) => !['ERROR', 'MANUAL'].includes(verdict));
    expect(told).toEqual([]);
    const codes = new Set(report.failures.map(({ code }) => code));
    expect(codes).toContain('unsupported');
    // XML without a name for its error is told by its status alone.
    const others = ['unsupported', 'not-found', 'unavailable', 'account-unknown'];
    expect([...codes].filter(code => !others.includes(code))).toEqual([]);
  });
});
