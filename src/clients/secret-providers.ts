import { z } from 'zod';

/** A provider's documented call that only tells who asks. */
export type SecretProvider = {
  /** Ids of the rules whose secrets it issues. */
  readonly rules: readonly string[];
  /** The kinds among them that the call is for. */
  readonly pattern: RegExp;
  /** The only place the secret is sent to. */
  readonly origin: string;
  readonly path: string;
  readonly method?: 'POST';
  readonly headers: (secret: string) => Readonly<Record<string, string>>;
  /** For providers that refuse with status 200: reads the answer's body. */
  readonly judge?: (body: unknown) => 'accepted' | 'refused' | 'unclear';
  /** How a refused secret may be valid all the same, as part of a sentence. */
  readonly doubt?: string;
};

/** GitHub Enterprise Server and self-managed GitLab issue the same kinds. */
const ownServer = 'a server of your own was not asked';

const bearer = (secret: string) => ({ authorization: `Bearer ${secret}` });

/** Slack's documented errors of `auth.test` for tokens that are none any more. */
const slackRefusals = ['invalid_auth', 'account_inactive', 'token_revoked', 'token_expired'];
const slackAnswerSchema = z.object({ ok: z.boolean(), error: z.string().optional() });

/** Whom secrets may be shown to: the allow-list. Each call is a read of the secret's own identity or of a public list. */
export const secretProviders: readonly SecretProvider[] = [
  {
    // docs.github.com/en/rest/users/users#get-the-authenticated-user; installation tokens have no user.
    rules: ['github-token', 'github-fine-grained-token'],
    pattern: /^(?:gh[pou]_|github_pat_)/,
    origin: 'https://api.github.com',
    path: '/user',
    headers: bearer,
    doubt: ownServer,
  },
  {
    // docs.gitlab.com/api/users/#retrieve-the-current-user
    rules: ['gitlab-personal-access-token'],
    pattern: /^glpat-/,
    origin: 'https://gitlab.com',
    path: '/api/v4/user',
    headers: secret => ({ 'private-token': secret }),
    doubt: ownServer,
  },
  {
    // docs.slack.dev/reference/methods/auth.test
    rules: ['slack-bot-token', 'slack-user-token'],
    pattern: /^xox[bp]-/,
    origin: 'https://slack.com',
    path: '/api/auth.test',
    method: 'POST',
    headers: bearer,
    // `invalid_auth` stands for both.
    doubt: 'it may be bound to certain addresses',
    judge: body => {
      const { data } = slackAnswerSchema.safeParse(body);
      if (data?.ok === true) return 'accepted';
      return slackRefusals.includes(data?.error ?? '') ? 'refused' : 'unclear';
    },
  },
  {
    // docs.stripe.com/api/accounts/retrieve
    rules: ['stripe-secret-key', 'stripe-test-key'],
    pattern: /^[rs]k_/,
    origin: 'https://api.stripe.com',
    path: '/v1/account',
    headers: bearer,
  },
  {
    // docs.npmjs.com/cli/commands/npm-whoami
    rules: ['npm-token'],
    pattern: /^npm_/,
    origin: 'https://registry.npmjs.org',
    path: '/-/whoami',
    headers: bearer,
  },
  {
    // platform.openai.com/docs/api-reference/models/list; admin keys are for other calls.
    rules: ['openai-api-key', 'openai-project-key'],
    pattern: /^sk-(?!admin-)/,
    origin: 'https://api.openai.com',
    path: '/v1/models',
    headers: bearer,
  },
  {
    // docs.claude.com/en/api/models-list; admin and OAuth tokens are for other calls.
    rules: ['anthropic-api-key'],
    pattern: /^sk-ant-api/,
    origin: 'https://api.anthropic.com',
    path: '/v1/models',
    headers: secret => ({ 'x-api-key': secret, 'anthropic-version': '2023-06-01' }),
  },
  {
    // www.twilio.com/docs/sendgrid/api-reference/api-key-permissions/retrieve-a-list-of-scopes-for-which-this-user-has-access
    rules: ['sendgrid-api-key'],
    pattern: /^SG\./,
    origin: 'https://api.sendgrid.com',
    path: '/v3/scopes',
    headers: bearer,
  },
  {
    // huggingface.co/docs/hub/api
    rules: ['huggingface-token'],
    pattern: /^(?:hf|api_org)_/,
    origin: 'https://huggingface.co',
    path: '/api/whoami-v2',
    headers: bearer,
  },
  {
    // docs.digitalocean.com/reference/api/digitalocean/#tag/Account; refresh tokens are for another call.
    rules: ['digitalocean-token'],
    pattern: /^do[op]_v1_/,
    origin: 'https://api.digitalocean.com',
    path: '/v2/account',
    headers: bearer,
  },
  {
    // learning.postman.com/docs/reference/postman-api/authentication/
    rules: ['postman-api-key'],
    pattern: /^PMAK-/,
    origin: 'https://api.getpostman.com',
    path: '/me',
    headers: secret => ({ 'x-api-key': secret }),
  },
  {
    // developers.notion.com/reference/get-self
    rules: ['notion-token'],
    pattern: /^(?:ntn|secret)_/,
    origin: 'https://api.notion.com',
    path: '/v1/users/me',
    headers: secret => ({ ...bearer(secret), 'notion-version': '2022-06-28' }),
  },
];
