import type { Paper } from '@anjiao/shared/contract/paper'
import type { PlanId } from '@anjiao/shared/ids'
import { zeroFen } from '@anjiao/shared/money'
import { paperText } from '@anjiao/shared/paper'
import type { Difference } from '../../ledger/index.ts'
import type { Ctx } from '../../platform/context.ts'
import { inSlices } from './in-slices.ts'

interface Signed {
  /** Of its plan, which has one agreement at most. */
  readonly id: PlanId
  readonly number: string
  readonly paper: Paper
  readonly text: string
}

/** The hash of a text is held by the database; that the text is what its paper says is asked here. */
export const textsOffPapers = ({ tx, community }: Ctx, sliceSize: number): Promise<Difference[]> =>
  inSlices(
    sliceSize,
    (above, most) => tx.rows<Signed>`
      select plan_id as id, number, paper, text from plan_agreement
       where community_id = ${community} and plan_id > ${above}
       order by plan_id limit ${most}`,
    ({ number, paper, text }) =>
      paperText(paper) === text
        ? undefined
        : {
            subject: `agreement ${number}`,
            rule: 'its text is what its paper says',
            booksFen: zeroFen,
            storedFen: zeroFen,
          },
  )
