import type { TemplateField } from '@anjiao/shared/template-fields'
import { fieldType, fieldTypes } from '@anjiao/shared/template-fields'
import { valuesOfKind, wordingValues } from '@anjiao/shared/wording-values'
import { View } from '@tarojs/components'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { Select } from '../../../ui/select'
import { fillAnew } from './fill-anew'
import type { WritingProps } from './source-card'
import { texts } from './texts'
import type { DraftContent } from './wording-draft'

export interface FillCardProps extends WritingProps {
  fields: readonly TemplateField[]
}

/** What goes into each field: something that is known of the home, or words of our own. */
export function FillCard({ fields, ...writing }: FillCardProps) {
  const { of, draft, templates, problems, onChange } = writing
  const template = templates.find(({ templateId }) => templateId === draft.templateId)
  return (
    <Card title={texts.fill}>
      <Stack>
        {of.channel === 'subscription' && template && (
          <Button look="plain" onPress={() => void fillAnew(writing, template)}>
            {texts.suggest}
          </Button>
        )}
        {fields.map((field) => (
          <FieldFill
            key={field.key}
            field={field}
            kind={of.kind}
            content={draft.contents[field.key]}
            problem={problems.find((each) => each.field === field.key)?.problem}
            onChange={(content) => onChange({ contents: { ...draft.contents, [field.key]: content } })}
          />
        ))}
      </Stack>
    </Card>
  )
}

interface FieldFillProps {
  field: TemplateField
  kind: WritingProps['of']['kind']
  content: DraftContent | undefined
  problem: string | undefined
  onChange: (content: DraftContent) => void
}

const fixed = 'fixed'

function FieldFill({ field, kind, content, problem, onChange }: FieldFillProps) {
  const { key, label, options } = field
  const name = label || texts.placeholder(key)
  const type = fieldTypes[fieldType(key)]
  return (
    <View>
      {options.length > 0 ? (
        <Select
          label={name}
          options={options.map((option) => ({ value: option, label: option }))}
          value={content && 'text' in content ? content.text : undefined}
          onChange={(text) => onChange({ text })}
        />
      ) : (
        <ValueSelect name={name} kind={kind} content={content} onChange={onChange} />
      )}
      {label && type && <View className="field-hint">{texts.takes(type.label, type.takes)}</View>}
      {problem && <View className="field-error">{problem}</View>}
    </View>
  )
}

type ValueSelectProps = Pick<FieldFillProps, 'kind' | 'content' | 'onChange'> & { name: string }

function ValueSelect({ name, kind, content, onChange }: ValueSelectProps) {
  const values = valuesOfKind[kind]
  const chosen = content && ('value' in content ? content.value : fixed)
  const choose = (value: string) => {
    const found = values.find((each) => each === value)
    onChange(found ? { value: found } : { text: '' })
  }
  return (
    <>
      <Select
        label={name}
        options={[
          ...values.map((value) => ({ value, label: wordingValues[value] })),
          { value: fixed, label: texts.fixed },
        ]}
        value={chosen}
        onChange={choose}
      />
      {content && 'text' in content && (
        <Field
          label={texts.fixedOf(name)}
          maxLength={32}
          value={content.text}
          onChange={(text) => onChange({ text })}
        />
      )}
    </>
  )
}
