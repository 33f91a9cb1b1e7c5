/** Runs the tasks of a key one after the other, those of different keys side by side. */
export type OneAtATime = <T>(key: string, task: () => Promise<T>) => Promise<T>;

/** A queue per key within this process; it is gone when its last task is done. */
export function createOneAtATime(): OneAtATime {
  const tails = new Map<string, Promise<unknown>>();
  return async (key, task) => {
    const previous = tails.get(key) ?? Promise.resolve();
    const current = previous.then(task, task);
    const tail = current.catch(() => undefined);
    tails.set(key, tail);
    try {
      return await current;
    } finally {
      if (tails.get(key) === tail) tails.delete(key);
    }
  };
}
