type Waiting<Item, Answer> = {
  readonly items: readonly Item[];
  readonly resolve: (answers: readonly Answer[]) => void;
  readonly reject: (error: unknown) => void;
};

/** Most items in one commit. */
const maxItems = 500;

/**
 * Collects what is submitted in the same turn of the event loop, or while a commit is under way, into one
 * commit: a burst of webhooks then costs one disk flush instead of one each.
 */
export class GroupCommit<Item, Answer> {
  readonly #commit: (items: readonly Item[]) => Promise<readonly Answer[]>;
  #waiting: Waiting<Item, Answer>[] = [];
  #flushing = false;

  /** `commit` answers item by item, in order. */
  constructor(commit: (items: readonly Item[]) => Promise<readonly Answer[]>) {
    this.#commit = commit;
  }

  /** Resolves after the commit that holds all the items. */
  submit(items: readonly Item[]): Promise<readonly Answer[]> {
    return new Promise((resolve, reject) => {
      this.#waiting.push({ items, resolve, reject });
      if (!this.#flushing) {
        this.#flushing = true;
        // After the poll phase: every request the event loop has already read gets in.
        setImmediate(() => void this.#flush());
      }
    });
  }

  async #flush(): Promise<void> {
    while (this.#waiting.length > 0) await this.#commitGroup(this.#takeGroup());
    this.#flushing = false;
  }

  #takeGroup(): readonly Waiting<Item, Answer>[] {
    let count = 0;
    const end = this.#waiting.findIndex((waiting, index) => {
      count += waiting.items.length;
      return index > 0 && count > maxItems;
    });
    return this.#waiting.splice(0, end === -1 ? this.#waiting.length : end);
  }

  async #commitGroup(group: readonly Waiting<Item, Answer>[]): Promise<void> {
    try {
      const answers = await this.#commit(group.flatMap(waiting => waiting.items));
      let offset = 0;
      for (const { items, resolve } of group) {
        resolve(answers.slice(offset, offset + items.length));
        offset += items.length;
      }
    } catch (error) {
      // One submission the database refuses must not take the others down with it.
      if (group.length > 1) for (const waiting of group) await this.#commitGroup([waiting]);
      else for (const { reject } of group) reject(error);
    }
  }
}
