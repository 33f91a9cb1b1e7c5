import { defineSecret } from './define-secret.ts';

export const openweatherApiKey = defineSecret({
  id: 'openweather-api-key',
  provider: 'OpenWeather',
  kind: 'API key',
  formats: ['{hex:32}'],
  assignedTo: ['openweather', 'owm'],
  severity: 'medium',
  can: 'call the API at your limits',
  revoke: 'at home.openweathermap.org/api_keys',
  references: ['https://openweathermap.org/appid'],
});
