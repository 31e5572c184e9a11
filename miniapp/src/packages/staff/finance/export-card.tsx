import type { Period } from '@anjiao/shared/calendar'
import type { CommunityId } from '@anjiao/shared/ids'
import { type FinanceList, financeLists } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { call } from '../../../platform/call'
import { fileAddress } from '../../../platform/file-address'
import { openExcel } from '../../../platform/open-file'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { ErrorNote } from '../../../ui/states'
import { exportTexts as texts } from './texts'

const options = (
  [
    'days',
    'payments',
    'refunds',
    'differences',
    'suspense',
    'bankLines',
  ] as const satisfies readonly FinanceList[]
).map((value) => ({ value, label: financeLists[value] }))

/** Lists of the period as Excel files. */
export function ExportCard({ communityId, period }: { communityId: CommunityId; period: Period }) {
  const [list, setList] = useState<FinanceList>('days')
  const { run, busy, failure } = useMutation((wanted: FinanceList, intention) =>
    openExcel(async () => {
      const { url } = await call(
        'POST /v1/staff/communities/:communityId/finance-lists',
        { params: { communityId }, body: { list: wanted, from: period.from, to: period.to } },
        { intention },
      )
      return fileAddress(url)
    }),
  )
  return (
    <Card title={texts.title}>
      <Stack>
        <Note>{texts.hint}</Note>
        <Select label={texts.which} options={options} value={list} onChange={setList} />
        {failure && <ErrorNote sentence={failure.sentence} reference={failure.requestId} />}
        <Button look="quiet" icon="table" busy={busy} onPress={() => void run(list)}>
          {texts.export}
        </Button>
      </Stack>
    </Card>
  )
}
