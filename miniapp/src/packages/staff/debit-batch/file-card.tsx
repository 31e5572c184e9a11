import { useState } from 'react'
import { DecisionFailure } from '../../../features/staff-requests/decision-failure'
import { call, longTimeoutMs } from '../../../platform/call'
import { fileAddress } from '../../../platform/file-address'
import { fetchFile, sendToChat } from '../../../platform/hand-on-file'
import { useMutation } from '../../../platform/use-mutation'
import { Button } from '../../../ui/button'
import { Card } from '../../../ui/card'
import { Note } from '../../../ui/cell'
import { confirm } from '../../../ui/notice'
import { Stack } from '../../../ui/page'
import type { BatchStepProps } from './batch-step'
import { stepTexts as texts } from './texts'

/** The file for the bank: a browser keeps it, a phone hands it on to a conversation. The first time fixes what is in it. */
export function FileCard({ communityId, batch, onChanged }: BatchStepProps) {
  const { id, number, state } = batch
  const [path, setPath] = useState<string>()
  const fetching = useMutation((_: 'fetch', intention) =>
    fetchFile(async () => {
      const { url } = await call(
        'POST /v1/staff/communities/:communityId/debit-batches/:batchId/file',
        { params: { communityId, batchId: id } },
        { intention, timeoutMs: longTimeoutMs },
      )
      return fileAddress(url)
    }),
  )
  const fetch = async () => {
    const found = await fetching.run('fetch')
    if (!found) return
    setPath(found.path)
    if (state === 'released') onChanged()
  }
  const fetchFirst = async () => {
    const question = { title: texts.fileFirstTitle, text: texts.fileFirstAsk, yes: texts.fetch }
    if (await confirm(question)) await fetch()
  }
  return (
    <Card title={texts.file} tone={state === 'released' ? 'brand' : 'plain'}>
      <Stack>
        <Note>{texts.fileRule}</Note>
        <Note>{texts.careful}</Note>
        <DecisionFailure failure={fetching.failure} onRefresh={onChanged} />
        {state === 'released' ? (
          <Button busy={fetching.busy} onPress={() => void fetchFirst()}>
            {texts.fetch}
          </Button>
        ) : (
          <Button look="quiet" busy={fetching.busy} onPress={() => void fetch()}>
            {texts.fetchAgain}
          </Button>
        )}
        {path !== undefined && <ToChat path={path} fileName={`代扣-${number}.txt`} />}
      </Stack>
    </Card>
  )
}

/** A press of its own: WeChat opens the choice of a conversation for nothing else. */
function ToChat({ path, fileName }: { path: string; fileName: string }) {
  const { run, busy, failure } = useMutation((_: 'send') => sendToChat({ path, fileName }))
  return (
    <>
      <Note>{texts.toChatHint}</Note>
      <DecisionFailure failure={failure} onRefresh={() => undefined} />
      <Button busy={busy} onPress={() => void run('send')}>
        {texts.toChat}
      </Button>
    </>
  )
}
