import { randomBytes } from 'node:crypto'

/** Where chance comes from. Tests and simulations hand in a seeded one. */
export interface Random {
  bytes(count: number): Buffer
}

export const systemRandom: Random = { bytes: randomBytes }

/** An unguessable text of letters, digits, `-` and `_`, four characters for every three bytes. */
export const randomToken = (random: Random, bytes: number): string =>
  random.bytes(bytes).toString('base64url')
