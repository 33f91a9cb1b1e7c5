/** An issue as people write them, with the labels that its repository has and what a maintainer would do. */
export type TriageCase = {
  readonly title: string;
  readonly body: string;
  readonly repository: readonly string[];
  /** Paths of the repository that the text mentions. */
  readonly paths?: readonly string[];
  /** Everything that should be set; `may` neither counts for nor against. */
  readonly labels: readonly string[];
  readonly may?: readonly string[];
  readonly security?: boolean;
};

const github = [
  'bug',
  'documentation',
  'duplicate',
  'enhancement',
  'good first issue',
  'help wanted',
  'invalid',
  'question',
  'wontfix',
];
const kubernetes = [
  'kind/bug',
  'kind/feature',
  'kind/documentation',
  'kind/support',
  'area/kubelet',
  'area/scheduler',
  'priority/critical-urgent',
  'priority/important-soon',
  'priority/backlog',
  'sig/node',
];
const rust = [
  'C-bug',
  'C-feature-request',
  'C-enhancement',
  'A-parser',
  'A-docs',
  'P-high',
  'P-low',
  'T-compiler',
];
const colon = [
  'type: bug',
  'type: feature',
  'type: question',
  'type: docs',
  'area: auth',
  'area: billing',
  'priority: critical',
  'priority: high',
  'priority: low',
];
const element = [
  'T-Bug',
  'T-Enhancement',
  'T-Task',
  'S-Critical',
  'S-Minor',
  'A-Timeline',
  'A-Login',
  'X-Needs-Info',
];
const emoji = ['🐛 bug', '✨ feature', '❓ question', '📚 docs', '🔥 urgent'];
const german = [
  'Fehler',
  'Verbesserung',
  'Frage',
  'Dokumentation',
  'Bereich: Suche',
  'Priorität: hoch',
  'Priorität: niedrig',
];
const french = ['bogue', 'amélioration', 'question', 'documentation'];
const chinese = ['缺陷', '功能请求', '问题', '文档'];

/** 40 issues in the styles of well-known repositories, in several languages. */
export const triageCases: readonly TriageCase[] = [
  {
    title: 'TypeError: Cannot read property "length" of undefined when list is empty',
    body: '### What happened?\n\nI open the page with an empty list and get a white screen.\n\n```\nTypeError: Cannot read property "length" of undefined\n    at render (app.js:12:3)\n```',
    repository: github,
    labels: ['bug'],
  },
  {
    title: 'Dark mode',
    body: 'I would love to have a dark mode. Working at night hurts my eyes.',
    repository: github,
    labels: ['enhancement'],
  },
  {
    title: 'What is the difference between `merge` and `assign`?',
    body: 'I read the documentation but do not understand when to use which.',
    repository: github,
    labels: ['question'],
  },
  {
    title: 'README: link to the license is dead',
    body: 'The link at the bottom gives 404.',
    repository: github,
    labels: ['documentation'],
  },
  {
    title: 'Kubelet does not restart after the node was rebooted',
    body: '#### What happened?\n\nAfter a reboot the kubelet stays in state failed.\n\n#### What did you expect to happen?\n\nIt starts.\n\n#### How can we reproduce it?\n\n1. reboot',
    repository: kubernetes,
    labels: ['kind/bug', 'area/kubelet'],
  },
  {
    title: 'Allow the scheduler to prefer nodes in the same rack',
    body: '#### What would you like to be added?\n\nA score plugin.\n\n#### Why is this needed?\n\nLatency.',
    repository: kubernetes,
    labels: ['kind/feature', 'area/scheduler'],
  },
  {
    title: 'ICE: index out of bounds in the parser on nested generics',
    body: "thread 'rustc' panicked at 'index out of bounds', compiler/parser/src/expr.rs:120:9",
    repository: rust,
    paths: ['compiler/parser/src/expr.rs'],
    labels: ['C-bug', 'A-parser'],
  },
  {
    title: 'Feature request: let chains in match guards',
    body: 'This would make a lot of code shorter.',
    repository: rust,
    labels: ['C-feature-request'],
  },
  {
    title: 'Users are charged twice',
    body: 'Since the release of yesterday some of our customers are charged twice for the same order. Steps to reproduce: order, go back, order again.',
    repository: colon,
    labels: ['type: bug'],
    may: ['area: billing', 'priority: high'],
  },
  {
    title: '[auth] Login fails with SSO when the user name has an umlaut',
    body: 'Expected: I am logged in.\nActual: 500 Internal Server Error.',
    repository: colon,
    labels: ['type: bug', 'area: auth'],
  },
  {
    title: 'Support for PostgreSQL 17',
    body: 'Is there a plan to support it?',
    repository: colon,
    labels: ['type: feature'],
  },
  {
    title: 'How can I run this behind a proxy?',
    body: 'I set HTTP_PROXY but it is ignored. What am I doing wrong?',
    repository: colon,
    labels: ['type: question'],
  },
  {
    title: 'Typo in installation guide',
    body: '"instal" should be "install".',
    repository: colon,
    labels: ['type: docs', 'priority: low'],
  },
  {
    title: 'Timeline jumps to the top when a message arrives',
    body: '### Steps to reproduce\n\n1. Scroll up\n2. Wait\n\n### Outcome\n\n#### What did you expect?\n\nIt stays.\n\n#### What happened instead?\n\nIt jumps.',
    repository: element,
    labels: ['T-Bug', 'A-Timeline'],
  },
  {
    title: 'It should be possible to log in with a passkey',
    body: '### Your use case\n\nI have a passkey and want to use it.',
    repository: element,
    labels: ['T-Enhancement'],
    may: ['A-Login'],
  },
  {
    title: 'App freezes after upgrade to 3.2',
    body: 'Worked in 3.1. Now it hangs at the splash screen for ever.',
    repository: emoji,
    labels: ['🐛 bug'],
  },
  {
    title: 'Please add an option to export as CSV',
    body: 'We have to send reports to our accountant.',
    repository: emoji,
    labels: ['✨ feature'],
  },
  {
    title: 'Suche stürzt bei leerem Suchbegriff ab',
    body: '## Schritte zum Reproduzieren\n\n1. Suche öffnen\n2. Enter drücken\n\n## Erwartetes Verhalten\n\nKein Absturz.\n\n## Tatsächliches Verhalten\n\nDie Anwendung stürzt ab.',
    repository: german,
    labels: ['Fehler', 'Bereich: Suche'],
  },
  {
    title: 'Export als PDF ermöglichen',
    body: 'Es wäre schön, wenn man Rechnungen als PDF exportieren könnte.',
    repository: german,
    labels: ['Verbesserung'],
  },
  {
    title: 'Wie kann ich das Passwort zurücksetzen?',
    body: 'Ich finde dazu nichts.',
    repository: german,
    labels: ['Frage'],
  },
  {
    title: "Plantage à l'ouverture d'un fichier vide",
    body: "### Étapes pour reproduire\n\nOuvrir un fichier vide.\n\n### Comportement attendu\n\nUne page blanche.\n\n### Comportement actuel\n\nL'application plante.",
    repository: french,
    labels: ['bogue'],
  },
  {
    title: 'Ajouter un mode sombre',
    body: "Ce serait bien d'avoir un mode sombre.",
    repository: french,
    labels: ['amélioration'],
  },
  {
    title: '打开空文件时程序崩溃',
    body: '### 复现步骤\n\n1. 打开空文件\n\n### 预期行为\n\n显示空白页\n\n### 实际行为\n\n程序崩溃',
    repository: chinese,
    labels: ['缺陷'],
  },
  {
    title: '希望支持深色模式',
    body: '建议增加深色模式。',
    repository: chinese,
    labels: ['功能请求'],
  },
  {
    title: 'Fehler beim Speichern: Datei ist danach leer',
    body: 'Seit dem Update ist die Datei nach dem Speichern leer.',
    repository: github,
    labels: ['bug'],
  },
  // Issues in which nothing is certain: no label at all.
  { title: 'Help', body: 'It does not do what I want.', repository: github, labels: [] },
  {
    title: 'v2 roadmap',
    body: '- [ ] new API\n- [ ] drop Node 18\n- [ ] rewrite the docs',
    repository: github,
    labels: [],
  },
  {
    title: 'Weekly meeting notes 2024-05-03',
    body: 'Attendees: …\n\nWe spoke about the bug in search and the feature for export.',
    repository: github,
    labels: [],
  },
  {
    title: 'Question about bug labels in the enhancement process',
    body: 'Who triages?',
    repository: github,
    labels: [],
    may: ['question'],
  },
  {
    title: 'chore: update dependencies',
    body: 'Bumps lodash from 4.17.20 to 4.17.21.',
    repository: github,
    labels: [],
  },
  // Reports of vulnerabilities, said so or not.
  {
    title: 'Any logged-in user can read the invoices of other customers',
    body: 'If I change the id in /invoices/1234 to another number I see invoices that are not mine, with names and addresses.',
    repository: colon,
    labels: [],
    security: true,
  },
  {
    title: 'Session stays valid after password change',
    body: 'I changed my password because somebody had it. Their session on the other computer still works and they can do everything in my account.',
    repository: github,
    labels: [],
    security: true,
  },
  {
    title: 'Uploading a file named ../../etc/cron.d/x writes outside of the upload folder',
    body: 'The server does not check the name. I could overwrite any file of the server with it.',
    repository: github,
    labels: [],
    security: true,
  },
  {
    title: 'Comment with <img onerror> runs script in the browsers of everybody who opens the page',
    body: 'Put `<img src=x onerror=alert(document.cookie)>` into a comment. It is executed for all visitors.',
    repository: github,
    labels: [],
    security: true,
  },
  {
    title: 'Sicherheitslücke: Anmeldung ohne Passwort möglich',
    body: 'Wenn man das Feld leer lässt, ist man als Administrator angemeldet.',
    repository: german,
    labels: [],
    security: true,
  },
  {
    title: 'ReDoS in the date parser',
    body: 'A crafted string of 50 kB blocks the event loop for minutes, so one request takes the whole server down.',
    repository: github,
    labels: [],
    security: true,
  },
  // False friends of those.
  {
    title: 'Docs: explain how to configure CSRF protection and XSS filters',
    body: 'The page about security headers is out of date.',
    repository: github,
    labels: ['documentation'],
  },
  {
    title: 'Security tab of the settings page is misaligned',
    body: 'On small screens the tab overlaps the password field. See screenshot.',
    repository: github,
    labels: ['bug'],
    may: ['bug'],
  },
  {
    title: 'Upgrade lodash because of CVE-2021-23337',
    body: 'npm audit complains: command injection in lodash. We do not call the function.',
    repository: github,
    labels: [],
    may: ['enhancement'],
  },
  {
    title: 'Password field loses focus while typing',
    body: 'Steps to reproduce: open login, type. Expected behavior: focus stays. Since 4.0 the token refresh rerenders the form.',
    repository: github,
    labels: ['bug'],
  },
];
