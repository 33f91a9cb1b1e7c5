/** Names of scripts behind which a monorepo's runner puts a colon: `ui:test: …`, `packages/ui test: …`. */
const task =
  '(?:build|bundle|check|ci|compile|coverage|e2e|format|lint|prepack|prepare|test|tests|tsc|types|type-check|typecheck|unit|validate|verify)(?:[:_-][\\w-]+)*';

/** What stands in brackets and is the program's own word. */
const level =
  '(?:[Ee]rr(?:or)?|ERR(?:OR)?|[Ww]arn(?:ing)?|WARN(?:ING)?|[Ii]nfo|INFO|[Nn]otice|NOTICE|[Dd]ebug|DEBUG|[Ff]atal|FATAL|[Ff]ail(?:ed)?|FAIL(?:ED)?|ant:\\w+|cause|vite|rollup)';

/**
 * What others put in front of a program's lines: BuildKit's step and time, Turborepo's `ui:test: `, Lerna's `@acme/ui: `, pnpm's
 * `packages/ui test: `, Compose's `web-1  | `, act's `[CI/build]   | `, Yarn's `[@acme/ui]: `, Jenkins' time, and the
 * `[unit] ` of concurrently, npm-run-all and Ant.
 */
const wrapper = new RegExp(
  `^(?:${[
    '#\\d+ \\d+\\.\\d+ ',
    `@?[\\w./-]+[:#]${task}: `,
    `@?[\\w./-]+ ${task}: `,
    '@(?!parcel\\/)[\\w.-]+\\/[\\w.-]+: ',
    '(?!\\d)[\\w.-]+[-_]\\d+ +\\| ?',
    '\\[\\d{4}-\\d\\d-\\d\\dT[\\d:.]+Z?\\] ',
    '\\[[^\\[\\]]{1,100}\\] {2,3}\\| ?',
    '(?:➤ YN0000: (?:[│┌└] )?)?\\[(?:@[\\w-]+\\/)?(?!\\d|vite|rollup|plugin|cause)[\\w.-]+\\]: ',
    ` {0,12}\\[(?!${level}\\])(?!\\d+\\/|\\d{3})[@\\w][\\w@./:-]{0,60}\\] `,
  ].join('|')})`,
);

/** A line without what wrapped its program. */
export function unwrapLine(text: string): string {
  return text.replace(wrapper, '');
}
