import { type Step, Steps } from '../../ui/steps'

const titles = ['选择文件', '核对', '完成'] as const

/** Where an import stands: 0 choosing, 1 checking, 2 done. */
export function RollSteps({ at }: { at: 0 | 1 | 2 }) {
  const last = titles.length - 1
  const steps = titles.map((title, place): Step => {
    if (place < at || at === last) return { title, state: 'done' }
    return { title, state: place === at ? 'now' : 'next' }
  })
  return <Steps steps={steps} inLine />
}
