import type { ReviewCase } from './review-case.ts';

/** A second set, written after the rules were changed for the first one. */
export const secondCases: readonly ReviewCase[] = [
  {
    name: 'TypeScript: imports grow over several lines',
    files: {
      'src/server.ts': [
        "import { a } from './a.ts';\n\nexport function start(): void {\n  a();\n}\n",
        "import {\n  a,\n  b,\n  c,\n  d,\n} from './a.ts';\n\nexport function start(): void {\n  a();\n}\n",
      ],
    },
    finds: [],
  },
  {
    name: 'TypeScript: types only',
    files: {
      'src/model.ts': [
        'export interface User {\n  id: string;\n}\n',
        'export interface User {\n  id: string;\n  /** Shown to others. */\n  name?: string;\n  mail?: string;\n  phone?: string;\n}\n\ntype Row = {\n  id: string;\n  at: Date;\n  by: string;\n};\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Python: only docstrings',
    files: {
      'lib/geo.py': [
        'def area(w, h):\n    return w * h\n',
        'def area(w, h):\n    """Return the area.\n\n    w is the width in metres,\n    h is the height in metres,\n    both are positive.\n    """\n    return w * h\n',
      ],
    },
    finds: [],
  },
  {
    name: 'JavaScript: a formatter ran',
    files: {
      'src/sum.js': [
        'export const sum = list => { let n = 0; for (const x of list) { n += x }; return n }\nexport const max = list => Math.max(...list)\n',
        'export const sum = (list) => {\n  let n = 0;\n  for (const x of list) {\n    n += x;\n  }\n  return n;\n};\n\nexport const max = (list) => Math.max(...list);\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Python: a keyword-only argument is put before another',
    files: {
      'lib/http.py': [
        'def fetch(url, *, timeout=10):\n    return send(url, timeout)\n',
        'def fetch(url, *, retries=3, timeout=10):\n    return send(url, timeout, retries)\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Python: a keyword-only argument is renamed',
    files: {
      'lib/http.py': [
        'def fetch(url, *, timeout=10):\n    return send(url, timeout)\n',
        'def fetch(url, *, timeout_s=10):\n    return send(url, timeout_s)\n',
      ],
    },
    finds: ['breaking-export lib/http.py:1'],
  },
  {
    name: 'Python: a method becomes a property',
    files: {
      'lib/cart.py': [
        'class Cart:\n    def total(self):\n        return sum(self.prices)\n',
        'class Cart:\n    @property\n    def total(self):\n        return sum(self.prices)\n',
      ],
    },
    finds: ['breaking-export lib/cart.py'],
  },
  {
    name: 'Go: the type of a parameter becomes an interface',
    files: {
      'pkg/copy.go': [
        'package pkg\n\nfunc Copy(dst *os.File, src *os.File) error {\n\treturn nil\n}\n',
        'package pkg\n\nfunc Copy(dst io.Writer, src io.Reader) error {\n\treturn nil\n}\n',
      ],
    },
    finds: ['breaking-export pkg/copy.go:3'],
  },
  {
    name: 'Go: a receiver becomes a pointer, results get names',
    files: {
      'pkg/list.go': [
        'package pkg\n\nfunc Find(name string) (string, error) {\n\treturn "", nil\n}\n',
        'package pkg\n\nfunc Find(name string) (value string, err error) {\n\treturn "", nil\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Java: an interface gets a default method',
    files: {
      'src/main/java/a/Store.java': [
        'package a;\n\npublic interface Store {\n    String get(String key);\n}\n',
        'package a;\n\npublic interface Store {\n    String get(String key);\n\n    default String orEmpty(String key) {\n        return get(key);\n    }\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'Java: an interface gets a method',
    files: {
      'src/main/java/a/Store.java': [
        'package a;\n\npublic interface Store {\n    String get(String key);\n}\n',
        'package a;\n\npublic interface Store {\n    String get(String key);\n\n    void put(String key, String value);\n}\n',
      ],
    },
    finds: ['breaking-export src/main/java/a/Store.java'],
  },
  {
    name: 'Java: a parameter is renamed and an annotation added',
    files: {
      'src/main/java/a/Ids.java': [
        'package a;\n\npublic class Ids {\n    public String of(String k) {\n        return k;\n    }\n}\n',
        'package a;\n\npublic class Ids {\n    @Nonnull\n    public String of(@Nonnull final String key) {\n        return key;\n    }\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'TypeScript: an object of options takes the place of parameters',
    files: {
      'src/retry.ts': [
        'export function retry(f: () => void, times = 3): void {\n  f();\n}\n',
        'export function retry(f: () => void, { times = 3 }: { times?: number } = {}): void {\n  f();\n}\n',
      ],
    },
    finds: ['breaking-export src/retry.ts:1'],
  },
  {
    name: 'TypeScript: a generic gets a default',
    files: {
      'src/box.ts': [
        'export class Box<T> {\n  constructor(readonly value: T) {}\n}\n',
        'export class Box<T = unknown> {\n  constructor(readonly value: T) {}\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'TypeScript: a result gains a field',
    files: {
      'src/result.ts': [
        'export interface Result {\n  ok: boolean;\n}\n\nexport function check(): Result {\n  return { ok: true };\n}\n',
        'export interface Result {\n  ok: boolean;\n  tookMs: number;\n}\n\nexport function check(): Result {\n  return { ok: true, tookMs: 1 };\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'a barrel no longer passes a module on',
    files: {
      'src/index.ts': ["export * from './a.ts';\nexport { b } from './b.ts';\n", "export * from './a.ts';\n"],
    },
    finds: ['breaking-export src/index.ts'],
  },
  {
    name: 'a file of exports is renamed and nothing else',
    files: {
      'src/old.ts': ['export const answer = (): number => 42;\n', null],
      'src/new.ts': [null, 'export const answer = (): number => 42;\n'],
    },
    finds: ['breaking-export src/old.ts'],
  },
  {
    name: 'React: console.log in an effect',
    files: {
      'src/Cart.tsx': [
        'export function Cart() {\n  useEffect(() => {\n    load();\n  }, []);\n  return <p />;\n}\n',
        "export function Cart() {\n  useEffect(() => {\n    console.log('mounted');\n    load();\n  }, []);\n  return <p />;\n}\n",
      ],
    },
    finds: ['debug-leftover src/Cart.tsx:3'],
  },
  {
    name: 'a logger of one’s own writes to the console',
    files: {
      'src/logger.ts': [
        null,
        'export const logger = {\n  info(text: string): void {\n    console.log(text);\n  },\n  error(text: string): void {\n    console.error(text);\n  },\n};\n',
      ],
    },
    finds: [],
    may: ['missing-tests src/logger.ts'],
  },
  {
    name: 'Java: e.printStackTrace',
    files: {
      'src/main/java/a/Job.java': [
        'package a;\n\nclass Job {\n    void run() {\n        work();\n    }\n}\n',
        'package a;\n\nclass Job {\n    void run() {\n        System.out.println("here");\n        work();\n    }\n}\n',
      ],
    },
    finds: ['debug-leftover src/main/java/a/Job.java:5'],
  },
  {
    name: 'print stands in a comment and in a text',
    files: {
      'app/help.py': ['TEXT = "x"\n', '# print(value) shows it\nTEXT = "use print(value)"\n'],
    },
    finds: [],
  },
  {
    name: 'a focused test that is a word',
    files: {
      'src/fit.ts': [null, 'export function fit(width: number): number {\n  return width;\n}\n'],
      'test/fit.test.ts': [
        null,
        "import { fit } from '../src/fit.ts';\n\nit('fits', () => {\n  expect(fit(3)).toBe(3);\n});\n",
      ],
    },
    finds: [],
  },
  {
    name: 'a skipped describe with only in its title',
    files: {
      'test/a.test.ts': [
        null,
        "describe('only admins', () => {\n  it('may', () => {\n    expect(1).toBe(1);\n  });\n});\n",
      ],
    },
    finds: [],
  },
  {
    name: 'a document names a file that moves',
    files: {
      'scripts/setup.sh': ['#!/bin/sh\nnpm ci\n', null],
      'scripts/dev/setup.sh': [null, '#!/bin/sh\nnpm ci\n'],
    },
    documents: { 'CONTRIBUTING.md': 'Run `scripts/setup.sh` once.\n' },
    finds: ['stale-docs CONTRIBUTING.md:1'],
  },
  {
    name: 'an option is gone from one command and stays in another',
    files: {
      'src/a.py': ["parser.add_argument('--verbose')\n", 'parser.parse_args()\n'],
      'src/b.py': ["parser.add_argument('--verbose')\n", "parser.add_argument('--verbose')\nrun()\n"],
    },
    documents: { 'README.md': '`tool --verbose` says more.\n' },
    finds: [],
  },
];
