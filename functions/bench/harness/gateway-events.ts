import type { APIGatewayProxyEventV2 } from 'aws-lambda'

/** A GET by somebody signed in, as API Gateway hands it over (HTTP API, payload format 2.0). */
export const getEvent = (path: string, token: string) => ({
  ...eventOf('GET', path),
  headers: { host: 'api.example', 'user-agent': 'bench', authorization: `Bearer ${token}` },
  isBase64Encoded: false,
})

/** A POST of bytes, as API Gateway hands it over; it writes header names in lower case. */
export const postEvent = (
  path: string,
  headers: Readonly<Record<string, string | readonly string[] | undefined>>,
  body: Buffer,
): APIGatewayProxyEventV2 => ({
  ...eventOf('POST', path),
  headers: Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [name.toLowerCase(), String(value)]),
  ),
  body: body.toString('base64'),
  isBase64Encoded: true,
})

/** Any request of the mini-program, as API Gateway hands it over. */
export const apiEvent = (
  method: string,
  path: string,
  headers: Readonly<Record<string, string>>,
  body: unknown,
) => {
  const [rawPath = '', rawQueryString = ''] = path.split('?')
  return {
    ...eventOf(method, rawPath),
    rawQueryString,
    headers: { host: 'api.example', ...headers },
    isBase64Encoded: body instanceof Uint8Array,
    ...(body !== undefined && {
      body: body instanceof Uint8Array ? Buffer.from(body).toString('base64') : JSON.stringify(body),
    }),
  }
}

const eventOf = (method: string, path: string) => ({
  version: '2.0',
  routeKey: '$default',
  rawPath: path,
  rawQueryString: '',
  requestContext: {
    accountId: 'bench',
    apiId: 'bench',
    domainName: 'api.example',
    domainPrefix: 'api',
    http: { method, path, protocol: 'HTTP/1.1', sourceIp: '127.0.0.1', userAgent: 'bench' },
    requestId: 'bench',
    routeKey: '$default',
    stage: '$default',
    time: '',
    timeEpoch: 0,
  },
})
