import type { TriageCase } from './issues.ts';

const github = ['bug', 'documentation', 'enhancement', 'question', 'wontfix'];
const slash = [
  'type/bug',
  'type/feature',
  'type/question',
  'area/search',
  'area/export',
  'area/api',
  'priority/p1',
  'priority/p3',
];
const spanish = ['error', 'mejora', 'pregunta', 'documentación'];
const japanese = ['バグ', '機能要望', '質問', 'ドキュメント'];

/** A second set, written after the rules were changed for the first one. */
export const secondTriageCases: readonly TriageCase[] = [
  {
    title: 'Export produces an empty file',
    body: 'When I press Export the file has 0 bytes. Version 5.4, Windows 11. It worked in 5.3.',
    repository: slash,
    labels: ['type/bug', 'area/export'],
  },
  {
    title: 'Search results are sorted in the wrong order',
    body: 'Steps:\n1. Search for "a"\n2. Look at the order\n\nI expected them by date.',
    repository: slash,
    labels: ['type/bug', 'area/search'],
  },
  {
    title: 'Could you add a keyboard shortcut for the sidebar?',
    body: 'I use it a hundred times a day.',
    repository: slash,
    labels: ['type/feature'],
  },
  {
    title: 'Is there a way to filter by two tags?',
    body: 'Thanks for the great tool!',
    repository: slash,
    labels: ['type/question'],
  },
  {
    title: 'Memory usage grows until the process is killed',
    body: 'After two days the process uses 8 GB. Heap snapshot attached. **To Reproduce**\nRun it for two days.\n**Expected behavior**\nConstant memory.',
    repository: github,
    labels: ['bug'],
  },
  {
    title: 'npm install fails on Node 24',
    body: '```\nnpm ERR! code EBADENGINE\n```',
    repository: github,
    labels: ['bug'],
    may: ['bug'],
  },
  {
    title: '[Feature] Webhooks',
    body: 'Send an event when a job ends.',
    repository: github,
    labels: ['enhancement'],
  },
  {
    title: 'Missing example for `retry` in the docs',
    body: 'The page lists the option but not how to use it.',
    repository: github,
    labels: ['documentation'],
  },
  {
    title: 'La aplicación se cierra al abrir un archivo grande',
    body: '### Pasos para reproducir\n\n1. Abrir un archivo de 2 GB\n\n### Comportamiento esperado\n\nSe abre.',
    repository: spanish,
    labels: ['error'],
  },
  {
    title: '¿Cómo puedo cambiar el idioma?',
    body: 'No lo encuentro.',
    repository: spanish,
    labels: ['pregunta'],
  },
  {
    title: '保存ボタンを押すとクラッシュする',
    body: '### 再現手順\n\n1. 保存を押す\n\n### 期待する動作\n\n保存される',
    repository: japanese,
    labels: ['バグ'],
  },
  {
    title: 'ダークモードを追加してほしい',
    body: '夜に使いたいです。',
    repository: japanese,
    labels: ['機能要望'],
  },
  { title: 'Release 2.4', body: '- [ ] changelog\n- [ ] tag', repository: github, labels: [] },
  {
    title: 'Discuss: should errors be typed?',
    body: 'I think we should talk about it.',
    repository: github,
    labels: [],
  },
  { title: 'test', body: '', repository: github, labels: [] },
  {
    title: 'Password reset mail can be requested for any address without limit',
    body: 'By sending the request 10,000 times I could flood the inbox of any user, and see from the answer whether an account exists.',
    repository: github,
    labels: [],
    security: true,
  },
  {
    title: 'JWT with alg none is accepted',
    body: 'I changed the header to {"alg":"none"}, removed the signature and was logged in as admin.',
    repository: github,
    labels: [],
    security: true,
  },
  {
    title: 'Private repositories show up in the public search',
    body: 'Without logging in I find the names and contents of private repositories of other organizations.',
    repository: slash,
    labels: [],
    security: true,
  },
  {
    title: 'Webhook URL may point to 169.254.169.254',
    body: 'The server then fetches the metadata of the cloud, with its credentials, and shows the answer in the delivery log.',
    repository: github,
    labels: [],
    security: true,
  },
  {
    title: 'API token is printed in the debug log',
    body: 'With LOG_LEVEL=debug the whole Authorization header is in the log of the CI, which is public.',
    repository: slash,
    labels: [],
    security: true,
  },
  {
    title: 'Session expires too early',
    body: 'Steps to reproduce: log in, wait ten minutes. Expected behavior: still logged in after an hour. I have to type my password again and again.',
    repository: github,
    labels: ['bug'],
    may: ['bug'],
  },
  {
    title: 'Admins should be able to see the invoices of all customers',
    body: 'Our support needs that. Would be nice to have it in the next release.',
    repository: github,
    labels: ['enhancement'],
  },
  {
    title: 'Attack animation of the knight is broken',
    body: 'Actual: the sword disappears. Expected: it swings. Happens since the last update.',
    repository: github,
    labels: ['bug'],
  },
  {
    title: 'Injection of the logger does not work in Nest 11',
    body: "Error: Nest can't resolve dependencies of the AuthService (?). The dependency injection token is exposed by the module.",
    repository: github,
    labels: ['bug'],
  },
];
