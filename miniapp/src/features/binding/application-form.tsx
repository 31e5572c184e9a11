import type { Reply } from '../../platform/call'
import { Button } from '../../ui/button'
import { Card } from '../../ui/card'
import { Choice } from '../../ui/choice'
import { Field } from '../../ui/field'
import { Stack } from '../../ui/page'
import { Select } from '../../ui/select'
import { Empty, ErrorNote } from '../../ui/states'
import { applyTexts } from './texts'
import { useApplicationForm } from './use-application-form'

const relations = [
  { value: 'owner', label: applyTexts.owner, hint: applyTexts.ownerHint },
  { value: 'family', label: applyTexts.family, hint: applyTexts.familyHint },
  { value: 'tenant', label: applyTexts.tenant, hint: applyTexts.tenantHint },
] as const

export interface ApplicationFormProps {
  communities: Reply<'GET /v1/communities'>
  onSent: () => void
}

/** 绑定申请, to be filled in. A tenant is told the shorter way, and has nothing to send. */
export function ApplicationForm({ communities, onSent }: ApplicationFormProps) {
  const form = useApplicationForm(
    communities.map(({ id }) => id),
    onSent,
  )
  if (communities.length === 0) return <Empty icon="building" title={applyTexts.noCommunities} />
  const { draft, change, errors } = form
  return (
    <Card title={applyTexts.form}>
      <Stack>
        <Choice
          label={applyTexts.relation}
          options={relations}
          value={draft.relation}
          onChange={(relation) => change({ relation })}
        />
        {draft.relation === 'tenant' ? (
          <Empty icon="people" title={applyTexts.tenantWay} hint={applyTexts.tenantWhy} />
        ) : (
          <>
            <Select
              label={applyTexts.community}
              options={communities.map(({ id, name }) => ({ value: String(id), label: name }))}
              value={draft.communityId === undefined ? undefined : String(draft.communityId)}
              onChange={(chosen) =>
                change({ communityId: communities.find(({ id }) => String(id) === chosen)?.id })
              }
            />
            <Field
              label={applyTexts.room}
              hint={applyTexts.roomHint}
              error={errors.room}
              value={draft.roomText}
              maxLength={60}
              onChange={(roomText) => change({ roomText })}
            />
            <Field
              label={applyTexts.name}
              hint={applyTexts.nameHint}
              error={errors.name}
              value={draft.applicantName}
              maxLength={40}
              onChange={(applicantName) => change({ applicantName })}
            />
            {form.failure && (
              <ErrorNote sentence={form.failure.sentence} reference={form.failure.requestId} />
            )}
            <Button busy={form.busy} onPress={form.send}>
              {applyTexts.send}
            </Button>
          </>
        )}
      </Stack>
    </Card>
  )
}
