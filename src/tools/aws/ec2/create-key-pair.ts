import { z } from 'zod';
import { AppError } from '../../../errors.ts';
import { keyPairs } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findPresent } from '../../aws-calls/ec2/find-resources.ts';
import { keyPairName, tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';
import {
  findVault,
  putIntoVault,
  vaultActions,
  vaultGrant,
  vaultParameter,
  vaultTarget,
} from '../../aws-calls/secret-vault.ts';

const name = 'ec2_create_key_pair';

export const createKeyPair = creatingResource({
  name,
  description:
    'Creates a key pair. The private key goes into a secret of AWS Secrets Manager and nowhere else: it is in no result, log or comment.',
  undo: { kind: 'tool', tool: 'ec2_delete_key_pair' },
  parameters: z.object({
    region,
    keyPair: keyPairName,
    keyType: z.enum(['ed25519', 'rsa']).nullish().describe('Default: ed25519; Windows takes rsa only.'),
    secret: vaultParameter,
    tags,
  }),
  example: { keyPair: 'deploy', secret: 'ssh/deploy' },
  kind: keyPairs,
  action: 'ec2:CreateKeyPair',
  otherActions: ['ec2:DeleteKeyPair', ...vaultActions],
  async look(input, aws, signal) {
    const present = await findPresent(keyPairs, aws, { ids: [input.keyPair], signal });
    if (present.length === 0) return { kind: 'facts', facts: await findVault(input.secret, aws, signal) };
    return {
      kind: 'refused',
      code: 'not-possible',
      message: `${name}: there is a key pair ${input.keyPair} in ${aws.region} already.`,
    };
  },
  summary: (input, place, { arn }) =>
    `Creates the key pair ${input.keyPair} in ${place}; the private key becomes the current version of the secret ${arn}.`,
  targets: (_input, _arn, vault) => [vaultTarget(vault)],
  otherGrants: (input, arn, vault) => [
    vaultGrant(vault),
    // Taken back where the private key cannot be kept: nobody would have it.
    { actions: ['ec2:DeleteKeyPair'], resources: [arn('key-pair', input.keyPair)] },
  ],
  async send({ sdk, client }, input, { DryRun, TagSpecifications, ClientToken, signal, facts }, aws) {
    const command = new sdk.CreateKeyPairCommand({
      KeyName: input.keyPair,
      KeyType: input.keyType ?? 'ed25519',
      TagSpecifications,
      DryRun,
    });
    const { KeyMaterial } = await client.send(command, { abortSignal: signal });
    try {
      if (KeyMaterial === undefined) {
        throw new AppError({ code: 'no-key', publicMessage: `${name}: EC2 gave no private key.` });
      }
      await putIntoVault(facts, KeyMaterial, { aws, token: ClientToken, signal });
    } catch (error) {
      await client.send(new sdk.DeleteKeyPairCommand({ KeyName: input.keyPair }));
      throw error;
    }
    return [input.keyPair];
  },
});
