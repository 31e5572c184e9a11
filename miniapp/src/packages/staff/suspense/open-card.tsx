import type { StaffPost } from '@anjiao/shared/contract/identity'
import type { OpenSuspense, SuspenseSuggestion } from '@anjiao/shared/contract/suspense'
import type { ChargeId, HouseholdId } from '@anjiao/shared/ids'
import { suspenseHints, suspenseReasons } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { FindHomeSheet } from '../../../features/staff-households/find-home-sheet'
import { mayReconcile } from '../../../features/staff-reconciliation/may-reconcile'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Cell, Cells, Note } from '../../../ui/cell'
import { Definition } from '../../../ui/definition'
import { Money } from '../../../ui/money'
import { Stack } from '../../../ui/page'
import { itemLines } from './item-lines'
import { PlaceSheet } from './place-sheet'
import { ReturnSheet } from './return-sheet'
import { advice, texts } from './texts'

export interface OpenCardProps {
  post: StaffPost
  item: OpenSuspense
  onChanged: () => void
}

/** The home that is about to be confirmed, and what the money seems to be for. */
interface Meant {
  readonly householdId: HouseholdId
  readonly chargeIds: readonly ChargeId[]
}

/** One sum that waits: what is known of it, whose it may be, and what can be done. */
export function OpenCard({ post, item, onChanged }: OpenCardProps) {
  const [meant, setMeant] = useState<Meant>()
  const [asks, setAsks] = useState<'home' | 'return'>()
  const done = () => {
    setMeant(undefined)
    setAsks(undefined)
    onChanged()
  }
  return (
    <Card title={suspenseReasons[item.reason]} aside={<Money fen={item.amountFen} size="middle" />}>
      <Stack>
        <Definition
          longLabels
          {...(item.roomName !== null && { title: item.roomName })}
          lines={itemLines(item)}
        />
        <Note>{advice[item.reason]}</Note>
        <Suggestions item={item} onMeant={mayReconcile(post) ? setMeant : undefined} />
        {mayReconcile(post) && (
          <>
            <Button look="quiet" icon="search" onPress={() => setAsks('home')}>
              {texts.findHome}
            </Button>
            <Button look="plain" onPress={() => setAsks('return')}>
              {texts.giveBack}
            </Button>
          </>
        )}
      </Stack>
      {asks === 'home' && (
        <FindHomeSheet
          communityId={post.communityId}
          onClose={() => setAsks(undefined)}
          onFound={({ householdId }) => {
            setAsks(undefined)
            setMeant({ householdId, chargeIds: [] })
          }}
        />
      )}
      {meant && (
        <PlaceSheet
          communityId={post.communityId}
          item={item}
          {...meant}
          onClose={() => setMeant(undefined)}
          onDone={done}
        />
      )}
      {asks === 'return' && (
        <ReturnSheet
          communityId={post.communityId}
          item={item}
          onClose={() => setAsks(undefined)}
          onDone={done}
        />
      )}
    </Card>
  )
}

interface SuggestionsProps {
  item: OpenSuspense
  /** None: who looks on confirms nothing. */
  onMeant: ((meant: Meant) => void) | undefined
}

function Suggestions({ item, onMeant }: SuggestionsProps) {
  if (item.suggestions.length === 0) return <Note>{texts.noSuggestions}</Note>
  return (
    <>
      <Note>{onMeant ? texts.suggestions : texts.suggestionsSeen}</Note>
      <Cells>
        {item.suggestions.map((suggestion) => (
          <Cell
            key={suggestion.householdId}
            icon="home"
            label={`${suggestion.roomName} ${suggestion.ownerMasked}`}
            hint={hintsOf(suggestion)}
            value={<Money fen={suggestion.openFen} tone={suggestion.openFen > 0 ? 'due' : 'good'} />}
            onPress={onMeant && (() => onMeant(suggestion))}
          />
        ))}
      </Cells>
    </>
  )
}

const hintsOf = ({ hints }: SuspenseSuggestion): string => hints.map((hint) => suspenseHints[hint]).join('；')
