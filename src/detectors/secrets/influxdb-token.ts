import { defineSecret } from './define-secret.ts';

export const influxdbToken = defineSecret({
  id: 'influxdb-token',
  provider: 'InfluxDB',
  kind: 'API token',
  formats: ['{base64url:86}=='],
  assignedTo: ['influx'],
  can: 'read and write the buckets',
  references: ['https://docs.influxdata.com/influxdb/v2/admin/tokens/'],
});
