import { expect, it } from 'vitest'
import { sealMessage } from './seal-message.ts'

it('seals the example of the document "消息推送" to the letter', () => {
  const account = { appid: 'wxba5fad812f8e6fb9', aesKey: 'A'.repeat(43) }
  expect(sealMessage(account, '{"demo_resp":"good luck"}', Buffer.from('707722b803182950'))).toBe(
    'ELGduP2YcVatjqIS+eZbp80MNLoAUWvzzyJxgGzxZO/5sAvd070Bs6qrLARC9nVHm48Y4hyRbtzve1L32tmxSQ==',
  )
})
