import { defineSecret } from './define-secret.ts';

export const rubygemsApiKey = defineSecret({
  id: 'rubygems-api-key',
  provider: 'RubyGems',
  kind: 'API key',
  formats: ['rubygems_{hex:48}'],
  can: 'push and yank the gems of its owner',
  revoke: 'at rubygems.org/profile/api_keys',
  references: ['https://guides.rubygems.org/api-key-scopes/'],
});
