import { type Control, type ControlMeta, passes, regionControl } from './control.ts';
import type { DatabaseInstance } from './snapshot.ts';

/** A control over one setting of every RDS instance. */
export function databaseControl(
  control: Omit<ControlMeta, 'section'> & {
    readonly isGood: (instance: DatabaseInstance) => boolean;
    readonly good: string;
    readonly bad: string;
  },
): Control {
  const { isGood, good, bad, ...meta } = control;
  return regionControl({
    ...meta,
    section: 'Storage',
    reads: ['database-instances'],
    judge: values =>
      values['database-instances'].map(instance => passes(instance.name, isGood(instance), { good, bad })),
  });
}
