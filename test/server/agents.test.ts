import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { deliverComment } from '../fakes/github/index.ts';
import { type FakeModel, startFakeModel } from '../fakes/model/index.ts';
import { botComments, openPullRequest, type Scenario, settled } from './scenario.ts';
import { type Product, startProduct, waitFor } from './start-product.ts';

let model: FakeModel;
let product: Product;
beforeAll(async () => {
  model = await startFakeModel();
  product = await startProduct({
    OPENAI_API_KEY: model.apiKey,
    OPENAI_BASE_URL: model.baseUrl,
    DEVOPS_MODEL: 'gpt-of-these-tests',
  });
});
afterAll(async () => {
  await product.close();
  await model.close();
});

const files = {
  '.github/devops/agents/helper.md': `---
description: Helps with issues.
tools: [github_list_issues]
output:
  type: object
  properties: { count: { type: integer }, note: { type: string } }
  required: [count, note]
  additionalProperties: false
---
You help with issues.
`,
  '.github/devops/context/default.md': 'Be brief.',
  '.github/devops/workflows/count.yml': `description: Counts twice.
inputs: { what: { required: true } }
steps:
  - { id: one, agent: helper, input: "Count \${{ inputs.what }}." }
  - { id: two, if: steps.one.output.count > 5, agent: helper, input: Count again. }
outputs: { count: "\${{ steps.one.output.count }}" }
`,
};

function scenario(base: Readonly<Record<string, string>> = files): Scenario {
  return openPullRequest(product, { base, files: { 'a.txt': 'a\n' } });
}

/** The newest comment of the App after somebody's comment; GitHub's stand-in gives it its role. */
async function comment(
  { repository, pullRequest }: Scenario,
  body: string,
  author = 'mona',
): Promise<string> {
  const before = botComments(repository).length;
  await deliverComment(product.github.state, repository, { issue: pullRequest.number, author, body });
  await waitFor(() => botComments(repository).length > before, 'an answer');
  await settled(product);
  return botComments(repository).at(-1)?.body ?? '';
}

describe('/devops run', () => {
  it('asks an agent of the default branch with its tools and context, and comments its answer', async () => {
    const from = model.requests.length;
    model.answer = ({ toolResults }) =>
      toolResults.length === 0
        ? { calls: [{ name: 'github_list_issues', arguments: {} }] }
        : JSON.stringify({ count: 0, note: 'None, @mona. <img src=x>' });
    const body = await comment(scenario(), '/devops run helper How many issues are open?');
    expect(body).toContain('**`helper`**: done');
    expect(body).toContain('- **count**: 0');
    // A model's words are neutralised.
    expect(body).toContain('@&#8203;mona');
    expect(body).not.toContain('<img');
    const [first, second] = model.requests.slice(from);
    expect(first?.instructions).toContain('You help with issues.');
    expect(first?.prompt).toContain('Be brief.');
    expect(first?.prompt).toContain('How many issues are open?');
    expect(second?.toolResults[0]).toContain('"issues"');
  });

  it('does not obey what the pull request itself brings', async () => {
    const { repository } = scenario({});
    repository.push('evil', files);
    const pullRequest = repository.openPullRequest({ head: 'evil' });
    repository.roles.set('mona', 'write');
    const from = model.requests.length;
    const body = await comment({ repository, pullRequest }, '/devops run helper Well?');
    expect(body).toContain('There is no agent `helper`');
    expect(body).toContain('`security-compliance`');
    expect(model.requests.length).toBe(from);
  });

  it('is refused to people who may not write, without a word and without asking a model', async () => {
    const place = scenario();
    const from = model.requests.length;
    await deliverComment(product.github.state, place.repository, {
      issue: place.pullRequest.number,
      author: 'stranger',
      body: '/devops run helper Well?',
    });
    await settled(product);
    expect(botComments(place.repository)).toEqual([]);
    expect(model.requests.length).toBe(from);
  });
});

describe('/devops workflow', () => {
  it('runs the steps and shows each with its status', async () => {
    model.answer = () => JSON.stringify({ count: 2, note: '' });
    const body = await comment(scenario(), '/devops workflow count what=bugs');
    expect(body).toContain('**`count`**: **completed**');
    expect(body).toMatch(/\| `one` \| `helper` \| succeeded \|/);
    expect(body).toMatch(/\| `two` \| `helper` \| skipped \| 0\.0 s \| its condition did not hold \|/);
    expect(body).toContain('- **count**: 2');
  });

  it('says what is wrong with the inputs, and which workflow was meant', async () => {
    expect(await comment(scenario(), '/devops workflow count waht=x')).toContain(
      'There is no input "waht". Did you mean "what"?',
    );
    expect(await comment(scenario(), '/devops workflow cuont')).toContain('Did you mean "count"?');
  });
});

describe('/devops ask', () => {
  const asks = (command: string | null) => JSON.stringify({ answer: 'Main is green.', command, gaps: [] });

  it('answers, and proposes what is to be done as a command to send', async () => {
    model.answer = () => asks('/devops deploy staging');
    const body = await comment(scenario(), '/devops ask deploy the latest main to staging');
    expect(body).toContain('Main is green.');
    expect(body).toContain('Nothing was done. To do it, comment `/devops deploy staging`');
  });

  it.each([
    ['no command', '/devops drop everything'],
    ['two lines', '/devops help\n/devops deploy production'],
    ['a shell', 'rm -rf /'],
    ['a command with the wrong words', '/devops dismiss'],
  ])('drops %s that the model makes up', async (_, command) => {
    model.answer = () => asks(command);
    const body = await comment(scenario(), '/devops ask what now?');
    expect(body).toContain('Main is green.');
    expect(body).not.toContain('To do it');
  });
});

describe('without a model', () => {
  it('says clearly what is missing', async () => {
    const silent = await startProduct({});
    try {
      const { repository, pullRequest } = openPullRequest(silent, { base: files, files: { 'a.txt': 'a\n' } });
      for (const body of ['/devops ask why?', '/devops run helper Well?', '/devops workflow count what=x']) {
        const before = botComments(repository).length;
        await deliverComment(silent.github.state, repository, {
          issue: pullRequest.number,
          author: 'mona',
          body,
        });
        await waitFor(() => botComments(repository).length > before, 'an answer');
        expect(botComments(repository).at(-1)?.body).toContain('DEVOPS');
      }
    } finally {
      await silent.close();
    }
  });
});
