import type { SetOff } from '@anjiao/shared/contract/set-off'
import type { OwnHousehold } from '../identity/index.ts'
import type { Ctx } from '../platform/context.ts'
import { setOffSha256, setOffText } from './set-off-wording.ts'
import { standingConsent } from './standing-consent.ts'

/** What a home sees of it: whether it is on, and in which words. */
export async function ownSetOff(ctx: Ctx, { householdId, relation }: OwnHousehold): Promise<SetOff> {
  const consent = await standingConsent(ctx, householdId)
  return {
    since: consent?.givenAt.toISOString() ?? null,
    lines: (consent?.text ?? setOffText).split('\n'),
    sha256: consent?.sha256 ?? setOffSha256,
    mayDecide: relation === 'owner',
  }
}
