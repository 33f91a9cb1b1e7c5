/** Most comments that are remembered. */
const maxRemembered = 1_000;

/** The comments on deployments that this process wrote lately: who read before they were there learns of them. */
export type WrittenComments = {
  readonly find: (key: string) => number | undefined;
  readonly wrote: (key: string, id: number) => void;
};

/** Remembers the newest thousand. */
export function createWrittenComments(): WrittenComments {
  const ids = new Map<string, number>();
  return {
    find: key => ids.get(key),
    wrote(key, id) {
      ids.delete(key);
      const [oldest] = ids.keys();
      if (oldest !== undefined && ids.size >= maxRemembered) ids.delete(oldest);
      ids.set(key, id);
    },
  };
}
