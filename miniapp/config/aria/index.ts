import path from 'node:path'
import type { IPluginContext } from '@tarojs/service'
import { ariaComponents } from './attributes'

interface Platform {
  template?: { mergeComponents(ctx: IPluginContext, components: typeof ariaComponents): void }
  runtimePath: string | string[]
}

/** Taro plugin: lets `aria-*` through to weapp. Template and runtime number attributes alike, so both are told. */
export default (ctx: IPluginContext) => {
  ctx.registerMethod({
    name: 'onSetupClose',
    fn(platform: Platform) {
      if (!platform.template) return
      platform.template.mergeComponents(ctx, ariaComponents)
      platform.runtimePath = [platform.runtimePath, path.resolve(__dirname, 'runtime.ts')].flat()
    },
  })
}
