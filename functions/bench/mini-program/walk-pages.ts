import { launchWeapp } from '../../../miniapp/harness/launch-weapp.ts'
import type { Server } from '../../../miniapp/harness/network.ts'
import type { Element } from '../../../miniapp/harness/view-tree.ts'

export interface Walked {
  readonly pages: number
  readonly largestSetDataBytes: number
  readonly largestAt: string
  /** What broke a rule on the way. */
  readonly faults: readonly string[]
}

/** WeChat's bounds for the nodes of a page (体验评分 "WXML 节点数"). */
const nodesMax = 1_000
const depthMax = 30
const childrenMax = 60

/**
 * Opens every page of the compiled mini-program in turn, as one who is signed in, each in a fresh start, and looks at
 * what crosses to the view and what stands there.
 */
export async function walkPages(
  dist: string,
  addresses: readonly string[],
  server: Server,
  token: string,
): Promise<Walked> {
  const storage = JSON.stringify({ accessToken: token, refreshToken: '' })
  const faults: string[] = []
  let [largestSetDataBytes, largestAt] = [0, '']
  for (const address of addresses) {
    const said: string[] = []
    const weapp = await launchWeapp({
      dist,
      open: address,
      storage: new Map([['anjiao.session', storage]]),
      server: async (request) => {
        const reply = await server(request)
        if (reply.status !== 200) said.push(`${request.method} ${request.path} answered ${reply.status}`)
        return reply
      },
    })
    if (weapp.largestSetDataBytes > largestSetDataBytes)
      [largestSetDataBytes, largestAt] = [weapp.largestSetDataBytes, address]
    faults.push(
      ...[...said, ...weapp.complaints, ...overgrown(weapp.elements)].map((fault) => `${address}: ${fault}`),
    )
  }
  return { pages: addresses.length, largestSetDataBytes, largestAt, faults }
}

function overgrown(elements: readonly Element[]): string[] {
  const { nodes, depth, children } = measure(elements)
  return [
    ...(nodes > nodesMax ? [`${nodes} nodes`] : []),
    ...(depth > depthMax ? [`${depth} nodes deep`] : []),
    ...(children > childrenMax ? [`${children} children of one node`] : []),
  ]
}

function measure(elements: readonly Element[]): { nodes: number; depth: number; children: number } {
  const inside = elements.map((element) => measure(element.children))
  return {
    nodes: elements.length + inside.reduce((sum, each) => sum + each.nodes, 0),
    depth: elements.length === 0 ? 0 : 1 + Math.max(...inside.map((each) => each.depth)),
    children: Math.max(elements.length, ...inside.map((each) => each.children)),
  }
}
