import { timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '../logger.ts';
import type { Route } from './route.ts';
import { webhookPath } from './webhook-route.ts';

/** What the setup page needs; it exists only while the process has no credentials. */
export type SetupParts = {
  /** The manifest of `app.yml`, parsed. */
  readonly manifest: Readonly<Record<string, unknown>>;
  /** GitHub's pages, for the form's target. */
  readonly serverUrl: string;
  /** Printed to the operator's terminal only; whoever knows it may create the App. */
  readonly setupToken: string;
  /** Exchanges the code and stores the credentials; resolves to the new App's page. */
  readonly complete: (code: string) => Promise<string>;
  readonly logger: Logger;
};

/**
 * The manifest flow: `GET /setup?token=…` offers to create a private App whose webhook is this server's, and
 * `GET /setup/complete` takes GitHub's answer. The token travels as OAuth-style `state`, so that nobody else
 * can complete the flow with an App of theirs.
 */
export function createSetupRoutes(parts: SetupParts): readonly Route[] {
  return [
    {
      method: 'GET',
      path: '/setup',
      async handle(request, response) {
        const url = urlOf(request);
        if (!matches(url.searchParams.get('token'), parts.setupToken)) return denied(response);
        answerHtml(response, 200, setupPage(parts, url.origin));
      },
    },
    {
      method: 'GET',
      path: '/setup/complete',
      async handle(request, response) {
        const { searchParams } = urlOf(request);
        const code = searchParams.get('code') ?? '';
        if (!matches(searchParams.get('state'), parts.setupToken)) return denied(response);
        if (!/^[\w-]{1,128}$/.test(code))
          return answerHtml(
            response,
            400,
            page('<p>GitHub sent no code. Start again from the setup page.</p>'),
          );
        const appUrl = await parts.complete(code);
        parts.logger.info('The GitHub App was created; restart the server to use it', { appUrl });
        const install = `${appUrl}/installations/new`;
        answerHtml(
          response,
          200,
          page(`<p>The App was created and its credentials are stored, readable by this user only.</p>
<ol><li>Restart the server.</li><li><a href="${escapeHtml(install)}">Install the App</a> on your repositories.</li></ol>`),
        );
      },
    },
  ];
}

/** The manifest as GitHub gets it: private, and with the webhook address that this server really answers. */
export function manifestFor(
  manifest: Readonly<Record<string, unknown>>,
  origin: string,
): Readonly<Record<string, unknown>> {
  return {
    ...manifest,
    public: false,
    hook_attributes: { url: `${origin}${webhookPath}`, active: true },
    redirect_url: `${origin}/setup/complete`,
  };
}

function setupPage(parts: SetupParts, origin: string): string {
  const manifest = escapeHtml(JSON.stringify(manifestFor(parts.manifest, origin)));
  const action = `${parts.serverUrl}/settings/apps/new?state=${encodeURIComponent(parts.setupToken)}`;
  return page(`<p>This server has no GitHub App yet. The button takes you to GitHub, which creates a private App with the
permissions of <code>app.yml</code> and the webhook <code>${escapeHtml(origin + webhookPath)}</code>.</p>
<form method="post" action="${escapeHtml(action)}">
<input type="hidden" name="manifest" value="${manifest}">
<button type="submit">Create the GitHub App</button>
</form>`);
}

function page(body: string): string {
  return `<!doctype html>
<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<title>Agentic DevOps: setup</title>
<style>body{font:16px/1.5 system-ui,sans-serif;max-width:42rem;margin:4rem auto;padding:0 1rem}button{font:inherit;padding:.6rem 1.2rem}</style>
</head><body><h1>Agentic DevOps</h1>
${body}
</body></html>
`;
}

function answerHtml(response: ServerResponse, status: number, html: string): void {
  response
    .writeHead(status, {
      'content-type': 'text/html; charset=utf-8',
      'cache-control': 'no-store',
      'referrer-policy': 'no-referrer',
      'content-security-policy':
        "default-src 'none'; style-src 'unsafe-inline'; base-uri 'none'; frame-ancestors 'none'",
    })
    .end(html);
}

function denied(response: ServerResponse): void {
  answerHtml(
    response,
    403,
    page('<p>Open the setup address that the server printed when it started; it carries a token.</p>'),
  );
}

/** Behind a proxy the outside address is in the forwarded headers. */
function urlOf(request: IncomingMessage): URL {
  const forwardedHost = request.headers['x-forwarded-host'];
  const forwardedProto = request.headers['x-forwarded-proto'];
  const host = typeof forwardedHost === 'string' ? forwardedHost : (request.headers.host ?? 'localhost');
  const protocol = forwardedProto === 'https' ? 'https' : 'http';
  return new URL(request.url ?? '/', `${protocol}://${host}`);
}

function matches(given: string | null, expected: string): boolean {
  const a = new TextEncoder().encode(given ?? '');
  const b = new TextEncoder().encode(expected);
  return a.length === b.length && timingSafeEqual(a, b);
}

function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, character => `&#${character.charCodeAt(0)};`);
}
