import { Buffer } from 'node:buffer';
import { z } from 'zod';
import { keyPairs } from '../../aws-calls/ec2/compute-kinds.ts';
import { creatingResource } from '../../aws-calls/ec2/creating-resource.ts';
import { findPresent } from '../../aws-calls/ec2/find-resources.ts';
import { keyPairName, tags } from '../../aws-calls/ec2/parameters.ts';
import { region } from '../../aws-calls/parameters.ts';

const name = 'ec2_import_key_pair';

export const importKeyPair = creatingResource({
  name,
  description:
    'Gives EC2 the public half of a key pair that was made elsewhere; the private half stays there.',
  undo: { kind: 'tool', tool: 'ec2_delete_key_pair' },
  parameters: z.object({
    region,
    keyPair: keyPairName,
    publicKey: z
      .string()
      .max(4_096)
      .regex(
        /^(ssh-rsa|ssh-ed25519) [A-Za-z0-9+/=]+( [^\n]*)?\n?$/,
        'a public key as in a .pub file: ssh-ed25519 or ssh-rsa',
      )
      .describe('The public key, as `ssh-keygen` writes it to a `.pub` file.'),
    tags,
  }),
  example: { keyPair: 'deploy', publicKey: 'ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIExample' },
  kind: keyPairs,
  action: 'ec2:ImportKeyPair',
  async look(input, aws, signal) {
    const present = await findPresent(keyPairs, aws, { ids: [input.keyPair], signal });
    if (present.length === 0) return { kind: 'facts', facts: undefined };
    return {
      kind: 'refused',
      code: 'not-possible',
      message: `${name}: there is a key pair ${input.keyPair} in ${aws.region} already.`,
    };
  },
  summary: (input, place) => `Imports the public key of the key pair ${input.keyPair} in ${place}.`,
  async send({ sdk, client }, input, { DryRun, TagSpecifications, signal }) {
    const command = new sdk.ImportKeyPairCommand({
      KeyName: input.keyPair,
      PublicKeyMaterial: Buffer.from(input.publicKey.trim()),
      TagSpecifications,
      DryRun,
    });
    await client.send(command, { abortSignal: signal });
    return [input.keyPair];
  },
});
