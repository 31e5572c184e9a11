// What `taro init` would write for React and webpack 5, and no more.
export default {
  projectName: 'hello',
  framework: 'react',
  compiler: { type: 'webpack5', prebundle: { enable: false } },
  sourceRoot: 'src',
  outputRoot: process.env.HELLO_OUTPUT,
  designWidth: 750,
  deviceRatio: { 750: 1 },
  plugins: [],
  cache: { enable: false },
  mini: { postcss: { pxtransform: { enable: true } } },
}
