import { createHash } from 'node:crypto';

/**
 * SHA-256 (first 16 hexadecimal digits) of credentials that vendors publish in documentation, samples and emulators:
 * they open nothing. Hashes, because push protection refuses the values.
 */
const publishedSamples: ReadonlySet<string> = new Set([
  // the keys of Firebase's and Google's own open-source samples (google-services.json of firebase-android-sdk)
  '2037abcaffb2b777',
  '3f370c9dd8225c63',
  'e4a5542bb7fd7b67',
  'a19f89ab3555eac1',
  '0b476bdf9acf2123',
  'eb540d2b6ee2a0a4',
  '37f8f09bdf12c2f2',
  '8731261cb72d8626',
  '49f777db995e8260',
  '27a9a42931dff7eb',
  'dc0fcf046c61640c',
  '4c98242dcadc8b29',
  'ea9bb1082cf95663',
  '3a8b61d0f636b007',
  'a6c814bc555ae62c',
  // learn.microsoft.com, reference of nuget.config
  'dba72c00f41f4e4c',
  'a0702bc91d699f60',
  // learn.microsoft.com, Azurite and the Azure Cosmos DB emulator
  '0011cc25eb432071',
  'aa6547439583c3a2',
  // RFC 4122's own example of a UUID, which documentation everywhere repeats
  'a3a9e1ed9732cab2',
  // docs.stripe.com, sample test keys
  '4b8cbd96c8530f05',
  'f2d6ca16515033e5',
]);

/** True for a credential that a vendor has made public on purpose. */
export function isPublishedSample(secret: string): boolean {
  return publishedSamples.has(createHash('sha256').update(secret).digest('hex').slice(0, 16));
}
