import { defineSecret } from './define-secret.ts';

export const azureMessagingKey = defineSecret({
  id: 'azure-messaging-key',
  provider: 'Azure',
  kind: 'Service Bus, Event Hubs or IoT key',
  formats: ['{base64:33}+ASb{base64:6}=', '{base64:33}+AEh{base64:6}=', '{base64:33}AIoT{base64:6}='],
  can: 'send and receive the messages of the namespace',
  revoke: 'by regenerating the key of the shared access policy',
  references: ['https://learn.microsoft.com/en-us/azure/service-bus-messaging/service-bus-sas'],
});
