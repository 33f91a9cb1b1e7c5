import { describe, expect, it } from 'vitest';
import { createHostReader, type HostReader, type HostReading } from '../../src/clients/host.ts';
import { bindTool } from '../../src/tools/bind-tool.ts';
import { hostTools } from '../../src/tools/host/index.ts';
import { call } from './tool-ports.ts';

const gigabyte = 1024 ** 3;

/** A machine with four cores, 8 GB of memory and a disk of 100 GB, all of it idle and half full. */
function machine(overrides: Partial<HostReading> = {}): HostReader {
  return {
    read: () =>
      Promise.resolve({
        hostname: 'web-1',
        platform: 'linux',
        uptimeSeconds: 60,
        cpu: { cores: 4, busy: 0.1 },
        load: [0.4, 0.4, 0.4],
        memory: { totalBytes: 8 * gigabyte, availableBytes: 4 * gigabyte },
        disks: [{ path: '/', totalBytes: 100 * gigabyte, availableBytes: 50 * gigabyte }],
        ...overrides,
      }),
  };
}

function run(name: string, host: HostReader, input: object = {}): ReturnType<typeof call> {
  const definition = hostTools.find(tool => tool.name === name);
  if (definition === undefined) throw new Error(`no tool ${name}`);
  return call(
    bindTool(definition, () => Promise.resolve({ kind: 'clients', clients: host })),
    input,
  );
}

const used = (percent: number): { readonly totalBytes: number; readonly availableBytes: number } => ({
  totalBytes: 1000,
  availableBytes: 1000 - percent * 10,
});

describe('host_health', () => {
  it.each([
    ['an idle machine', {}, {}, 'healthy', []],
    ['busy cores', { cpu: { cores: 4, busy: 0.8 } }, {}, 'warning', ['cpu']],
    ['saturated cores', { cpu: { cores: 4, busy: 0.95 } }, {}, 'critical', ['cpu']],
    ['just below a threshold', { cpu: { cores: 4, busy: 0.7999 } }, {}, 'healthy', []],
    ['a long queue', { load: [0, 6, 0] as const }, {}, 'warning', ['load']],
    ['a very long queue', { load: [0, 16, 0] as const }, {}, 'critical', ['load']],
    ['little memory', { memory: used(85) }, {}, 'warning', ['memory']],
    [
      'a full disk',
      {
        disks: [
          { path: '/', ...used(10) },
          { path: '/var', ...used(96) },
        ],
      },
      {},
      'critical',
      ['disk /var'],
    ],
    ['a threshold of one’s own', { memory: used(50) }, { memoryWarning: 40 }, 'warning', ['memory']],
    ['no disk to look at', { disks: [] }, {}, 'healthy', []],
    [
      'the worst of several',
      { memory: used(85), cpu: { cores: 4, busy: 1 } },
      {},
      'critical',
      ['cpu', 'memory'],
    ],
  ])('finds %s', async (_name, reading, input, status, notable) => {
    const result = await run('host_health', machine(reading), input);
    expect(result).toMatchObject({ kind: 'ok', value: { status, host: 'web-1' } });
    const { checks } = (result.kind === 'ok' ? result.value : {}) as {
      checks: { check: string; status: string }[];
    };
    expect(checks.filter(check => check.status !== 'healthy').map(({ check }) => check)).toEqual(notable);
  });
});

describe('this machine', () => {
  it.each(hostTools.map(tool => [tool.name, tool] as const))(
    'is read by the example of %s',
    async (name, { example }) => {
      expect(await run(name, createHostReader(), example)).toMatchObject({ kind: 'ok' });
    },
  );

  it('has sensible figures, and no disk where there is no folder', async () => {
    const reading = await createHostReader().read({
      paths: ['/', '/nowhere/at/all'],
      signal: AbortSignal.timeout(5_000),
    });
    expect(reading.disks.map(({ path }) => path)).toEqual(['/']);
    expect(reading.cpu.cores).toBeGreaterThan(0);
    expect(reading.cpu.busy).toBeGreaterThanOrEqual(0);
    expect(reading.cpu.busy).toBeLessThanOrEqual(1);
    const { totalBytes, availableBytes } = reading.memory;
    expect(availableBytes).toBeGreaterThan(0);
    expect(availableBytes).toBeLessThanOrEqual(totalBytes);
  });
});
