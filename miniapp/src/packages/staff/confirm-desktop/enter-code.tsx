import { Text } from '@tarojs/components'
import { useState } from 'react'
import { scannedCode } from '../../../features/staff-desktop/scanned-code'
import { canScan, scanCode } from '../../../platform/scan'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Field } from '../../../ui/field'
import { Stack } from '../../../ui/page'
import { ErrorNote } from '../../../ui/states'
import { texts } from './texts'

/** Scans or types the code that stands on the desktop's screen. */
export function EnterCode({ onCode }: { onCode: (userCode: string) => void }) {
  const [typed, setTyped] = useState('')
  const [wrong, setWrong] = useState<'scanned' | 'typed'>()
  const take = (text: string, how: 'scanned' | 'typed') => {
    const code = scannedCode(text)
    setWrong(code === undefined ? how : undefined)
    if (code !== undefined) onCode(code)
  }
  const scan = async () => {
    const text = await scanCode()
    if (text !== undefined) take(text, 'scanned')
  }
  return (
    <Card>
      <Stack>
        <Text className="text">{texts.lead}</Text>
        {canScan && (
          <Button icon="scan" onPress={() => void scan()}>
            {texts.scan}
          </Button>
        )}
        {wrong === 'scanned' && <ErrorNote sentence={texts.notOurs} />}
        <Field
          label={texts.code}
          hint={texts.codeHint}
          error={wrong === 'typed' ? texts.badCode : undefined}
          value={typed}
          onChange={setTyped}
          maxLength={16}
        />
        <Button
          look={canScan ? 'quiet' : 'primary'}
          disabled={typed.trim() === ''}
          onPress={() => take(typed, 'typed')}
        >
          {texts.next}
        </Button>
      </Stack>
    </Card>
  )
}
