import { type RefusalCode, refusalSentence } from '@anjiao/shared/refusals'

/**
 * A request that the rules forbid, or that names something wrong. Thrown, so that whatever the transaction did is
 * rolled back. The code decides the status and the sentence (shared/refusals.ts).
 */
export class Refusal extends Error {
  readonly code: RefusalCode
  readonly facts: Readonly<Record<string, string | number>>

  constructor(code: RefusalCode, facts: Readonly<Record<string, string | number>> = {}) {
    super(`${code}: ${refusalSentence(code, facts)}`)
    this.name = 'Refusal'
    this.code = code
    this.facts = facts
  }
}
