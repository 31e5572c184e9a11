import type { TillSession } from '@anjiao/shared/contract/counter'
import type { CommunityId, TillSessionId } from '@anjiao/shared/ids'
import { tillStates } from '@anjiao/shared/vocabulary'
import { Section } from '../../../features/staff-lists/section'
import { call } from '../../../platform/call'
import { usePages } from '../../../platform/use-pages'
import { Card } from '../../../ui/card'
import { instantText } from '../../../ui/instant'
import { Loaded } from '../../../ui/loaded'
import { Money } from '../../../ui/money'
import { More } from '../../../ui/more'
import { Empty } from '../../../ui/states'
import { type Column, Table } from '../../../ui/table'
import { Tag } from '../../../ui/tag'
import { texts } from './texts'

/** Who had which till, newest first. */
export function HistorySection({ communityId }: { communityId: CommunityId }) {
  const sessions = usePages<TillSession, TillSessionId>(`till-sessions-${communityId}`, async (before) => {
    const found = await call('GET /v1/staff/communities/:communityId/till-sessions', {
      params: { communityId },
      query: before === undefined ? {} : { before },
    })
    return {
      rows: found.sessions,
      next: found.more ? found.sessions[found.sessions.length - 1]?.id : undefined,
    }
  })
  return (
    <Section title={texts.history}>
      <Loaded of={sessions} lines={4}>
        {(rows) =>
          rows.length === 0 ? (
            <Card>
              <Empty icon="clock" title={texts.historyNone} />
            </Card>
          ) : (
            <Table label={texts.history} columns={columns} rows={rows} keyOf={({ id }) => String(id)} />
          )
        }
      </Loaded>
      <More of={sessions}>{texts.more}</More>
    </Section>
  )
}

const columns: readonly Column<TillSession>[] = [
  { title: texts.title, main: true, of: ({ tillName }) => tillName },
  { title: texts.clerk, whole: true, of: ({ clerkName }) => clerkName },
  { title: texts.when, of: ({ openedAt }) => instantText(openedAt) },
  {
    title: texts.found,
    align: 'end',
    of: ({ countedFen }) => (countedFen === null ? '—' : <Money fen={countedFen} />),
  },
  {
    title: texts.difference,
    align: 'end',
    of: ({ differenceFen }) =>
      differenceFen === null ? '—' : differenceFen === 0 ? texts.even : <Money fen={differenceFen} />,
  },
  {
    title: texts.state,
    of: ({ state }) => <Tag tone={state === 'closed' ? 'good' : 'calm'}>{tillStates[state]}</Tag>,
  },
  {
    title: texts.second,
    long: true,
    of: ({ closedBy, reason }) => [closedBy, reason].filter(Boolean).join('：') || '—',
  },
]
