import type { ShownHold } from '@anjiao/shared/vocabulary'
import { isToldWhy } from '../identity/index.ts'
import type { Actor } from '../platform/context.ts'

/**
 * What somebody is told a charge is held for. That it is hardship, only those hear who are told why; others, that it is held.
 * Pure.
 */
export const matterShownTo = (actor: Actor, matter: ShownHold): ShownHold =>
  matter === 'relief' && !isToldWhy(actor) ? 'paused' : matter
