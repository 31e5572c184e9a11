import type { Charge } from '@anjiao/shared/contract/billing'
import type { ReliefOptions } from '@anjiao/shared/contract/relief'
import type { ReliefApplication } from '@anjiao/shared/contract/relief-application'
import type { ReliefStandard } from '@anjiao/shared/contract/relief-standards'
import type { ChargeId, ReliefStandardId } from '@anjiao/shared/ids'
import { type EvidenceWay, givesPrincipal } from '@anjiao/shared/vocabulary'
import { useState } from 'react'
import { usePhotos } from '../../../features/photos/use-photos'
import { call, type Request } from '../../../platform/call'
import { useKeptDraft } from '../../../platform/kept-draft'
import { useMutation } from '../../../platform/use-mutation'
import type { HomeAddress } from '../../../routes'
import type { texts } from './texts'

/** What an application says, while it is being written. */
interface Draft {
  standardId: ReliefStandardId | undefined
  /** Charges that were unticked: at first all are asked for. */
  unticked: readonly ChargeId[]
  statement: string
  way: EvidenceWay | undefined
}

type Body = Request<'POST /v1/communities/:communityId/households/:householdId/relief'>['body']
type AskedCharge = ReliefOptions['charges'][number]
type Missing = keyof typeof texts.missing

const empty: Draft = { standardId: undefined, unticked: [], statement: '', way: undefined }

/** 减免申请, being written. What is missing is said when it is sent; nothing that was written is lost by a failure. */
export function useReliefForm(
  home: HomeAddress,
  { standards, charges, consent }: ReliefOptions,
  firstStandard: ReliefStandardId,
  onSent: (application: ReliefApplication) => void,
) {
  const { communityId, householdId } = home
  const { draft, change, forget } = useKeptDraft<Draft>(`relief-${communityId}-${householdId}`, empty)
  const [checked, setChecked] = useState(false)
  const [agreed, setAgreed] = useState(false)
  const photos = usePhotos(home)
  const { run, busy, failure } = useMutation((body: Body, intention) =>
    call(
      'POST /v1/communities/:communityId/households/:householdId/relief',
      { params: { communityId, householdId }, body },
      { intention },
    ),
  )

  const standard = chosenStandard(standards, draft.standardId ?? firstStandard)
  const covered = charges
    .filter(({ charge }) => covers(standard, charge))
    .map((asked) => ({ charge: asked.charge, why: whyNot(standard, asked) }))
  const offered = covered.flatMap(({ charge, why }) => (why === null ? [charge] : []))
  const picked = offered.filter(({ id }) => !draft.unticked.includes(id))
  const way = standard?.ways.find((one) => one === draft.way)
  const statement = draft.statement.trim()
  const missing: Missing[] = [
    ...(standard === undefined ? ['standard' as const] : []),
    ...(picked.length === 0 ? ['charges' as const] : []),
    ...(statement === '' ? ['statement' as const] : []),
    ...(way === undefined ? ['way' as const] : []),
    ...(way === 'upload' && (!agreed || photos.photos.length === 0) ? ['photos' as const] : []),
  ]
  const waitsForPhotos = way === 'upload' && (photos.isSending || photos.hasFailed)

  const send = async () => {
    setChecked(true)
    if (missing.length > 0 || waitsForPhotos || !standard || !way) return
    const uploads = way === 'upload'
    const application = await run({
      standardId: standard.id,
      chargeIds: picked.map(({ id }) => id),
      statement,
      evidenceWay: way,
      photoIds: uploads ? photos.photoIds : [],
      consent: uploads ? consent.key : null,
    })
    if (!application) return
    forget()
    onSent(application)
  }

  return {
    standard,
    chooseStandard: (standardId: ReliefStandardId | undefined) => change({ standardId }),
    offered,
    /** What the standard is for and yet cannot be asked for, and why. */
    refused: covered.filter(({ why }) => why !== null),
    picked,
    tick: (id: ChargeId, on: boolean) =>
      change({
        unticked: on ? draft.unticked.filter((other) => other !== id) : [...draft.unticked, id],
      }),
    statement: draft.statement,
    write: (text: string) => change({ statement: text }),
    way,
    chooseWay: (chosen: EvidenceWay) => change({ way: chosen }),
    agreed,
    setAgreed,
    photos,
    missing: checked ? missing : [],
    waitsForPhotos: checked && waitsForPhotos,
    send: () => void send(),
    busy,
    failure,
  }
}

export type ReliefForm = ReturnType<typeof useReliefForm>

/** Who has no choice need not choose. */
function chosenStandard(standards: readonly ReliefStandard[], id: ReliefStandardId) {
  return standards.length === 1 ? standards[0] : standards.find((standard) => standard.id === id)
}

/** What was reduced once is not reduced again; its late fee may be waived, and time be given for it. */
const whyNot = (standard: ReliefStandard | undefined, { why, whyNoPrincipal }: AskedCharge): string | null =>
  why ?? (standard && givesPrincipal(standard.measure) ? whyNoPrincipal : null)

const covers = (standard: ReliefStandard | undefined, { feeItem }: Charge): boolean =>
  standard === undefined || standard.feeItems.length === 0 || standard.feeItems.includes(feeItem)
