import type { Control } from './control.ts';
import { controls } from './index.ts';

/** The controls of some ids, all where none is given; or the first id that no control has. */
export function chooseControls(
  ids: readonly string[],
):
  | { readonly kind: 'chosen'; readonly controls: readonly Control[] }
  | { readonly kind: 'unknown'; readonly id: string } {
  const unknown = ids.find(id => !controls.some(control => control.id === id));
  if (unknown !== undefined) return { kind: 'unknown', id: unknown };
  return {
    kind: 'chosen',
    controls: ids.length === 0 ? controls : controls.filter(({ id }) => ids.includes(id)),
  };
}
