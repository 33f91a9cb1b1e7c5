import { findLine, recogniseBlocks } from '../block.ts';
import { placeOf, type Recognition, weights } from '../clue.ts';
import { recogniseLines } from '../line-patterns.ts';

/** `go build` and `go vet` put the package before its errors; `go test` does so for what does not compile. */
const goBuild = recogniseLines('go', /\.go:\d+:\d+: /, [
  {
    pattern:
      /^(?:vet: )?(?<path>(?:[A-Za-z]:)?[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>(?:no required module provides|cannot find (?:module|package)|package \S+ is not in|missing go\.sum entry|module \S+@\S+ found|reading \S+: 404|unrecognized import path).+)$/,
    category: 'dependency',
  },
  {
    pattern:
      /^(?<path>(?:[A-Za-z]:)?[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>.*(?:dial tcp|i\/o timeout|connection re(?:fused|set)|TLS handshake timeout|no such host).*)$/,
    category: 'network',
  },
  {
    // golangci-lint names its linter at the end.
    pattern:
      /^(?<path>(?:[A-Za-z]:)?[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>.+?) \((?<code>[a-z][\w-]+)\)$/,
    category: 'lint',
  },
  {
    pattern:
      /^(?<path>(?:[A-Za-z]:)?[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>(?:\S*fmt\.\w+ (?:format|call)|struct field tag|unusedresult|result of|possible misuse|self-assignment|unreachable code|composite literal|call of).+)$/,
    category: 'lint',
  },
  {
    pattern: /^(?:vet: )?(?<path>(?:[A-Za-z]:)?[^\s:]+\.go):(?<line>\d+):(?<column>\d+): (?<message>.+)$/,
    category: 'compile',
  },
]);

const modules = recogniseLines('go', /^go: |missing go\.sum entry|^verifying \S+: checksum/, [
  {
    pattern:
      /^go: (?<message>(?!downloading|finding|extracting|added|upgraded|found|creating|to add|removed).*(?:dial tcp|i\/o timeout|connection re(?:fused|set)|TLS handshake timeout|no such host).*)$/,
    category: 'network',
  },
  {
    pattern:
      /^go: (?<message>(?:updates to go\.(?:mod|sum) needed|inconsistent vendoring|errors parsing go\.mod|cannot (?:load|find|use)|.*(?:unknown revision|not found|invalid version|no matching versions|module lookup disabled|requires go >= |missing go\.sum entry|checksum mismatch)).*)$/,
    category: 'dependency',
  },
  { pattern: /(?<message>missing go\.sum entry .+)$/, category: 'dependency' },
  { pattern: /^(?<message>verifying \S+: checksum mismatch.*)$/, category: 'dependency' },
]);

/**
 * `go test`: the output of a test stands before its verdict with `-v` and after it without. Both name the file and
 * line; a panic has its own block.
 */
const goTest: Recognition = {
  tool: 'go test',
  trigger: /^\s*(?:=== (?:RUN|CONT|NAME)|--- FAIL:|\w+\.go:\d+:(?: |$)|Error: +\t?\S)/,
  create: emit => {
    const said = new Map<string, { line: number; text: string; path: string; at: string }>();
    let running = '';
    let failed: { test: string; line: number } | undefined;
    const report = (test: string, number: number): void => {
      const own = said.get(test);
      emit({
        tool: 'go test',
        category: 'test',
        line: own?.line ?? number,
        message: own?.text ?? `${test} failed`,
        weight: own === undefined ? weights.verdict + 1 : weights.cause,
        test,
        // A race is told by the platform's own file.
        ...(own === undefined || own.path === 'testing.go' ? {} : { place: placeOf(own.path, own.at) }),
      });
    };
    const flush = (): void => {
      if (failed !== undefined) report(failed.test, failed.line);
      failed = undefined;
    };
    return {
      get open() {
        return failed !== undefined;
      },
      read(text, number) {
        const run = /^=== (?:RUN|CONT|NAME)\s+(?<test>\S+)/.exec(text)?.groups?.['test'];
        if (run !== undefined) running = run;
        const verdict = /^\s*--- FAIL: (?<test>\S+)/.exec(text)?.groups?.['test'];
        const output = /^\s+(?<path>\w[\w./-]*\.go):(?<at>\d+):(?: (?<text>.*))?$/.exec(text)?.groups;
        const testify = /^\s+Error:\s+(?<text>\S.*)$/.exec(text)?.groups?.['text'];
        if (verdict !== undefined) {
          // A test whose subtest failed says nothing itself.
          if (failed !== undefined && verdict.startsWith(`${failed.test}/`)) failed = undefined;
          flush();
          failed = { test: verdict, line: number };
        } else if (output !== undefined) {
          const test = failed?.test ?? running;
          const entry = {
            line: number,
            text: output['text'] ?? '',
            path: output['path'] ?? '',
            at: output['at'] ?? '',
          };
          if (!said.has(test)) said.set(test, entry);
        } else if (testify !== undefined) {
          // Testify leaves the line of the place empty.
          const entry = said.get(failed?.test ?? running);
          if (entry?.text.trim() === '')
            said.set(failed?.test ?? running, { ...entry, line: number, text: testify });
        } else if (failed !== undefined && !/^\s/.test(text)) flush();
      },
      end: flush,
    };
  },
};

const panic = recogniseBlocks({
  tool: 'go',
  start: /^(?:panic: |fatal error: )/,
  end: /^(?:FAIL|ok|exit status)\b/,
  maxLines: 80,
  read: lines => {
    const message = lines[0]?.text ?? '';
    const timedOut = message.startsWith('panic: test timed out after');
    const running = timedOut ? findLine(lines, /^\s+(?<test>Test\w\S*) \(/)?.groups['test'] : undefined;
    const inTest = lines
      .map(({ text }) => /^\S*?\.(?<test>Test\w+)\(/.exec(text)?.groups?.['test'])
      .find(name => name !== undefined);
    const place = lines
      .map(({ text }) => /^\t(?<path>\S+\.go):(?<line>\d+)/.exec(text)?.groups)
      .find(
        groups =>
          groups !== undefined && !/\/(?:src|pkg\/mod)\/|\/go-\d|^_testmain/.test(groups['path'] ?? ''),
      );
    const test = running ?? inTest;
    const memory = /out of memory|cannot allocate memory/.test(message);
    return [
      {
        tool: test === undefined && !timedOut ? 'go' : 'go test',
        category: memory
          ? 'out-of-memory'
          : timedOut && test === undefined
            ? 'timeout'
            : test === undefined
              ? 'unknown'
              : 'test',
        line: lines[0]?.number ?? 1,
        message,
        weight: test === undefined && !timedOut ? weights.general : weights.cause,
        ...(place === undefined ? {} : { place: placeOf(place['path'] ?? '', place['line']) }),
        ...(test === undefined ? {} : { test }),
      },
    ];
  },
});

const verdict = recogniseLines('go test', /^FAIL\s/, [
  {
    pattern: /^FAIL\s+(?<message>\S+ \[(?:build|setup) failed\])/,
    category: 'compile',
    weight: weights.verdict,
  },
  {
    pattern: /^FAIL\s+(?<message>\S+)\s+[\d.]+s$/,
    category: 'test',
    weight: weights.verdict,
    message: ({ message }) => `tests of ${message} failed`,
  },
]);
const gofmt = recogniseLines('gofmt', /^(?:File is not `?(?:gofmt|goimports)|diff \S*\.go\.orig)/, [
  {
    pattern: /^diff (?:-u )?(?<path>\S+?\.go)\.orig/,
    category: 'lint',
    message: () => 'is not formatted by gofmt',
  },
]);

export const go: readonly Recognition[] = [goBuild, modules, goTest, panic, verdict, gofmt];
