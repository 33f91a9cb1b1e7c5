import type { FakeDelivery, FakeState } from '../fake-state.ts';
import { appOf, installationOf } from '../representations/account.ts';
import { type FakeRoute, HttpRefusal, notFound, type Permissions, type RouteContext } from '../route.ts';
import { redeliver } from '../webhooks.ts';

/** The App itself: installations and their tokens, deliveries, the manifest flow. */
export const appRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /app/installations/{installation_id}/access_tokens',
    permissions: ['app'],
    handle: context => ({ status: 201, json: installationToken(context) }),
  },
  {
    operation: 'DELETE /installation/token',
    permissions: ['metadata:read'],
    handle({ state, caller }) {
      for (const [token, known] of state.tokens) if (known.caller === caller) state.tokens.delete(token);
      return { status: 204 };
    },
  },
  {
    operation: 'GET /app',
    permissions: ['app'],
    handle: ({ state }) => ({ status: 200, json: { ...appOf(state), installations_count: 1 } }),
  },
  {
    operation: 'GET /app/installations',
    permissions: ['app'],
    handle: ({ state }) => ({
      list: accountsOf(state)
        .slice(0, 1)
        .map(login => installationOf(state, login)),
    }),
  },
  {
    operation: 'GET /app/installations/{installation_id}',
    permissions: ['app'],
    handle({ state, params }) {
      if (Number(params['installation_id']) !== state.installationId) throw notFound();
      return { status: 200, json: installationOf(state, accountsOf(state)[0] ?? 'octo') };
    },
  },
  {
    operation: 'GET /repos/{owner}/{repo}/installation',
    permissions: ['app'],
    handle: context => {
      const repository = context.repository();
      if (!context.state.isInstalledOn(repository)) throw notFound();
      return { status: 200, json: installationOf(context.state, repository.owner) };
    },
  },
  {
    operation: 'GET /app/hook/deliveries',
    permissions: ['app'],
    // A delivery under way is not listed yet.
    handle: ({ state }) => ({
      list: state.deliveries
        .filter(({ status }) => status !== undefined)
        .reverse()
        .map(delivery => deliveryOf(state, delivery)),
    }),
  },
  {
    operation: 'GET /app/hook/deliveries/{delivery_id}',
    permissions: ['app'],
    handle: context => {
      const delivery = deliveryIn(context);
      const headers = { 'X-GitHub-Delivery': delivery.guid, 'X-GitHub-Event': delivery.event };
      const payload: unknown = JSON.parse(delivery.body);
      return {
        status: 200,
        json: {
          ...deliveryOf(context.state, delivery),
          url: context.state.webhook?.url ?? '',
          request: { headers, payload },
          response: { headers: {}, payload: null },
        },
      };
    },
  },
  {
    operation: 'POST /app/hook/deliveries/{delivery_id}/attempts',
    permissions: ['app'],
    handle: context => {
      redeliver(context.state, deliveryIn(context));
      return { status: 202, json: {} };
    },
  },
  {
    operation: 'POST /app-manifests/{code}/conversions',
    permissions: ['none'],
    handle({ state, params }) {
      if (params['code'] !== state.manifestCode) throw notFound();
      return {
        status: 201,
        json: {
          ...appOf(state),
          client_secret: 'client-secret-of-the-stand-in',
          webhook_secret: 'webhook-secret-of-the-stand-in',
          pem: state.privateKey,
        },
      };
    },
  },
];

/** An hour's token, narrowed to what was asked for. @throws HttpRefusal 404 and 422 as GitHub. */
function installationToken({ state, params, body }: RouteContext): object {
  if (Number(params['installation_id']) !== state.installationId) throw notFound();
  const given = [...state.repositories.values()].filter(repository => state.isInstalledOn(repository));
  const names = body?.repositories as readonly string[] | undefined;
  const ids = body?.repository_ids as readonly number[] | undefined;
  const chosen = given.filter(({ name, id }) => names?.includes(name) === true || ids?.includes(id) === true);
  if (chosen.length < (names?.length ?? 0) + (ids?.length ?? 0)) {
    throw new HttpRefusal(
      422,
      'There is at least one repository that does not exist or is not accessible to the parent installation.',
    );
  }
  const asked = (body?.permissions ?? state.permissions) as Permissions;
  for (const [name, level] of Object.entries(asked)) {
    const granted = state.permissions[name];
    if (granted === undefined || (level === 'write' && granted === 'read'))
      throw new HttpRefusal(422, 'The permissions requested are not granted to this installation.');
  }
  const isNarrowed = names !== undefined || ids !== undefined;
  const token = state.issueToken({
    kind: 'installation',
    login: state.botLogin,
    installationId: state.installationId,
    repositories: isNarrowed ? chosen.map(({ name }) => name) : undefined,
    permissions: { ...asked, metadata: 'read' },
  });
  return {
    token,
    expires_at: new Date(Date.now() + 3_600_000).toISOString(),
    permissions: { ...asked, metadata: 'read' },
    repository_selection: isNarrowed ? 'selected' : 'all',
  };
}

/** The owners of the repositories that the App was given. */
function accountsOf(state: FakeState): readonly string[] {
  const given = [...state.repositories.values()].filter(repository => state.isInstalledOn(repository));
  return [...new Set(given.map(({ owner }) => owner))];
}

function deliveryIn({ state, params }: RouteContext): FakeDelivery {
  const found = state.deliveries.find(({ id }) => id === Number(params['delivery_id']));
  if (found === undefined) throw notFound();
  return found;
}

function deliveryOf(state: FakeState, delivery: FakeDelivery): object {
  const { id, guid, event, action, deliveredAt, redelivery, status = 0 } = delivery;
  return {
    id,
    guid,
    event,
    action: action === '' ? null : action,
    delivered_at: deliveredAt,
    redelivery,
    duration: 0.1,
    status: status >= 200 && status < 300 ? 'OK' : status === 0 ? 'timed out' : 'Invalid HTTP Response',
    status_code: status,
    installation_id: state.installationId,
    repository_id: null,
  };
}
