import type { askMoments, Subscription } from '@anjiao/shared/contract/subscriptions'
import type { NoticeKind } from '@anjiao/shared/notice-life'
import { useCallback, useEffect, useState } from 'react'
import type { Asked, TemplateAnswer } from '../../platform/asked'
import { call } from '../../platform/call'
import { forgetRefusal, hasRefusedLately, keepRefusal } from '../../platform/kept-refusal'
import { askForMessages, canAskForMessages, takeReturnedAsked } from '../../platform/subscribe'
import { useMutation } from '../../platform/use-mutation'
import { type Query, useQuery } from '../../platform/use-query'
import type { HomeAddress } from '../../routes'
import { type AskOutcome, outcomeOf } from './ask-outcome'

export type AskMoment = keyof typeof askMoments

export interface SubscriptionAsk {
  /** How many messages of each kind are left. */
  readonly subscriptions: Query<readonly Subscription[]>
  /** Whether a phone can be asked here. */
  readonly canAsk: boolean
  /** Whether there is something to ask about as well. Who has said no lately is asked only where they come to change it. */
  readonly offered: boolean
  /** Asks. To be called straight from a press. */
  ask: () => void
  readonly busy: boolean
  /** What came of it last. */
  readonly outcome: AskOutcome | undefined
  /** What was agreed to last. */
  readonly accepted: readonly NoticeKind[]
  /** Tells the server once more what it was not told. */
  tellAgain: () => void
}

/**
 * Whether messages in WeChat are welcome (订阅消息): the server says which templates to ask about at this moment, the
 * phone asks, the server is told, and only then is it confirmed. Whatever becomes of it holds nobody up: what fails is not
 * told, except where the person has just pressed. What to ask about is known beforehand, since WeChat asks only at the press itself.
 */
export function useSubscriptionAsk({ communityId }: HomeAddress, moment: AskMoment): SubscriptionAsk {
  const [outcome, setOutcome] = useState<AskOutcome>()
  const [answers, setAnswers] = useState<readonly TemplateAnswer[]>([])
  const [asking, setAsking] = useState(false)
  const params = { communityId }
  const told = useQuery(`subscriptions-${communityId}-${moment}`, async () => {
    const reply = await call('GET /v1/communities/:communityId/subscriptions', { params, query: { moment } })
    return { ...reply, canAsk: await canAskForMessages() }
  })
  const { reload } = told
  const { run: report, busy: reporting } = useMutation((answers: TemplateAnswer[], intention) =>
    call('POST /v1/communities/:communityId/subscriptions', { params, body: { answers } }, { intention }),
  )

  const tell = useCallback(
    async (said: readonly TemplateAnswer[]) => {
      setAnswers(said)
      const known = await report([...said])
      if (said.some(isAccepted)) setOutcome(known ? 'accepted' : 'untold')
      if (known) reload()
    },
    [report, reload],
  )

  const take = useCallback(
    async (asked: Asked) => {
      const came = outcomeOf(asked)
      if (came === 'accepted') forgetRefusal()
      if (came === 'refused') keepRefusal()
      // That somebody has agreed is confirmed when the server knows of it.
      setOutcome(came === 'accepted' ? undefined : came)
      if (asked.kind === 'answered' && asked.answers.length > 0) await tell(asked.answers)
    },
    [tell],
  )

  // A browser has left for the question, and comes back with what came of it.
  useEffect(() => {
    const asked = takeReturnedAsked()
    if (asked) void take(asked)
  }, [take])

  const ask = async (templateIds: readonly string[]) => {
    setAsking(true)
    await take(await askForMessages(templateIds))
    setAsking(false)
  }
  const canAsk = told.data?.canAsk === true
  const templateIds = told.data?.ask ?? []
  const isWelcome = moment === 'settings' || !hasRefusedLately()
  const offered = canAsk && templateIds.length > 0 && isWelcome
  return {
    subscriptions: { ...told, data: told.data?.subscriptions },
    canAsk,
    offered,
    ask: () => {
      if (offered && !asking) void ask(templateIds)
    },
    busy: asking || reporting,
    outcome,
    accepted: (told.data?.subscriptions ?? []).flatMap(({ kind, templateId }) =>
      answers.some((answer) => isAccepted(answer) && answer.templateId === templateId) ? [kind] : [],
    ),
    tellAgain: () => void tell(answers),
  }
}

const isAccepted = ({ answer }: TemplateAnswer): boolean => answer === 'accept'
