import { readFile, statfs } from 'node:fs/promises';
import { availableParallelism, cpus, freemem, hostname, loadavg, platform, totalmem, uptime } from 'node:os';
import { setTimeout as delay } from 'node:timers/promises';

/** A moment of the machine this runs on. Sizes are bytes, shares are 0 to 1. */
export type HostReading = {
  readonly hostname: string;
  readonly platform: string;
  /** Seconds since the machine started. */
  readonly uptimeSeconds: number;
  readonly cpu: {
    /** Cores this process may use. */
    readonly cores: number;
    /** Share of all cores that was busy during the sample. */
    readonly busy: number;
  };
  /** Runnable processes, averaged over 1, 5 and 15 minutes; zeros where the system has no such figure. */
  readonly load: readonly [number, number, number];
  /** `available` counts what the system would free at once, such as caches. */
  readonly memory: { readonly totalBytes: number; readonly availableBytes: number };
  readonly disks: readonly {
    readonly path: string;
    readonly totalBytes: number;
    /** What an ordinary user can still write. */
    readonly availableBytes: number;
  }[];
};

/** Reads the machine's figures. */
export type HostReader = {
  read(options: {
    /** Folders whose file systems are looked at; those that are not there are left out. */
    readonly paths: readonly string[];
    readonly signal: AbortSignal;
  }): Promise<HostReading>;
};

/** How long the processors are watched, milliseconds. */
const sampleMs = 200;

/** Reads this machine. */
export function createHostReader(): HostReader {
  return {
    async read({ paths, signal }) {
      const before = cpuTimes();
      await delay(sampleMs, undefined, { signal });
      const after = cpuTimes();
      const total = after.total - before.total;
      const [one = 0, five = 0, fifteen = 0] = loadavg();
      return {
        hostname: hostname(),
        platform: platform(),
        uptimeSeconds: Math.round(uptime()),
        cpu: {
          cores: availableParallelism(),
          busy: total <= 0 ? 0 : Math.min(1, Math.max(0, 1 - (after.idle - before.idle) / total)),
        },
        load: [one, five, fifteen],
        memory: await readMemory(),
        disks: await readDisks(paths),
      };
    },
  };
}

function cpuTimes(): { readonly idle: number; readonly total: number } {
  const times = cpus().map(cpu => cpu.times);
  const idle = times.reduce((sum, time) => sum + time.idle, 0);
  const total = times.reduce((sum, time) => sum + time.user + time.nice + time.sys + time.idle + time.irq, 0);
  return { idle, total };
}

/** Linux says what is available; `free` alone would count caches as used. */
async function readMemory(): Promise<HostReading['memory']> {
  const text = await readFile('/proc/meminfo', 'utf8').catch(() => '');
  const kilobytes = /^MemAvailable:\s+(\d+) kB$/m.exec(text)?.[1];
  return {
    totalBytes: totalmem(),
    availableBytes: kilobytes === undefined ? freemem() : Number(kilobytes) * 1024,
  };
}

async function readDisks(paths: readonly string[]): Promise<HostReading['disks']> {
  const read = await Promise.all(
    paths.map(async path => {
      const stats = await statfs(path).catch(() => undefined);
      return stats === undefined
        ? []
        : [{ path, totalBytes: stats.blocks * stats.bsize, availableBytes: stats.bavail * stats.bsize }];
    }),
  );
  return read.flat();
}
