import type { Random } from '../random.ts'
import { seal, unseal } from './seal.ts'

/** Texts that lie sealed in a column, each bound to a name of its own: sealed for one row, it opens in no other. */
export interface SealedText {
  seal(name: string, text: string): Uint8Array
  /** Throws BrokenSeal. */
  open(name: string, sealed: Uint8Array): string
}

/** `masterKey` is 32 bytes: the key that files are sealed with. Names here and there never meet. */
export const sealedTextWith = (masterKey: Uint8Array, random: Random): SealedText => ({
  seal: (name, text) => seal(masterKey, `text ${name}`, new TextEncoder().encode(text), random),
  open: (name, sealed) => new TextDecoder().decode(unseal(masterKey, `text ${name}`, sealed)),
})
