import type { DryRun } from '@anjiao/shared/contract/campaigns'
import { channels } from '@anjiao/shared/notice-life'
import { View } from '@tarojs/components'
import { Card } from '../../ui/card'
import { Cell, Cells, Note } from '../../ui/cell'
import { Figure, Figures } from '../../ui/figure'
import { Money } from '../../ui/money'
import { Stack } from '../../ui/page'
import { Empty } from '../../ui/states'
import { DryRunExamples } from './dry-run-examples'
import { dryRunTexts as texts } from './dry-run-texts'
import { LeftOutCard } from './left-out-card'
import { reminderTexts } from './texts'

/** Who would get what, who would not and why, what it uses and costs, and some of it as it would read. */
export const DryRunCards = ({ dryRun }: { dryRun: DryRun }) =>
  dryRun.homes === 0 ? (
    <Card>
      <Empty icon="people" title={texts.nobody} hint={texts.nobodyHint} />
    </Card>
  ) : (
    <>
      <WhoCard dryRun={dryRun} />
      <LeftOutCard leftOut={dryRun.leftOut} />
      {dryRun.examples.length > 0 && <DryRunExamples examples={dryRun.examples} />}
    </>
  )

function WhoCard({ dryRun }: { dryRun: DryRun }) {
  const { homes, everybody, heldOut, byChannel, unreachable, leftOut, quota } = dryRun
  const counted = (rows: readonly { homes: number }[]) =>
    reminderTexts.homes(rows.reduce((total, row) => total + row.homes, 0))
  return (
    <Card title={texts.title} tone="brand">
      <Stack>
        <Note>{texts.hint}</Note>
        {everybody && <View>{texts.everybody}</View>}
        <Figures label={texts.title}>
          <Figure label={texts.homes} value={reminderTexts.homes(homes)} />
          <Figure label={texts.reached} value={counted(byChannel)} tone="good" />
          <Figure label={texts.heldOut} value={reminderTexts.homes(heldOut)} />
          <Figure label={texts.leftOutHomes} value={counted(leftOut)} />
          <Figure label={texts.unreachable} value={reminderTexts.homes(unreachable)} tone="due" />
        </Figures>
        {unreachable > 0 && <Note>{texts.unreachableHint}</Note>}
        <ChannelCells dryRun={dryRun} />
        {quota?.fitsToday === false && <Note>{texts.tooManyToday(quota.left)}</Note>}
      </Stack>
    </Card>
  )
}

const ChannelCells = ({ dryRun: { openFen, byChannel, credits } }: { dryRun: DryRun }) => (
  <Cells>
    <Cell label={texts.open} value={<Money fen={openFen} />} />
    {byChannel.map(({ channel, homes, costFen }) => (
      <Cell
        key={channel}
        label={channels[channel]}
        hint={
          channel === 'subscription'
            ? texts.consents(credits)
            : costFen === null
              ? texts.costUnknown
              : undefined
        }
        value={
          <View>
            <View>{reminderTexts.homes(homes)}</View>
            {costFen !== null && (costFen === 0 ? <Note>{texts.free}</Note> : <Money fen={costFen} />)}
          </View>
        }
      />
    ))}
  </Cells>
)
