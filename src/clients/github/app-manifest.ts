import { request } from '@octokit/request';
import { z } from 'zod';

const conversionSchema = z.object({
  id: z.number(),
  pem: z.string(),
  webhook_secret: z.string(),
  html_url: z.string(),
});

/** What GitHub gives for a manifest's temporary code: the new App's credentials and page. */
export type ConvertedApp = {
  readonly appId: string;
  readonly privateKey: string;
  readonly webhookSecret: string;
  readonly url: string;
};

/** Exchanges the code of the manifest flow; the code is single-use and valid for an hour. */
export async function convertManifest(apiUrl: string, code: string): Promise<ConvertedApp> {
  const { data } = await request('POST /app-manifests/{code}/conversions', { baseUrl: apiUrl, code });
  const app = conversionSchema.parse(data);
  return { appId: String(app.id), privateKey: app.pem, webhookSecret: app.webhook_secret, url: app.html_url };
}
