import type { Template } from './templates.ts'

/** A node as Taro hands it to the view: short names, `cn` children, `v` text, `nn` the number of its template. */
export interface NodeData {
  readonly nn: string
  readonly sid: string
  readonly uid?: string
  readonly v?: string
  readonly cl?: string
  readonly cn?: readonly NodeData[]
  readonly [field: string]: unknown
}

/** An element as the phone would show it. */
export interface Element {
  readonly tag: string
  readonly id: string
  readonly className: string
  readonly attributes: Readonly<Record<string, unknown>>
  readonly events: ReadonlySet<string>
  readonly children: readonly Element[]
  readonly parent: Element | undefined
  /** All the words inside, in reading order. */
  readonly text: string
}

/** Makes elements of the data of a page, by the compiled templates. */
export function viewTree(
  nodes: readonly NodeData[],
  templates: ReadonlyMap<string, Template>,
  parent?: Element,
): Element[] {
  return nodes.map((node) => {
    const template = templates.get(node.nn)
    if (!template) throw new Error(`no template was compiled for a node of type ${node.nn}`)
    const element: Element & { children: Element[]; text: string } = {
      tag: node.v === undefined ? template.tag : '#text',
      id: node.uid ?? node.sid,
      className: node.cl ?? '',
      attributes: attributesOf(node, template),
      events: template.events,
      children: [],
      parent,
      text: node.v ?? '',
    }
    element.children = viewTree(node.cn ?? [], templates, element)
    element.text += element.children.map((child) => child.text).join('')
    return element
  })
}

function attributesOf(node: NodeData, { attributes }: Template): Record<string, unknown> {
  const bound = [...attributes].map(([name, field]) => [name, node[field]] as const)
  return Object.fromEntries(bound.filter(([, value]) => value !== undefined))
}

/** Every element under these, parents before children. */
export function* everyElement(elements: readonly Element[]): Generator<Element> {
  for (const element of elements) {
    yield element
    yield* everyElement(element.children)
  }
}

/**
 * The innermost element that says exactly this, by its words or its label; else the innermost one whose words contain
 * it. Undefined: nothing on the page says so.
 */
export function findSaying(roots: readonly Element[], words: string): Element | undefined {
  const all = [...everyElement(roots)].reverse()
  const says = ({ attributes, text }: Element) => text.trim() === words || attributes['aria-label'] === words
  return all.find(says) ?? all.find(({ text }) => text.includes(words))
}

/** The words of each line of a page: what stands in one block, for reading a page in a test's failure. */
export function linesOf(roots: readonly Element[]): string[] {
  return roots.flatMap((root) => {
    const blocks = root.children.filter((child) => child.tag !== '#text' && child.tag !== 'text')
    return blocks.length > 0 ? linesOf(root.children) : root.text.trim() === '' ? [] : [root.text.trim()]
  })
}
