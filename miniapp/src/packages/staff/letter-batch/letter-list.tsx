import { formatDate } from '@anjiao/shared/calendar'
import type { LetterBatch, PrintedLetter } from '@anjiao/shared/contract/letters'
import { type LetterFate, letterFates } from '@anjiao/shared/letter-life'
import { View } from '@tarojs/components'
import { useState } from 'react'
import { LongTable } from '../../../features/staff-lists/long-table'
import { Section } from '../../../features/staff-lists/section'
import type { AtCommunity } from '../../../routes/staff'
import { Button } from '../../../ui/button'
import { Note } from '../../../ui/cell'
import { Money } from '../../../ui/money'
import type { Column } from '../../../ui/table'
import { Tag, type Tone } from '../../../ui/tag'
import { FateSheet } from './fate-sheet'
import { fatesLeft } from './fates-left'
import { isToWithdraw } from './is-to-withdraw'
import { texts } from './texts'

export interface LetterListProps {
  at: AtCommunity
  batch: LetterBatch
  letters: readonly PrintedLetter[]
  onChanged: () => void
}

/** Each letter in the order of the stack, and the way to note what became of it. */
export function LetterList({ at, batch, letters, onChanged }: LetterListProps) {
  const [noting, setNoting] = useState<Noting>()
  const close = () => setNoting(undefined)
  return (
    <Section title={texts.list}>
      {letters.some(isToWithdraw) && <Note>{texts.settledRule}</Note>}
      <LongTable
        label={texts.list}
        columns={columnsFor(setNoting)}
        rows={letters}
        keyOf={({ deliveryId }) => String(deliveryId)}
      />
      {noting && (
        <FateSheet
          at={at}
          batch={batch}
          letter={noting.letter}
          corrects={noting.corrects}
          onClose={close}
          onDone={() => {
            close()
            onChanged()
          }}
        />
      )}
    </Section>
  )
}

const tones: Readonly<Partial<Record<LetterFate, Tone>>> = {
  handed: 'good',
  signed_for: 'good',
  declined: 'due',
  returned: 'due',
}

/** What became of a letter, or what really did. */
interface Noting {
  readonly letter: PrintedLetter
  readonly corrects: boolean
}

const columnsFor = (onNote: (noting: Noting) => void): readonly Column<PrintedLetter>[] => [
  { title: texts.room, main: true, whole: true, of: ({ no, roomName }) => `${no}　${roomName}` },
  { title: texts.owner, whole: true, of: ({ ownerMasked }) => ownerMasked },
  {
    title: texts.sum,
    align: 'end',
    of: ({ totalFen }) => (totalFen === null ? texts.noSum : <Money fen={totalFen} />),
  },
  { title: texts.fate, long: true, of: (letter) => <Became letter={letter} /> },
  {
    title: texts.noting,
    of: (letter) => (
      <View className="buttons">
        {fatesLeft(letter.fate).length > 0 && (
          <Button
            look="quiet"
            label={`${texts.act}：${letter.roomName}`}
            onPress={() => onNote({ letter, corrects: false })}
          >
            {letter.fate === null ? texts.act : texts.change}
          </Button>
        )}
        {letter.fate !== null && (
          <Button
            look="plain"
            label={`${texts.correct}：${letter.roomName}`}
            onPress={() => onNote({ letter, corrects: true })}
          >
            {texts.correct}
          </Button>
        )}
      </View>
    ),
  },
]

const Became = ({ letter }: { letter: PrintedLetter }) => (
  <View>
    <View className="tags">
      <Tag tone={letter.fate ? (tones[letter.fate] ?? 'calm') : 'due'}>
        {letter.fate ? letterFates[letter.fate].label : texts.none}
      </Tag>
      {isToWithdraw(letter) && <Tag tone="good">{texts.settled}</Tag>}
    </View>
    {letter.notes.map(({ fate, on, by, note, corrected }, at) => (
      // biome-ignore lint/suspicious/noArrayIndexKey: notes are only ever added.
      <View key={at} className="field-hint">
        {texts.note(formatDate(on), by, note)}
        {corrected && texts.corrected(letterFates[fate].label)}
      </View>
    ))}
  </View>
)
