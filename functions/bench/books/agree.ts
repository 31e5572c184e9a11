import type { Emulator } from '../../src/local/emulator/index.ts'
import { fates } from './campaign.ts'

/**
 * The owners of all homes, known to WeChat, who have agreed to one message each: also those whom we may not write to, so that it
 * would let us; but for those whose agreement is one in our books alone.
 */
export function agree({ control, templateIds }: Emulator, homes: number): void {
  const refused: ReadonlySet<number> = new Set(fates.refused)
  for (let home = 1; home <= homes; home++) {
    const openid = `openid-${home}`
    control.addPerson({ name: openid, phone: '13800000000', openid })
    if (!refused.has(home % 100)) control.subscribe({ openid, tmplIds: [templateIds.reminder] })
  }
}
