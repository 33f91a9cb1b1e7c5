import { type FakeRoute, HttpRefusal, notFound, type Permissions } from '../route.ts';
import { redeliver } from '../webhooks.ts';

/** The App itself: installation tokens, deliveries, the manifest flow. */
export const appRoutes: readonly FakeRoute[] = [
  {
    operation: 'POST /app/installations/{installation_id}/access_tokens',
    permissions: ['app'],
    handle({ state, params, body }) {
      if (Number(params['installation_id']) !== state.installationId) throw notFound();
      const repositories = body?.repositories as readonly string[] | undefined;
      const known = [...state.repositories.values()].map(({ name }) => name);
      if (repositories?.some(name => !known.includes(name)) === true) {
        throw new HttpRefusal(
          422,
          'There is at least one repository that does not exist or is not accessible to the parent installation.',
        );
      }
      const asked = (body?.permissions ?? state.permissions) as Permissions;
      for (const [name, level] of Object.entries(asked)) {
        const granted = state.permissions[name];
        if (granted === undefined || (level === 'write' && granted === 'read')) {
          throw new HttpRefusal(422, 'The permissions requested are not granted to this installation.');
        }
      }
      const token = state.issueToken({
        kind: 'installation',
        login: state.botLogin,
        installationId: state.installationId,
        repositories,
        permissions: { ...asked, metadata: 'read' },
      });
      const expires_at = new Date(Date.now() + 3_600_000).toISOString();
      return {
        status: 201,
        json: {
          token,
          expires_at,
          permissions: asked,
          repository_selection: repositories === undefined ? 'all' : 'selected',
        },
      };
    },
  },
  {
    operation: 'GET /app',
    permissions: ['app'],
    handle: ({ state }) => ({
      status: 200,
      json: { id: state.appId, slug: state.appSlug, permissions: state.permissions },
    }),
  },
  {
    operation: 'GET /app/hook/deliveries',
    permissions: ['app'],
    handle: ({ state }) => ({
      list: [...state.deliveries].reverse().flatMap(({ id, guid, event, action, deliveredAt, status }) =>
        status === undefined
          ? []
          : [
              {
                id,
                guid,
                event,
                action,
                delivered_at: deliveredAt,
                redelivery: false,
                duration: 0.1,
                status: status >= 200 && status < 300 ? 'OK' : 'Invalid HTTP Response',
                status_code: status,
                installation_id: state.installationId,
                repository_id: null,
              },
            ],
      ),
    }),
  },
  {
    operation: 'POST /app/hook/deliveries/{delivery_id}/attempts',
    permissions: ['app'],
    async handle({ state, params }) {
      const delivery = state.deliveries.find(({ id }) => id === Number(params['delivery_id']));
      if (delivery === undefined) throw notFound();
      redeliver(state, delivery);
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
          id: state.appId,
          slug: state.appSlug,
          client_id: 'Iv1.0',
          client_secret: 'client-secret-of-the-stand-in',
          webhook_secret: 'webhook-secret-of-the-stand-in',
          pem: state.privateKey,
          html_url: `${state.url}/apps/${state.appSlug}`,
        },
      };
    },
  },
];
