import type { StaffPost } from '@anjiao/shared/contract/identity'
import { View } from '@tarojs/components'
import { Section } from '../../../features/staff-lists/section'
import { StaffPage } from '../../../features/staff-post/staff-page'
import { nextToClose } from '../../../features/staff-reconciliation/next-to-close'
import { useReconciledDays } from '../../../features/staff-reconciliation/use-reconciliation'
import { go } from '../../../platform/navigate'
import { toStaffBankStatements, toStaffBillDifferences } from '../../../routes/staff-money'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { Loaded } from '../../../ui/loaded'
import { Empty } from '../../../ui/states'
import { DayTable } from './day-table'
import { FundFlowTable } from './fund-flow-table'
import { NextDay } from './next-day'
import { nextTexts, texts } from './texts'

export default function Reconciliation() {
  return <StaffPage door="reconciliation">{(post) => <Days post={post} />}</StaffPage>
}

function Days({ post }: { post: StaffPost }) {
  const days = useReconciledDays(post.communityId)
  return (
    <Loaded of={days} lines={8}>
      {(listed) => {
        if (!listed.some(({ matched, closed }) => matched || closed))
          return (
            <Card>
              <Empty icon="table" title={texts.none} hint={texts.noneHint}>
                <ToStatements post={post} />
              </Empty>
            </Card>
          )
        const next = nextToClose(listed)
        return (
          <>
            {next && <NextDay key={next.day} post={post} day={next.day} onChanged={days.reload} />}
            {listed[0]?.closed && <Note>{nextTexts.allClosed}</Note>}
            <Section title={texts.days}>
              <View className="buttons">
                <Button look="quiet" onPress={() => go(toStaffBillDifferences(post))}>
                  {texts.toDifferences}
                </Button>
                <ToStatements post={post} />
              </View>
              <DayTable days={listed} />
            </Section>
            <FundFlowTable communityId={post.communityId} />
          </>
        )
      }}
    </Loaded>
  )
}

const ToStatements = ({ post }: { post: StaffPost }) => (
  <Button look="quiet" onPress={() => go(toStaffBankStatements(post))}>
    {texts.toStatements}
  </Button>
)
