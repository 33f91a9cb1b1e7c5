import type { ReviewCase } from './review-case.ts';

const conflict = (ours: string, theirs: string) =>
  `${'<'.repeat(7)} HEAD\n${ours}\n${'='.repeat(7)}\n${theirs}\n${'>'.repeat(7)} feature/theirs\n`;
const service = (body: string) =>
  `import { db } from './db.ts';\n\nexport async function total(id: string): Promise<number> {\n${body}}\n`;
const plain = service('  const rows = await db.query(id);\n  return rows.length;\n');
const changed = service(
  '  const rows = await db.query(id);\n  let sum = 0;\n  for (const row of rows) {\n    if (row.deleted) continue;\n    sum += row.price * row.count;\n  }\n  return sum;\n',
);

/** What should not have been committed, what is not tested, and documents that became false. */
export const hygieneCases: readonly ReviewCase[] = [
  {
    name: 'a conflict was committed',
    files: { 'src/app.py': ['x = 1\n', conflict('x = 1', 'x = 2')] },
    finds: ['conflict-marker src/app.py:1'],
  },
  {
    name: 'a heading of Markdown and a separator are no conflict',
    files: {
      'docs/intro.md': ['# A\n', 'Title\n=======\n\nText\n\n<<<<<<< is how Git marks a conflict\n'],
    },
    finds: [],
  },
  {
    name: 'JavaScript: console.log in a service',
    files: {
      'src/total.ts': [plain, plain.replace('  return', "  console.log('rows', rows);\n  return")],
    },
    finds: ['debug-leftover src/total.ts:5'],
  },
  {
    name: 'JavaScript: a logger and console.error in a catch',
    files: {
      'src/total.ts': [
        plain,
        service(
          "  try {\n    logger.debug('asks');\n    return (await db.query(id)).length;\n  } catch (error) {\n    console.error(error);\n    throw error;\n  }\n",
        ),
      ],
    },
    finds: [],
    may: ['missing-tests src/total.ts'],
  },
  {
    name: 'JavaScript: debugger',
    files: { 'src/total.ts': [plain, plain.replace('  return', '  debugger;\n  return')] },
    finds: ['debug-leftover src/total.ts:5'],
  },
  {
    name: 'Python: breakpoint and print',
    files: {
      'app/views.py': [
        'def show(request, pk):\n    order = get(pk)\n    return render(request, order)\n',
        'def show(request, pk):\n    order = get(pk)\n    breakpoint()\n    return render(request, order)\n',
      ],
    },
    finds: ['debug-leftover app/views.py:3'],
  },
  {
    name: 'Python: a management command prints',
    files: {
      'app/management/commands/report.py': [
        null,
        "from django.core.management.base import BaseCommand\n\n\nclass Command(BaseCommand):\n    def handle(self, *args, **options):\n        print('done')\n",
      ],
    },
    finds: [],
  },
  {
    name: 'Ruby: binding.pry',
    files: {
      'app/models/user.rb': [
        'class User\n  def name\n    first\n  end\nend\n',
        'class User\n  def name\n    binding.pry\n    first\n  end\nend\n',
      ],
    },
    finds: ['debug-leftover app/models/user.rb:3'],
  },
  {
    name: 'PHP: var_dump',
    files: {
      'src/Controller/OrderController.php': [
        '<?php\n\nclass OrderController\n{\n    public function show($id)\n    {\n        return $this->render($id);\n    }\n}\n',
        '<?php\n\nclass OrderController\n{\n    public function show($id)\n    {\n        var_dump($id);\n        return $this->render($id);\n    }\n}\n',
      ],
    },
    finds: ['debug-leftover src/Controller/OrderController.php:7'],
  },
  {
    name: 'Rust: dbg!',
    files: {
      'src/lib.rs': [
        'pub fn add(a: u32, b: u32) -> u32 {\n    a + b\n}\n',
        'pub fn add(a: u32, b: u32) -> u32 {\n    dbg!(a, b);\n    a + b\n}\n',
      ],
    },
    finds: ['debug-leftover src/lib.rs:2'],
  },
  {
    name: 'Go: a program prints',
    files: {
      'cmd/report/main.go': [
        null,
        'package main\n\nimport "fmt"\n\nfunc main() {\n\tfmt.Println("report")\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'a focused test',
    files: {
      'src/total.test.ts': [
        "it('adds', () => {\n  expect(1 + 1).toBe(2);\n});\n",
        "it.only('adds', () => {\n  expect(1 + 1).toBe(2);\n});\n",
      ],
    },
    finds: ['focused-test src/total.test.ts:1'],
  },
  {
    name: 'behaviour changes and its test does not',
    files: { 'src/total.ts': [plain, changed] },
    finds: ['missing-tests src/total.ts'],
  },
  {
    name: 'behaviour changes together with its test',
    files: {
      'src/total.ts': [plain, changed],
      'test/total.test.ts': [
        "import { total } from '../src/total.ts';\n",
        "import { total } from '../src/total.ts';\n\nit('adds prices', async () => {\n  expect(await total('a')).toBe(3);\n});\n",
      ],
    },
    finds: [],
  },
  {
    name: 'Go: behaviour changes together with its test',
    files: {
      'pkg/sum.go': [
        'package pkg\n\nfunc Sum(a []int) int {\n\treturn 0\n}\n',
        'package pkg\n\nfunc Sum(a []int) int {\n\tn := 0\n\tfor _, v := range a {\n\t\tn += v\n\t}\n\treturn n\n}\n',
      ],
      'pkg/sum_test.go': [
        null,
        'package pkg\n\nfunc TestSum(t *testing.T) {\n\tif Sum([]int{1, 2}) != 3 {\n\t\tt.Fatal()\n\t}\n}\n',
      ],
    },
    finds: [],
  },
  {
    name: 'only comments and formatting change',
    files: {
      'src/total.ts': [
        plain,
        `/**\n * Counts.\n * Slowly.\n * Surely.\n */\n${plain.replace('(id);', '(\n    id,\n  );')}`,
      ],
    },
    finds: [],
  },
  {
    name: 'the manifest changes and the lock file does not',
    files: {
      'package.json': [
        '{\n  "name": "a",\n  "dependencies": {\n    "left": "1.0.0"\n  }\n}\n',
        '{\n  "name": "a",\n  "dependencies": {\n    "left": "1.0.0",\n    "right": "2.0.0"\n  }\n}\n',
      ],
    },
    lockFiles: ['package-lock.json'],
    finds: ['lock-file package.json'],
  },
  {
    name: 'a script of the manifest changes',
    files: {
      'package.json': [
        '{\n  "name": "a",\n  "scripts": {\n    "test": "mocha"\n  }\n}\n',
        '{\n  "name": "a",\n  "scripts": {\n    "test": "vitest"\n  }\n}\n',
      ],
    },
    lockFiles: ['package-lock.json'],
    finds: [],
  },
  {
    name: 'the lock file changes and no manifest does',
    files: {
      'yarn.lock': [
        'left@^1.0.0:\n  version "1.0.0"\n  resolved "https://registry.yarnpkg.com/left/-/left-1.0.0.tgz"\n',
        'left@^1.0.0:\n  version "1.0.4"\n  resolved "https://registry.yarnpkg.com/left/-/left-1.0.4.tgz"\n',
      ],
    },
    finds: ['lock-file yarn.lock'],
  },
  {
    name: 'go.mod and go.sum change together',
    files: {
      'go.mod': [
        'module a\n\ngo 1.22\n\nrequire b.org/c v1.0.0\n',
        'module a\n\ngo 1.22\n\nrequire b.org/c v1.1.0\n',
      ],
      'go.sum': ['b.org/c v1.0.0 h1:x=\n', 'b.org/c v1.1.0 h1:y=\n'],
    },
    finds: [],
  },
  {
    name: 'Cargo.toml gets a dependency, Cargo.lock stays',
    files: {
      'Cargo.toml': [
        '[package]\nname = "a"\n\n[dependencies]\nserde = "1"\n',
        '[package]\nname = "a"\n\n[dependencies]\nserde = "1"\ntokio = "1"\n',
      ],
    },
    lockFiles: ['Cargo.lock'],
    finds: ['lock-file Cargo.toml'],
  },
  {
    name: 'a document names a function that goes',
    files: {
      'src/format.ts': [
        'export function formatMoney(cents: number): string {\n  return String(cents / 100);\n}\n\nexport const zero = 0;\n',
        'export const zero = 0;\n',
      ],
    },
    documents: { 'docs/guide.md': '# Guide\n\nCall `formatMoney(cents)` to show a price.\n' },
    finds: ['breaking-export src/format.ts', 'stale-docs docs/guide.md:3'],
  },
  {
    name: 'a document names an option of the command line that goes',
    files: {
      'src/cli.ts': [
        "program\n  .option('--dry-run', 'change nothing')\n  .option('--force', 'ask nothing');\n",
        "program\n  .option('--force', 'ask nothing');\n",
      ],
    },
    documents: { 'README.md': 'Run `tool --dry-run` first.\n' },
    finds: ['stale-docs README.md:1'],
  },
  {
    name: 'a document speaks of an ordinary word that an export was called',
    files: {
      'src/list.ts': [
        'export const list = () => [];\nexport const all = () => [];\n',
        'export const all = () => [];\n',
      ],
    },
    documents: { 'README.md': 'A list of all that it does.\n' },
    finds: ['breaking-export src/list.ts'],
  },
  {
    name: 'a new file of 3,000 lines',
    files: {
      'src/everything.ts': [
        null,
        Array.from({ length: 3000 }, (_, i) => `export const value${i} = ${i};\n`).join(''),
      ],
    },
    finds: ['huge-file src/everything.ts'],
    may: ['missing-tests src/everything.ts'],
  },
  {
    name: 'a generated file of 3,000 lines',
    files: {
      'src/gen/api.ts': [
        null,
        `// Code generated by openapi-gen. DO NOT EDIT.\n${Array.from({ length: 3000 }, (_, i) => `export const value${i} = ${i};\n`).join('')}`,
      ],
    },
    finds: [],
  },
];
