import path from 'node:path'
import { defineConfig } from '@tarojs/cli'

/** TypeScript sources outside `src`, which Taro would otherwise leave untranslated. */
const alsoCompiled = [path.resolve(__dirname, '../../shared/src'), path.resolve(__dirname, 'aria')]

/** Packages of Taro's h5 runtime that are published in newer JavaScript than the browsers of old phones know. */
const tooNewForOldPhones =
  /node_modules[\\/](query-string|decode-uri-component|split-on-first|filter-obj)[\\/]/

/** Above this the h5 build says so. It is a budget, not a measurement: about a second on a slow phone network. */
const h5EntryBytesMax = 600_000

export default defineConfig<'webpack5'>({
  projectName: 'anjiao',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src',
  outputRoot: `dist/${process.env.TARO_ENV}`,
  designWidth: 750,
  deviceRatio: { 750: 1 },
  plugins: [path.resolve(__dirname, 'aria')],
  defineConstants: {
    API_ORIGIN: JSON.stringify(process.env.ANJIAO_API_ORIGIN ?? ''),
  },
  cache: { enable: false },
  // Chinese as it is (three bytes), not as escapes (six).
  terser: { config: { output: { ascii_only: false, comments: false } } },
  mini: {
    compile: { include: alsoCompiled },
    optimizeMainPackage: { enable: true },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
    // Each class is styled by one file, so that their order says nothing.
    miniCssExtractPluginOption: { ignoreOrder: true },
  },
  h5: {
    compile: { include: [...alsoCompiled, tooNewForOldPhones] },
    publicPath: '/',
    staticDirectory: 'static',
    // React's own elements instead of web components: real buttons and inputs, and half the size.
    useHtmlComponents: true,
    router: { mode: 'hash' },
    output: { filename: 'js/[name].[contenthash:8].js', chunkFilename: 'js/[name].[contenthash:8].js' },
    miniCssExtractPluginOption: {
      ignoreOrder: true,
      filename: 'css/[name].[contenthash:8].css',
      chunkFilename: 'css/[name].[contenthash:8].css',
    },
    postcss: { pxtransform: { enable: false }, autoprefixer: { enable: true } },
    webpackChain(chain) {
      chain.performance.maxEntrypointSize(h5EntryBytesMax).maxAssetSize(h5EntryBytesMax)
      chain.optimization.splitChunks({
        chunks: 'all',
        cacheGroups: { shared: { name: 'shared', minChunks: 2, priority: 1, reuseExistingChunk: true } },
      })
    },
  },
  // WeChat reads the colours of its own bars from this file.
  ...(process.env.TARO_ENV === 'weapp' && {
    copy: { patterns: [{ from: 'src/theme.json', to: 'dist/weapp/theme.json' }], options: {} },
  }),
})
