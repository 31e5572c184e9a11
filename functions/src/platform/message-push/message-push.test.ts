import { describe, expect, it } from 'vitest'
import { sealMessage } from '../../local/emulator/seal-message.ts'
import { createMessagePush, type MessagePush, type MessagePushConfig, type PushQuery } from './index.ts'
import { pushSignature } from './push-signature.ts'
import { readBody } from './read-body.ts'

const at = (seconds: number) => ({ now: () => new Date(seconds * 1_000) })

/** The examples of the document "消息推送" (developers.weixin.qq.com), read 2026-11. */
const documented = {
  appid: 'wxba5fad812f8e6fb9',
  token: 'AAAAA',
  aesKey: 'A'.repeat(43),
  echo: {
    signature: 'f464b24fc39322e44b38aa78f5edd27bd1441696',
    echostr: '4375120948345356249',
    timestamp: '1714036504',
    nonce: '1514711492',
  },
  query: {
    signature: '6c5c811b55cc85e0e1b54100749188c20beb3f5d',
    timestamp: '1714112445',
    nonce: '415670741',
    openid: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY',
    encrypt_type: 'aes',
    msg_signature: '046e02f8204d34f8ba5fa3b1db94908f3df2e9b3',
  },
  encrypt:
    '+qdx1OKCy+5JPCBFWw70tm0fJGb2Jmeia4FCB7kao+/Q5c/ohsOzQHi8khUOb05JCpj0JB4RvQMkUyus8TPxLKJGQqcvZqzDpVzazhZv6JsXUnnR8XGT' +
    '740XgXZUXQ7vJVnAG+tE8NUd4yFyjPy7GgiaviNrlCTj+l5kdfMuFUPpRSrfMZuMcp3Fn2Pede2IuQrKEYwKSqFIZoNqJ4M8EajAsjLY2km32IIjdf8Y' +
    'L/P50F7mStwntrA2cPDrM1kb6mOcfBgRtWygb3VIYnSeOBrebufAlr7F9mFUPAJGj04=',
} as const
const documentedPush = (change: Partial<MessagePushConfig> = {}) =>
  createMessagePush({ ...documented, clock: at(1714112445), ...change })
const documentedBody = Buffer.from(
  JSON.stringify({ ToUserName: 'gh_97417a04a28d', Encrypt: documented.encrypt }),
)

describe('the address is tried', () => {
  it('with the documented example, and echoed', () => {
    expect(documentedPush().echo(documented.echo)).toBe('4375120948345356249')
  })

  it.each<[string, PushQuery]>([
    ['another signature', { ...documented.echo, signature: '0'.repeat(40) }],
    ['a short signature', { ...documented.echo, signature: 'f464' }],
    ['no signature', { ...documented.echo, signature: undefined }],
    ['another time', { ...documented.echo, timestamp: '1714036505' }],
    ['nothing to echo', { ...documented.echo, echostr: undefined }],
    ['a book to echo', { ...documented.echo, echostr: 'x'.repeat(257) }],
    ['nothing at all', {}],
  ])('with %s, and not answered', (_, query) => {
    expect(documentedPush().echo(query)).toBeUndefined()
  })
})

describe('a pushed message', () => {
  it('opens as the document says that its example does', () => {
    expect(documentedPush().read(documented.query, documentedBody)).toEqual({
      kind: 'event',
      event: {
        kind: 'other-event',
        event: 'debug_demo',
        at: new Date('2024-04-26T06:20:45Z'),
        key: 'o9AgO5Kd5ggOC-bXrbNODIiE3bGY 1714112445 debug_demo',
      },
    })
  })

  it('opens in XML as in the sample code of WeChat, which was written for another key and account', () => {
    const push = createMessagePush({
      appid: 'wx2c2769f8efd9abc2',
      token: 'spamtest',
      aesKey: 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG',
      clock: at(1409735669),
    })
    const encrypt =
      'hyzAe4OzmOMbd6TvGdIOO6uBmdJoD0Fk53REIHvxYtJlE2B655HuD0m8KUePWB3+LrPXo87wzQ1QLvbeUgmBM4x6F8PGHQHFVAFmOD2LdJF9FrXpbUAh0B5G' +
      'IItb52sn896wVsMSHGuPE328HnRGBcrS7C41IzDWyWNlZkyyXwon8T332jisa+h6tEDYsVticbSnyU8dKOIbgU6ux5VTjg3yt+WGzjlpKn6NPhRjpA912xMe' +
      'zR4kw6KWwMrCVKSVCZciVGCgavjIQ6X8tCOp3yZbGpy0VxpAe+77TszTfRd5RJSVO/HTnifJpXgCSUdUue1v6h0EIBYYI1BD1DlD+C0CR8e6OewpusjZ4uBl' +
      '9FyJvnhvQl+q5rv1ixrcpCumEPo5MJSgM9ehVsNPfUM669WuMyVWQLCzpu9GhglF2PE='
    const body = `<xml><ToUserName><![CDATA[gh_10f6c3c3ac5a]]></ToUserName><Encrypt><![CDATA[${encrypt}]]></Encrypt></xml>`
    const query = {
      timestamp: '1409735669',
      nonce: '1320562132',
      msg_signature: '5d197aaffba7e9b25a30732f161a50dee96bd5fa',
    }
    expect(push.read(query, Buffer.from(body))).toMatchObject({
      event: { event: 'text', key: 'oyORnuP8q7ou2gfYjqLzSIWZf0rs 1409735668 text' },
    })
  })

  it.each<[string, PushQuery]>([
    ['bad-signature', { ...documented.query, msg_signature: documented.query.signature }],
    ['bad-signature', { ...documented.query, nonce: '1' }],
    ['unsigned', { ...documented.query, msg_signature: undefined }],
    ['unsigned', { ...documented.query, timestamp: undefined }],
    ['unsigned', { ...documented.query, timestamp: 'yesterday' }],
  ])('is %s with %j', (kind, query) => {
    expect(documentedPush().read(query, documentedBody)).toEqual({ kind })
  })

  it('is taken within an hour of its time, and not after it, for it might be a replay', () => {
    const readAt = (seconds: number) =>
      documentedPush({ clock: at(1714112445 + seconds) }).read(documented.query, documentedBody).kind
    expect([readAt(3_600), readAt(-3_600), readAt(3_601), readAt(-3_601)]).toEqual([
      'event',
      'event',
      'stale',
      'stale',
    ])
  })

  it('for another mini-program, or sealed with another key, is not read', () => {
    expect(documentedPush({ appid: 'wx8888888888888888' }).read(documented.query, documentedBody).kind).toBe(
      'foreign',
    )
    expect(
      documentedPush({ aesKey: 'B'.repeat(42).concat('A') }).read(documented.query, documentedBody).kind,
    ).toBe('undecryptable')
  })

  it('in plain is refused, even with its own signature, which covers none of it', () => {
    const query = {
      signature: '899cf89e464efb63f54ddac96b0a0a235f53aa78',
      timestamp: '1714037059',
      nonce: '486452656',
    }
    const body = Buffer.from(
      '{"FromUserName":"o","CreateTime":1714037059,"MsgType":"event","Event":"debug_demo"}',
    )
    expect(documentedPush().read(query, body).kind).toBe('plain')
  })

  it.each(['', '[]', '7', '{', '<xml>', '<html></html>', '<xml/>', 'x'.repeat(65_537)])(
    'that is no message is unreadable: %.40j',
    (body) => {
      expect(documentedPush().read(documented.query, Buffer.from(body)).kind).toBe('unreadable')
    },
  )

  it.each([
    '<!DOCTYPE xml [<!ENTITY a "b">]><xml><Encrypt>&a;</Encrypt></xml>',
    `${'<xml>'.repeat(9)}${'</xml>'.repeat(9)}`,
    `<xml>${'<a>1</a>'.repeat(1_001)}</xml>`,
  ])('may not make a parser work: %.60s', (body) => {
    expect(documentedPush().read(documented.query, Buffer.from(body)).kind).toBe('unreadable')
  })
})

describe('what it tells of', () => {
  const push: MessagePush = documentedPush()
  function pushed(message: object | string) {
    const cipherText = sealMessage(
      documented,
      typeof message === 'string' ? message : JSON.stringify(message),
    )
    const { timestamp, nonce } = documented.query
    const msg_signature = pushSignature(documented.token, timestamp, nonce, cipherText)
    const read = push.read(
      { timestamp, nonce, msg_signature },
      Buffer.from(JSON.stringify({ Encrypt: cipherText })),
    )
    return read.kind === 'event' ? read.event : read
  }
  const base = { ToUserName: 'gh_1', FromUserName: 'oZhang', CreateTime: '1714112444', MsgType: 'event' }
  const answered = (TemplateId: string, SubscribeStatusString: string) => ({
    TemplateId,
    SubscribeStatusString,
    PopupScene: '0',
  })
  const popup = (List: unknown) => ({ ...base, Event: 'subscribe_msg_popup_event', List })

  it('one answer comes as an object, several as a list, and both read alike', () => {
    expect(pushed(popup(answered('T1', 'accept')))).toEqual({
      kind: 'answers',
      event: 'subscribe_msg_popup_event',
      at: new Date('2024-04-26T06:20:44Z'),
      key: 'oZhang 1714112444 subscribe_msg_popup_event T1',
      openid: 'oZhang',
      change: false,
      answers: [{ templateId: 'T1', answer: 'accept' }],
    })
    expect(pushed(popup([answered('T1', 'accept')]))).toEqual(pushed(popup(answered('T1', 'accept'))))
    expect(pushed(popup([answered('T2', 'reject'), answered('T1', 'accept')]))).toMatchObject({
      key: 'oZhang 1714112444 subscribe_msg_popup_event T1 T2',
      answers: [
        { templateId: 'T2', answer: 'reject' },
        { templateId: 'T1', answer: 'accept' },
      ],
    })
  })

  it('XML says the same inside an element named after the event', () => {
    const list = (template: string, status: string) =>
      `<List><TemplateId><![CDATA[${template}]]></TemplateId><SubscribeStatusString><![CDATA[${status}]]></SubscribeStatusString><PopupScene>2</PopupScene></List>`
    const xml = (lists: string) =>
      `<xml>
        <ToUserName><![CDATA[gh_1]]></ToUserName>
        <FromUserName><![CDATA[oZhang]]></FromUserName>
        <CreateTime>1714112444</CreateTime>
        <MsgType><![CDATA[event]]></MsgType>
        <Event><![CDATA[subscribe_msg_popup_event]]></Event>
        <SubscribeMsgPopupEvent>
            ${lists}
        </SubscribeMsgPopupEvent>
      </xml>`
    expect(pushed(xml(list('T1', 'accept')))).toEqual(pushed(popup(answered('T1', 'accept'))))
    expect(pushed(xml(list('T1', 'accept') + list('T2', 'reject')))).toEqual(
      pushed(popup([answered('T1', 'accept'), answered('T2', 'reject')])),
    )
  })

  it('a message turned off in the settings is a change', () => {
    const List = { TemplateId: 'T1', SubscribeStatusString: 'reject' }
    expect(pushed({ ...base, Event: 'subscribe_msg_change_event', List })).toMatchObject({
      kind: 'answers',
      change: true,
      answers: [{ templateId: 'T1', answer: 'reject' }],
    })
  })

  it('what became of a message carries its id whole, as a text or as a number, and is the same event by that id', () => {
    const sent = (MsgID: string, ErrorCode: unknown = '0') =>
      pushed(
        JSON.stringify({
          ...base,
          Event: 'subscribe_msg_sent_event',
          List: { TemplateId: 'T1', MsgID: '#', ErrorCode, ErrorStatus: 'success' },
        }).replace('"#"', MsgID),
      )
    const told = {
      kind: 'sent-results',
      key: 'subscribe_msg_sent_event 1864323726461255681',
      openid: 'oZhang',
      results: [{ msgId: '1864323726461255681', templateId: 'T1', errorCode: '0' }],
    }
    expect(sent('"1864323726461255681"')).toMatchObject(told)
    expect(sent('1864323726461255681', 0)).toMatchObject(told)
  })

  it.each([
    ['nobody', { ...popup(answered('T1', 'accept')), FromUserName: '' }],
    ['no time', { ...popup(answered('T1', 'accept')), CreateTime: 'now' }],
    ['no list', { ...base, Event: 'subscribe_msg_popup_event' }],
    ['a list of something else', popup(['T1'])],
    ['a list without end', popup(Array.from({ length: 101 }, () => answered('T1', 'accept')))],
  ])('with %s it is not known what to do', (_, message) => {
    expect(pushed(message)).toEqual({ kind: 'unknown-message' })
  })

  it('an answer in words that WeChat has not used so far is left out', () => {
    expect(pushed(popup([answered('T1', 'perhaps'), answered('T2', 'accept')]))).toMatchObject({
      answers: [{ templateId: 'T2', answer: 'accept' }],
    })
  })
})

describe('XML', () => {
  it('may carry entities of its own language, and nothing else', () => {
    expect(readBody('<xml><a>1 &lt; 2 &amp; 3</a></xml>')).toEqual({ a: '1 < 2 & 3' })
    expect(readBody('<xml><a>&nbsp;</a></xml>')).toBeUndefined()
  })
})
