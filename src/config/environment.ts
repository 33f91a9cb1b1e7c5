import { z } from 'zod';
import { AppError } from '../errors.ts';

const port = z.coerce.number().int().min(0).max(65_535);

/** OSV's public service (google.github.io/osv.dev/api). */
export const osvUrl = 'https://api.osv.dev';

const environmentSchema = z.object({
  PORT: port.default(3000),
  HOST: z.string().default('0.0.0.0'),
  LOG_LEVEL: z.enum(['debug', 'info', 'warn', 'error', 'silent']).default('info'),
  DATA_DIR: z.string().default('./data'),
  DATABASE_URL: z.url({ protocol: /^postgres(ql)?$/ }).optional(),
  APP_ID: z.string().regex(/^\d+$/, 'must be the numeric App id').optional(),
  PRIVATE_KEY: z.string().optional(),
  PRIVATE_KEY_PATH: z.string().optional(),
  WEBHOOK_SECRET: z.string().min(16, 'must have at least 16 characters').optional(),
  GITHUB_API_URL: z.url({ protocol: /^https?$/ }).optional(),
  GHE_HOST: z.string().optional(),
  GHE_PROTOCOL: z.enum(['http', 'https']).default('https'),
  OPENAI_API_KEY: z.string().optional(),
  OPENAI_BASE_URL: z.url({ protocol: /^https?$/ }).optional(),
  DEVOPS_MODEL: z.string().optional(),
  AWS_ENDPOINT_URL: z.url({ protocol: /^https?$/ }).optional(),
  OSV_API_URL: z.url({ protocol: /^https?$/ }).default(osvUrl),
  /** Runs at the same time. */
  DEVOPS_CONCURRENCY: z.coerce.number().int().min(1).max(64).default(4),
});

/** The server's settings, checked. Empty variables count as absent. */
export type Environment = {
  readonly port: number;
  readonly host: string;
  readonly logLevel: 'debug' | 'info' | 'warn' | 'error' | 'silent';
  readonly dataDir: string;
  readonly databaseUrl: string | undefined;
  readonly appId: string | undefined;
  /** PEM text, or undefined when only a path or nothing was given. */
  readonly privateKey: string | undefined;
  readonly privateKeyPath: string | undefined;
  readonly webhookSecret: string | undefined;
  /** REST address without trailing slash. */
  readonly apiUrl: string;
  /** Address of the pages, without trailing slash. */
  readonly serverUrl: string;
  readonly model: {
    readonly name: string | undefined;
    readonly apiKey: string | undefined;
    readonly baseUrl: string | undefined;
  };
  /** Where every AWS service answers instead of AWS itself; undefined: AWS. */
  readonly awsEndpointUrl: string | undefined;
  /** OSV or a mirror of it, without trailing slash. */
  readonly osvUrl: string;
  readonly concurrency: number;
};

/** @throws AppError `bad-environment` naming every variable that is wrong. */
export function readEnvironment(variables: Readonly<Record<string, string | undefined>>): Environment {
  const present = Object.fromEntries(
    Object.entries(variables).filter(([, value]) => value !== undefined && value !== ''),
  );
  const parsed = environmentSchema.safeParse(present);
  if (!parsed.success) {
    const problems = parsed.error.issues.map(issue => `${issue.path.join('.')}: ${issue.message}`);
    throw new AppError({
      code: 'bad-environment',
      publicMessage: `Environment variables are wrong:\n  ${problems.join('\n  ')}`,
    });
  }
  const values = parsed.data;
  return {
    port: values.PORT,
    host: values.HOST,
    logLevel: values.LOG_LEVEL,
    dataDir: values.DATA_DIR,
    databaseUrl: values.DATABASE_URL,
    appId: values.APP_ID,
    // Many platforms only take one-line values: `\n` stands for a line break there.
    privateKey: values.PRIVATE_KEY?.replaceAll('\\n', '\n'),
    privateKeyPath: values.PRIVATE_KEY_PATH,
    webhookSecret: values.WEBHOOK_SECRET,
    ...gitHubUrls(values),
    model: { name: values.DEVOPS_MODEL, apiKey: values.OPENAI_API_KEY, baseUrl: values.OPENAI_BASE_URL },
    awsEndpointUrl: values.AWS_ENDPOINT_URL,
    osvUrl: values.OSV_API_URL.replace(/\/+$/, ''),
    concurrency: values.DEVOPS_CONCURRENCY,
  };
}

/**
 * Where GitHub is: `GITHUB_API_URL`, else `GHE_HOST`, else github.com.
 *
 * @throws AppError `bad-environment` when an address is none.
 */
export function readGitHubUrls(
  variables: Readonly<Record<string, string | undefined>>,
): Pick<Environment, 'apiUrl' | 'serverUrl'> {
  const { GITHUB_API_URL, GHE_HOST, GHE_PROTOCOL } = variables;
  const { apiUrl, serverUrl } = readEnvironment({ GITHUB_API_URL, GHE_HOST, GHE_PROTOCOL });
  return { apiUrl, serverUrl };
}

function gitHubUrls(values: z.infer<typeof environmentSchema>): Pick<Environment, 'apiUrl' | 'serverUrl'> {
  if (values.GITHUB_API_URL !== undefined) {
    const apiUrl = values.GITHUB_API_URL.replace(/\/+$/, '');
    return {
      apiUrl,
      serverUrl: apiUrl.replace(/\/api\/v3$/, '').replace('://api.github.com', '://github.com'),
    };
  }
  if (values.GHE_HOST !== undefined) {
    const serverUrl = `${values.GHE_PROTOCOL}://${values.GHE_HOST}`;
    return { apiUrl: `${serverUrl}/api/v3`, serverUrl };
  }
  return { apiUrl: 'https://api.github.com', serverUrl: 'https://github.com' };
}
