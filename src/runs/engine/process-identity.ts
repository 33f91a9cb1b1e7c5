import { readFileSync, readlinkSync } from 'node:fs';
import type { WorkerIdentity } from '../../storage/run-store.ts';

/** How a process is recognised by others on the same machine. */
export type ProcessIdentity = Omit<WorkerIdentity, 'id'>;

/**
 * This process: boot and PID namespace (two containers have different ones, so neither takes the other for
 * dead), number and start time. Only Linux tells; elsewhere nobody is ever declared dead early.
 */
export function ownProcessIdentity(): ProcessIdentity {
  const { pid } = process;
  try {
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    return {
      processSpace: `${boot} ${readlinkSync('/proc/self/ns/pid')}`,
      pid,
      processStart: startTime(pid),
    };
  } catch {
    return { processSpace: null, pid, processStart: null };
  }
}

/** Whether the process, of the same process space as this one, is certainly gone. */
export function isGone(identity: ProcessIdentity): boolean {
  if (identity.processSpace === null) return false;
  try {
    return startTime(identity.pid) !== identity.processStart;
  } catch (error) {
    return error instanceof Error && 'code' in error && (error.code === 'ENOENT' || error.code === 'ESRCH');
  }
}

/** Field 22 of `/proc/<pid>/stat` (proc(5)): clock ticks after boot; the command name before it may hold spaces. */
function startTime(pid: number): string {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  // A zombie of the kernel's kind (state Z) is dead; its parent has just not asked yet.
  return fields[0] === 'Z' ? 'dead' : (fields[19] ?? 'unknown');
}
